using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Assessments.Markdown;
using DefenseCoop.Web.Editing.Forms;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Mvc;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Assessments.Writing;

/// <summary>What the script of the form asks for while somebody writes: to keep it, what others wrote, and how Markdown reads.</summary>
internal static class AssessmentEndpoints
{
    public static void MapAssessments(this WebApplication app)
    {
        Post(app.MapPost(AssessmentUrls.SyncPath, SyncAsync));
        Post(app.MapPost(AssessmentUrls.ResolvePath, ResolveAsync));
        Post(app.MapPost(AssessmentUrls.PreviewPath, PreviewAsync));

        static void Post(RouteHandlerBuilder endpoint) => endpoint
            .RequireAuthorization(nameof(Right.WriteAssessments))
            .AddEndpointFilter(Refusal.FilterAsync)
            .WithFormOptions(valueCountLimit: LongFormAttribute.MostValues, valueLengthLimit: LongFormAttribute.LongestValue);
    }

    private static async Task<IResult> SyncAsync(
        HttpContext http, IFormCollection form, [FromServices] AssessmentCommands commands,
        [FromServices] TimeProvider clock, CancellationToken ct)
    {
        var sent = new SentAssessment(form);
        var result = await commands.SyncAsync(http.User.Actor(), sent.Code, sent.Seen, sent.At, sent.Changes, ct);
        return HttpResults.Json(new
        {
            result.Version,
            result.State,
            result.Fields,
            Results = result.Results.Select(r => new { r.Name, r.Outcome, r.Value, r.Version, r.Person, r.Message }),
            People = result.People.Select(
                p => new
                {
                    p.Person,
                    p.Field,
                    Words = p.Field.Length > 0 && TextPartNames.IsKnown(p.Field) ? TextPartNames.Words(p.Field) : "",
                }),
            At = Instants.Clock(clock.GetUtcNow().UtcDateTime),
        });
    }

    private static async Task<IResult> ResolveAsync(
        HttpContext http, IFormCollection form, [FromServices] AssessmentCommands commands, CancellationToken ct)
    {
        var sent = new SentAssessment(form);
        if (sent.Choice is not { } choice) throw new InvalidInputException("Choose which text is to stand.");
        var result = await commands.ResolveAsync(http.User.Actor(), sent.Code, choice.Field, choice.Value, choice.Seen, ct);
        return HttpResults.Json(new { result.Name, result.Outcome, result.Value, result.Version, result.Person, result.Message });
    }

    private static async Task<IResult> PreviewAsync(
        IFormCollection form, [FromServices] CitationQueries citations, [FromServices] OwnPages pages, CancellationToken ct)
    {
        var text = SentAssessment.Text(form["text"]);
        var found = await citations.FindAsync(CitationText.Codes(text), default, ct);
        var html = Narrative.ToPreview(
            text,
            code => found.GetValueOrDefault(code) is { } cited ? RecordUrls.Of(cited.Reference) : null,
            code => found.GetValueOrDefault(code)?.Words,
            await pages.FindAsync([text], default, ct)).Value ?? "";
        var later = LaterCitations.Words(found.Values, form["period"].ToString()) is { } words
            ? $"<p class=\"hint\">{System.Net.WebUtility.HtmlEncode(words)}</p>" : "";
        return HttpResults.Content(html + later, "text/html; charset=utf-8");
    }
}

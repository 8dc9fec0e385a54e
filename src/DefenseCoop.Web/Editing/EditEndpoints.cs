using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Editing.Undo;
using DefenseCoop.Data.Sources;
using DefenseCoop.Web.Editing.Forms;
using DefenseCoop.Web.Editing.Forms.Effects;
using DefenseCoop.Web.Editing.Forms.Picks;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Editing;

/// <summary>What the script of a form asks for while somebody types: to keep it, and what it would do to status.</summary>
internal static class EditEndpoints
{
    public static void AddEditing(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SavedChanges>();
        builder.Services.AddSingleton<IAuthorizationHandler, FormHandler>();
        builder.Services.AddAuthorizationBuilder().AddPolicy(EditPolicy.Name, policy => policy.AddRequirements(new FormRequirement()));
    }

    public static void MapEditing(this WebApplication app)
    {
        Post(app.MapPost(EditUrls.DraftPath, KeepAsync));
        Post(app.MapPost(EditUrls.PreviewPath, PreviewAsync));
        app.MapPost(EditUrls.UndoPath, UndoAsync).RequireAuthorization(EditPolicy.Name);
        app.MapGet(EditUrls.SourcesPath, SourcesAsync).RequireAuthorization(EditPolicy.Name);
        app.MapGet(EditUrls.ChoicesPath, ChoicesAsync).RequireAuthorization(EditPolicy.Name);
        app.MapGet(EditUrls.TokenPath, Token).RequireAuthorization(EditPolicy.Name);
        foreach (var (list, form, add) in EditUrls.FormerForms)
        {
            var right = FormRights.Of(form).ToString();
            app.MapGet(add, () => HttpResults.LocalRedirect(EditUrls.New(form))).RequireAuthorization(right);
            app.MapGet($"{list}/{{code}}", (string code, string? ask) => HttpResults.LocalRedirect(
                ask is null ? EditUrls.Record(form, code) : EditUrls.Remove(form, code))).RequireAuthorization(right);
        }

        static void Post(RouteHandlerBuilder endpoint) => endpoint
            .RequireAuthorization(EditPolicy.Name)
            .AddEndpointFilter(Refusal.FilterAsync)
            .WithFormOptions(valueCountLimit: LongFormAttribute.MostValues, valueLengthLimit: LongFormAttribute.LongestValue);
    }

    private static async Task<IResult> KeepAsync(
        HttpContext http, IFormCollection form, [FromServices] DraftCommands drafts,
        [FromServices] TimeProvider clock, CancellationToken ct)
    {
        var sent = new SentForm(form);
        var kept = await drafts.KeepWindowAsync(http.User.Actor(), sent.Key, sent.Base, sent.Draft, ct);
        var at = Instants.Clock(clock.GetUtcNow().UtcDateTime);
        return HttpResults.Json(new { keptAt = at, kept.Draft, kept.Revision, kept.News, kept.Conflicts });
    }

    private static async Task<IResult> PreviewAsync(
        HttpContext http, IFormCollection form, [FromServices] EditCommands commands, CancellationToken ct)
    {
        var sent = new SentForm(form);
        var result = await commands.PreviewAsync(http.User.Actor(), sent.Submission(sent.Key), ct);
        return new RazorComponentResult<EffectPreview>(new Dictionary<string, object?> { [nameof(EffectPreview.Result)] = result });
    }

    /// <summary>Takes back the change that a notice speaks of, and leads back to where its record stands.</summary>
    private static async Task<IResult> UndoAsync(
        HttpContext http, [FromForm] long change, [FromServices] UndoCommands commands,
        [FromServices] SavedChanges saved, CancellationToken ct)
    {
        var known = saved.Find(change)
            ?? new SavedChange(change, http.User.Actor().AccountId, [], AppUrls.SummaryPath) { UndoneUrl = AppUrls.SummaryPath };
        try
        {
            var done = await commands.UndoAsync(http.User.Actor(), change, ct);
            saved.Add(new SavedChange(done.ChangeSetId, known.AccountId, done.Effects, known.UndoneUrl)
            {
                UndoneUrl = known.UndoneUrl, IsUndo = true,
            });
            return HttpResults.LocalRedirect(EditUrls.AfterSave(known.UndoneUrl, done.ChangeSetId));
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            saved.Add(known with { Problem = refusal.Words });
            return HttpResults.LocalRedirect(EditUrls.AfterSave(known.ReturnUrl, change));
        }
    }

    /// <summary>Sources to cite, while somebody writes what they look for.</summary>
    private static async Task<IResult> SourcesAsync(string? q, [FromServices] SourceQueries sources, CancellationToken ct) =>
        Json(PickOffer.Of(await sources.OfferAsync(q ?? "", ct)));

    /// <summary>Choices of a field that are records themselves.</summary>
    private static async Task<IResult> ChoicesAsync(
        string? form, string? field, string? q, [FromServices] EditQueries queries,
        [FromServices] SourceQueries sources, CancellationToken ct) =>
            await queries.ChoicesAsync(form ?? "", field ?? "", ct) is { } spec
                ? Json(await FormPicks.FindAsync(sources, spec, q ?? "", ct))
                : HttpResults.NotFound();

    private static IResult Json(PickOffer offer) => HttpResults.Json(new
    {
        options = offer.Options,
        offer.Sentence,
        New = offer.New is { } made ? new { made.Title, made.Publisher, made.Url, tier = made.Tier?.ToString() ?? "" } : null,
    });

    /// <summary>
    /// A form that stayed open over the end of its session, of
    /// evidence or of an assessment, goes on after a new sign-in.
    /// </summary>
    private static IResult Token(HttpContext http, [FromServices] IAntiforgery antiforgery) =>
        HttpResults.Json(new { token = antiforgery.GetAndStoreTokens(http).RequestToken });
}

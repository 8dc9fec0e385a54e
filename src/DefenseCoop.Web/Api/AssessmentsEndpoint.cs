using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Api;

/// <summary><c>GET /api/v1/assessments</c> and one by its code, with the evidence frozen with it. What is not published is for those who may see drafts.</summary>
internal static class AssessmentsEndpoint
{
    private const int MostRows = 50;

    private static readonly string[] Filters = ["focusArea", "period", "state"];

    public static async Task<IResult> ListAsync(HttpRequest request, AssessmentReader reader, TimeProvider clock, CancellationToken ct)
    {
        var asked = new ApiQuery(request, clock);
        var scope = await reader.ScopeAsync(request.HttpContext.User.Actor(), asked.Day.Moment, ct);
        var areas = Areas(asked.Values, scope);
        var periods = Periods(asked.Values);
        var states = States(asked.Values, scope);
        var page = asked.Values.Number("page", n => n >= 1, "pages are counted from 1") ?? 1;
        var size = asked.Values.Number("size", n => n is >= 1 and <= MostRows, $"a page has 1 to {MostRows} assessments") ?? 25;
        if (asked.Refusal([.. Filters, "page", "size"]) is { } refusal) return refusal;
        var (rows, total) = await reader.ListAsync(scope, new AssessmentFilter(areas, periods, states, page, size), ct);
        return HttpResults.Json(new { items = rows.Select(r => AssessmentJson.Of(r, withEvidence: false, asked.Day.Day, request.PathBase)), total, page, size });
    }

    public static async Task<IResult> OneAsync(string code, HttpRequest request, AssessmentReader reader, TimeProvider clock, CancellationToken ct)
    {
        var asked = new ApiQuery(request, clock);
        if (asked.Refusal([]) is { } refusal) return refusal;
        var scope = await reader.ScopeAsync(request.HttpContext.User.Actor(), asked.Day.Moment, ct);
        return await reader.FindAsync(scope, code, ct) is { } found
            ? HttpResults.Json(AssessmentJson.Of(found, withEvidence: true, asked.Day.Day, request.PathBase))
            : HttpResults.NotFound();
    }

    private static List<string> Areas(QueryValues values, AssessmentScope scope)
    {
        List<string> slugs = [];
        foreach (var text in values.All("focusArea"))
        {
            if (scope.Areas.FirstOrDefault(s => s.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } slug) slugs.Add(slug);
            else values.Ignored("focusArea", text, $"no focus area has that name in its address. Use {string.Join(", ", scope.Areas)}.");
        }

        return slugs;
    }

    private static List<string> Periods(QueryValues values)
    {
        List<string> codes = [];
        foreach (var text in values.All("period"))
        {
            if (ReportingPeriod.TryParse(text, out var period)) codes.Add(period.Code);
            else values.Ignored("period", text, "it is no period. Write it as 2026-Q4, 2026-H2 or 2026.");
        }

        return codes;
    }

    private static List<AssessmentState> States(QueryValues values, AssessmentScope scope)
    {
        var states = values.Members("state", Enum.GetValues<AssessmentState>());
        if (scope.SeesDrafts) return states;
        foreach (var hidden in states.Where(s => s != AssessmentState.Published).ToList())
        {
            values.Ignored("state", hidden.ToString(), "what is not published is for editors and managers, and of the present. Use Published, or leave it out.");
            states.Remove(hidden);
        }

        return states;
    }
}

using System.Globalization;
using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Assessments.Reading;

/// <summary>What the page of an assessment asks every few seconds: whether anything that it shows was changed. It is for every reader, as lists of changes are.</summary>
internal static class FollowEndpoint
{
    private const string Path = "/assessments/changed";

    public static void MapFollowing(this WebApplication app) => app.MapGet(Path, AnswerAsync);

    /// <param name="slug">Of the focus area.</param>
    /// <param name="period">Code of the period.</param>
    /// <param name="since">The newest change that the page shows.</param>
    public static string Url(string slug, string period, long since) => QueryHelpers.AddQueryString(
        Path, new Dictionary<string, string?> { ["focusArea"] = slug, ["period"] = period, ["since"] = since.ToString(CultureInfo.InvariantCulture) });

    private static async Task<IResult> AnswerAsync(string? focusArea, string? period, string? since, HttpContext http, [FromServices] AssessmentReader reader, CancellationToken ct) =>
        focusArea is null || period is null || !long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? HttpResults.BadRequest()
            : HttpResults.Json(new { isChanged = await reader.IsChangedAsync(focusArea, period, seen, Rights.Allow(http.User.Roles(), Right.SeeDraftAssessments), ct) });
}

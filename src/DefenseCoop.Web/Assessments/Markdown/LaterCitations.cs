using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Domain.Assessments;

namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>Readings that are cited and that nobody could know in the period of the assessment.</summary>
internal static class LaterCitations
{
    /// <param name="cited">What a text cites.</param>
    /// <param name="period">Code of the period.</param>
    /// <returns>What to say of them; null where there are none.</returns>
    public static string? Words(IEnumerable<CitationTarget> cited, string period)
    {
        if (!ReportingPeriod.TryParse(period, out var assessed)) return null;
        var later = cited.Where(c => c.MeasuredUntil > assessed.LastDay).Select(c => c.Words ?? c.Code).ToList();
        return later.Count == 0 ? null
            : $"Cited from after the end of the period ({Domain.Words.Of(assessed.LastDay)}): {string.Join("; ", later)}.";
    }
}

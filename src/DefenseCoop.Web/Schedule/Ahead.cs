using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Schedule;

/// <summary>What lies ahead of the day of a page: plans and estimates for coming periods, and dated steps to come.</summary>
public static class Ahead
{
    /// <summary>
    /// Whether it was known on the day: of today everything that is recorded; of a past day, what a source said that was
    /// published by then.
    /// </summary>
    public static bool IsKnown(DayChoice day, IReadOnlyList<SourceRef> sources) =>
        !day.HasHindsight || sources.Any(s => s.Published?.LastDay <= day.Day);

    /// <summary>How many of a list lie ahead, to stand after its count; empty where none does.</summary>
    public static string Of(int count) => count == 0 ? "" : $", {Words.Of((decimal)count)} of them ahead";
}

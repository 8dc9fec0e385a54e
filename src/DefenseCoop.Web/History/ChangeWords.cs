using DefenseCoop.Data.History.Changes;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;

namespace DefenseCoop.Web.History;

/// <summary>Changes in a sentence.</summary>
public static class ChangeWords
{
    /// <summary>More counts than this do not fit in a line.</summary>
    private const int MostCounts = 4;

    /// <summary>"12 records: 3 milestones created, 9 readings changed".</summary>
    public static string Counts(ChangeRow row) => row.RecordCount == 0
        ? "Everything that was recorded before the history began"
        : $"{Words.Count(row.RecordCount, "record", "records")}: {Counts(row.Counts)}";

    public static string Counts(IReadOnlyList<ChangeCount> counts) =>
        string.Join(", ", counts.Select(c => $"{RecordWords.Count(c.Count, c.Kind)} {RecordWords.Of(c.Action)}"));

    /// <summary>"Milestone BE-1-M6 changed: Runway extended".</summary>
    public static string Of(RecordLine record) =>
        $"{RecordWords.Title(record.Kind)} {record.Code} {RecordWords.Of(record.Action)}: {record.Title}";

    /// <summary>A change in one line.</summary>
    public static string Title(ChangeRow row) => row switch
    {
        { RecordCount: 1, Records: [var only] } => Of(only),
        { Counts.Count: > MostCounts } => $"{Words.Count(row.RecordCount, "record", "records")} of many kinds: "
            + string.Join(
                ", ", row.Counts.GroupBy(c => c.Action).Select(g => $"{Words.Of((decimal)g.Sum(c => c.Count))} {RecordWords.Of(g.Key)}")),
        _ => Counts(row),
    };
}

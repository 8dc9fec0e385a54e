using System.Globalization;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DefenseCoop.Data.Verification;

/// <summary>Computes the findings of the stored day anew, and compares them with what is stored.</summary>
/// <param name="db">Of the present, or of an instant.</param>
/// <param name="until">In words until when the findings were shown; empty for those of the present.</param>
internal sealed class FindingsCheck(DefenseCoopContext db, Thresholds thresholds, FirstProblems problems, string until = "")
{
    /// <summary>
    /// Instants since the newest change set at which findings ended: the next one will answer for these, and until then
    /// they can only be computed anew.
    /// </summary>
    public static async Task<IReadOnlyList<DateTime>> UnansweredAsync(DefenseCoopContext db, DateTime head, CancellationToken ct)
    {
        List<DateTime> instants = [];
        foreach (var table in VersionTable.All(db.Model).Where(t => !t.HoldsFacts))
        {
            instants.AddRange(await db.Set<Dictionary<string, object>>(table.History)
                .Select(h => EF.Property<DateTime>(h, HistoryTables.ValidTo))
                .Where(to => to >= head && to != HistoryTables.Open)
                .Distinct().ToListAsync(ct));
        }

        return [.. instants.Distinct().Order()];
    }

    /// <summary>The day that the stored findings speak for; null where none are stored.</summary>
    public static Task<DateOnly?> DayAsync(DefenseCoopContext db, CancellationToken ct) =>
        db.FindingsDays.AsNoTracking().Select(d => (DateOnly?)d.Day).SingleOrDefaultAsync(ct);

    /// <summary>Whether the stored findings follow the rules of another build, so that these say nothing about them.</summary>
    public bool AreOfOtherRules { get; private set; }

    /// <returns>The day that the stored findings speak for; null where none are stored.</returns>
    public async Task<DateOnly?> RunAsync(CancellationToken ct)
    {
        var day = await DayAsync(db, ct);
        AreOfOtherRules = day is not null && !await db.FindingsDays.AnyAsync(d => d.Rules == RulesBuild.Current, ct);
        if (AreOfOtherRules) return day;
        var entries = await db.RegisterEntries.AsNoTracking().ToDictionaryAsync(e => e.InitiativeId, ct);
        var areas = await db.FocusAreaFindings.AsNoTracking().ToDictionaryAsync(f => f.FocusAreaId, ct);
        if (day is not { } stored)
        {
            if (entries.Count + areas.Count > 0)
            {
                problems.Add(VerifiedPart.Findings, "There are stored findings, but not the day that they speak for.");
            }
            return null;
        }

        var computed = await DaySnapshot.ComputeAsync(db, stored, thresholds, ct);
        foreach (var entry in computed.Entries) Compare(entries, entry.InitiativeId, entry, $"the initiative {entry.Code}");
        if (entries.Values.FirstOrDefault() is { } extra)
        {
            problems.Add(VerifiedPart.Findings, $"A finding of the initiative {extra.Code} is stored, and none can be computed{until}.");
        }
        var ids = await db.Set<FocusArea>().AsNoTracking().ToDictionaryAsync(a => a.Slug, a => a.Id, ct);
        foreach (var finding in computed.FocusAreas)
        {
            var id = ids[finding.About.Code];
            Compare(areas, id, StoredFindings.Row(id, finding), $"the focus area {finding.About.Code}");
        }

        if (areas.Count > 0)
        {
            problems.Add(
                VerifiedPart.Findings,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A finding of the focus area with the number {areas.Keys.First()} is stored, and none can be computed{until}."));
        }
        return stored;
    }

    private void Compare<T>(Dictionary<int, T> stored, int id, T computed, string of)
        where T : class
    {
        if (!stored.Remove(id, out var row))
        {
            problems.Add(VerifiedPart.Findings, $"The finding of {of} is not stored{until}.");
            return;
        }

        var type = db.Model.FindEntityType(typeof(T))!;
        if (type.GetProperties()
            .Where(p => p.PropertyInfo is not null)
            .FirstOrDefault(p => !Equals(Value(p, row), Value(p, computed))) is { } other)
        {
            problems.Add(
                VerifiedPart.Findings,
                $"The stored finding of {of} is not the computed one{until}: "
                    + $"{other.Name} is \"{Value(other, row)}\", and should be \"{Value(other, computed)}\".");
        }
    }

    private static object? Value(IProperty property, object row) => property.PropertyInfo!.GetValue(row);
}

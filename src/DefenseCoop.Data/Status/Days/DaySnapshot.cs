using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status.Days;

/// <summary>The whole register and all focus areas as the rules see them on one day.</summary>
internal sealed record DaySnapshot(
    DateOnly Day, IReadOnlyList<RegisterEntry> Entries, IReadOnlyList<RollUpFinding> FocusAreas)
{
    public static async Task<DaySnapshot> ComputeAsync(
        DefenseCoopContext db, DateOnly day, Thresholds thresholds, CancellationToken ct)
    {
        var facts = await FactsLoader.LoadAsync(db, null, ct);
        var initiatives = await db.Set<Initiative>().AsNoTrackingWithIdentityResolution().WithNames()
            .Include(i => i.Category)
            .Include(i => i.Contributions).ThenInclude(c => c.Outcome).ThenInclude(o => o.Objective)
            .ToListAsync(ct);
        List<RegisterEntry> entries = [];
        Dictionary<string, InitiativeFinding> findings = [];
        foreach (var initiative in initiatives)
        {
            var known = facts[initiative.Code];
            if (!StageRule.IsListedOn(known, day)) continue;
            var finding = InitiativeRule.Judge(known, day, thresholds);
            findings.Add(initiative.Code, finding);
            entries.Add(RegisterEntryFactory.Create(initiative, known, finding, day));
        }

        var trees = await FactsLoader.TreesAsync(db, null, ct);
        return new DaySnapshot(day, entries, [.. trees.Select(t => FocusAreaRule.Judge(t, findings, thresholds))]);
    }
}

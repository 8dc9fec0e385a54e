using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status.Facts;

/// <summary>
/// The facts as they would be if what a context holds were saved. Nothing is written for it: what is stored is read into
/// the same context, which keeps what was changed, added and removed in it.
/// </summary>
/// <param name="db">It is of no more use for a save afterwards.</param>
/// <param name="ct">Ends it.</param>
internal sealed class UnsavedFacts(DefenseCoopContext db, CancellationToken ct)
{
    /// <summary>The facts of initiatives.</summary>
    public async Task<IReadOnlyList<InitiativeFacts>> InitiativesAsync(IReadOnlyCollection<string> codes)
    {
        if (codes.Count == 0) return [];
        List<string> wanted = [.. codes];
        await db.Initiatives.AsTracking().AsSplitQuery()
            .Include(i => i.Milestones)
            .Include(i => i.Indicators).ThenInclude(i => i.Baseline)
            .Include(i => i.Indicators).ThenInclude(i => i.Targets)
            .Include(i => i.Indicators).ThenInclude(i => i.Readings)
            .Where(i => EF.Parameter(wanted).Contains(i.Code))
            .LoadAsync(ct);
        var held = Held<Initiative>().ToDictionary(i => i.Code, StringComparer.Ordinal);
        List<Initiative> initiatives = [.. codes.Where(held.ContainsKey).Select(c => held[c])];
        var weights = await WeightsAsync([
            .. initiatives.SelectMany(i => i.Milestones).Select(m => m.Code),
            .. initiatives.SelectMany(i => i.Indicators).SelectMany(i => i.Readings).Select(r => r.Code)]);
        DropRemoved();
        return [.. initiatives.Select(i => i.ToFacts(weights))];
    }

    /// <summary>The trees of the focus areas, in their order.</summary>
    public async Task<IReadOnlyList<FocusAreaFacts>> TreesAsync()
    {
        await db.FocusAreas.AsTracking().AsSplitQuery()
            .Include(a => a.Objectives).ThenInclude(o => o.Outcomes).ThenInclude(o => o.Contributions)
            .LoadAsync(ct);
        var codes = await db.Initiatives.AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Code, ct);
        DropRemoved();
        return
        [
            .. Held<FocusArea>().OrderBy(a => a.Position).Select(a => new FocusAreaFacts(a.Slug, a.Name,
            [
                .. a.Objectives.OrderBy(o => o.Position).ThenBy(o => Last(o.Id)).Select(o => new ObjectiveFacts(o.Code, o.Text, o.Weight,
                [
                    .. o.Outcomes.OrderBy(x => x.Position).ThenBy(x => Last(x.Id)).Select(x => new OutcomeFacts(x.Code, x.Text, x.Weight,
                        [.. x.Contributions.OrderBy(c => Last(c.Id))
                            .Select(c => new ContributionFacts(c.Initiative?.Code ?? codes[c.InitiativeId], c.Weight))])),
                ])),
            ])),
        ];

        // What is new has no number yet, and will have the highest.
        static int Last(int id) => id == 0 ? int.MaxValue : id;
    }

    private async Task<Dictionary<string, SourceWeight>> WeightsAsync(HashSet<string> subjects)
    {
        List<string> wanted = [.. subjects];
        await db.Citations.AsTracking().Include(c => c.Source)
            .Where(c => (c.Kind == SubjectKind.Reading || c.Kind == SubjectKind.Milestone) && EF.Parameter(wanted).Contains(c.SubjectCode))
            .LoadAsync(ct);
        Dictionary<string, SourceWeight> weights = new(StringComparer.Ordinal);
        foreach (var cited in Held<Citation>()
            .Where(c => c.Kind is SubjectKind.Reading or SubjectKind.Milestone && subjects.Contains(c.SubjectCode)))
        {
            weights[cited.SubjectCode] = weights.GetValueOrDefault(cited.SubjectCode).With(cited.Source.Tier, cited.Source.Published);
        }

        return weights;
    }

    /// <summary>What would be there after a save.</summary>
    private IEnumerable<T> Held<T>() where T : class =>
        from entry in db.ChangeTracker.Entries<T>()
        where entry.State is EntityState.Added or EntityState.Modified or EntityState.Unchanged
        select entry.Entity;

    /// <summary>Takes what is removed out of what it belongs to, as a save does; all is read that could bring it back.</summary>
    private void DropRemoved()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State == EntityState.Deleted).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }
}

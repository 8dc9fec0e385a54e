using System.Collections.Immutable;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status;

/// <summary>
/// Recomputes what rests on one change: the initiatives that it touched, the focus areas above them, and nothing else.
/// </summary>
internal sealed class FindingsRefresh(DefenseCoopContext db, KnownFindings before, Thresholds thresholds, CancellationToken ct)
{
    // Compiled: it stands in every save.
    private static readonly Func<DefenseCoopContext, string, Task<RegisterEntry?>> EntryOf = EF.CompileAsyncQuery(
        (DefenseCoopContext db, string code) => db.Set<RegisterEntry>().SingleOrDefault(e => e.Code == code));

    /// <summary>What may give an initiative itself other names to be found by.</summary>
    private static readonly RecordKind[] OfNames = [RecordKind.Initiative, RecordKind.Milestone, RecordKind.Indicator];

    private static readonly RecordKind[] OfTheTree = [RecordKind.FocusArea, RecordKind.Objective, RecordKind.Outcome, RecordKind.Contribution];

    public async Task<RefreshedFindings> RunAsync(ChangeReceipt change)
    {
        var codes = await InitiativesAsync(change.Records);
        Dictionary<string, InitiativeFinding?> changed = new(StringComparer.Ordinal);
        List<StatusEffect> effects = [];
        await InitiativesAsync(codes, change.Records.Any(r => OfNames.Contains(r.Kind)), changed, effects);
        var renamed = await RenamedAsync(change.Records);
        renamed.ExceptWith(codes);
        await RegisterNames.RenameAsync(db, renamed, ct);

        var isOfTheTree = change.Records.Any(r => OfTheTree.Contains(r.Kind));
        var trees = isOfTheTree
            ? new FocusAreaTrees(await FactsLoader.TreesAsync(db, null, ct), code => changed.TryGetValue(code, out var now) ? now : before.Initiative(code), thresholds)
            : before.Trees.With(changed);
        var areas = isOfTheTree ? trees.All : [.. trees.RestingOn(codes)];
        var findings = before.Areas.ToBuilder();
        await AreasAsync([.. areas.Where(a => isOfTheTree || !trees.FindsTheSame(a, before.Trees))], trees, findings, effects);
        await VersionedSave.FindingsAsync(db, change.At, ct);

        var slugs = areas.Select(a => a.Slug).Concat(change.Records.Select(r => r.FocusAreaSlug).OfType<string>());
        var notice = new ChangeNotice(change.ChangeSetId, change.Records, codes.Concat(renamed).ToHashSet(StringComparer.Ordinal), slugs.ToHashSet(StringComparer.Ordinal));
        return new RefreshedFindings(effects, notice, new FindingsChange(change.ChangeSetId, changed, trees, findings.ToImmutable()));
    }

    /// <summary>Codes of the initiatives whose findings or rows may be others now.</summary>
    private async Task<HashSet<string>> InitiativesAsync(IReadOnlyList<ChangedRecord> records)
    {
        var codes = records.Select(r => r.InitiativeCode).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var more = record.Kind switch
            {
                RecordKind.Source => Citing(record.Code),
                _ => null,
            };
            if (more is not null) codes.UnionWith(await more.ToListAsync(ct));
        }

        return codes;
    }

    /// <summary>Codes of the initiatives that are found by the name of an organization or site that was changed.</summary>
    private async Task<HashSet<string>> RenamedAsync(IReadOnlyList<ChangedRecord> records)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (var record in records.Where(r => r.Kind is RecordKind.Organization or RecordKind.Site))
        {
            codes.UnionWith(await RegisterNames.NamedIn(db, record.Code, record.Kind == RecordKind.Site).ToListAsync(ct));
        }

        return codes;
    }

    /// <summary>The initiatives with a reading or milestone that rests on the source: its tier and date weigh in the rules.</summary>
    private IQueryable<string> Citing(string source) => db.Citations
        .Where(c => c.Source.Code == source && c.Kind == SubjectKind.Reading)
        .Join(db.Readings, c => c.SubjectCode, r => r.Code, (_, r) => r.Indicator.Initiative.Code)
        .Union(db.Citations
            .Where(c => c.Source.Code == source && c.Kind == SubjectKind.Milestone)
            .Join(db.Milestones, c => c.SubjectCode, m => m.Code, (_, m) => m.Initiative.Code));

    private async Task InitiativesAsync(
        HashSet<string> codes, bool hasOtherNames, Dictionary<string, InitiativeFinding?> changed, List<StatusEffect> effects)
    {
        if (codes.Count == 0) return;
        var initiatives = await FactsLoader.InitiativesAsync(db, codes, ct);
        Dictionary<int, RegisterEntry> stored = [];
        foreach (var code in codes)
        {
            if (await EntryOf(db, code) is { } entry) stored[entry.InitiativeId] = entry;
        }

        List<RegisterEntry> entries = [];
        foreach (var (initiative, fact) in initiatives)
        {
            var now = StageRule.IsListedOn(fact, before.Day) ? InitiativeRule.Judge(fact, before.Day, thresholds) : null;
            if (now is not null)
            {
                entries.Add(!hasOtherNames && stored.TryGetValue(initiative.Id, out var row)
                    ? RegisterEntryFactory.Create(initiative, row.Leads, row.SearchText, now, before.Day)
                    : await NamedAsync(initiative, fact, now));
            }

            changed[initiative.Code] = now is null ? null : KnownFindings.Slim(now);
            Compare(before.Initiative(initiative.Code), now, effects);
        }

        StoredFindings.Put(db, stored, entries, removesOthers: true);
    }

    private async Task<RegisterEntry> NamedAsync(Initiative initiative, InitiativeFacts facts, InitiativeFinding finding)
    {
        var named = await RegisterNames.ReadAsync(db, initiative.Id, ct);
        return RegisterEntryFactory.Create(initiative, RegisterEntryFactory.Leads(named.Participations), RegisterNames.Of(named, facts), finding, before.Day);
    }

    private async Task AreasAsync(
        IReadOnlyList<FocusAreaFacts> areas,
        FocusAreaTrees trees,
        ImmutableDictionary<string, FocusAreaFinding>.Builder stored,
        List<StatusEffect> effects)
    {
        foreach (var area in areas)
        {
            var finding = trees.Judge(area);
            stored.TryGetValue(area.Slug, out var old);
            if (old?.Status != finding.Status) effects.Add(new StatusEffect(finding.About, old?.Status, finding.Status, finding.FirstCause));
            var id = old?.FocusAreaId ?? await db.FocusAreas.Where(a => a.Slug == area.Slug).Select(a => a.Id).SingleAsync(ct);
            StoredFindings.PutArea(db, old, stored[area.Slug] = StoredFindings.Row(id, finding));
        }
    }

    /// <summary>Parts first, so that the reader sees how one leads to the other.</summary>
    private static void Compare(InitiativeFinding? old, InitiativeFinding? now, List<StatusEffect> effects)
    {
        Parts(old?.Milestones, now?.Milestones);
        Parts(old?.Indicators, now?.Indicators);
        Add(old, now);

        void Parts(IReadOnlyList<Finding>? oldParts, IReadOnlyList<Finding>? newParts)
        {
            foreach (var code in (oldParts ?? []).Concat(newParts ?? []).Select(f => f.About.Code).Distinct())
            {
                Add(oldParts?.SingleOrDefault(f => f.About.Code == code), newParts?.SingleOrDefault(f => f.About.Code == code));
            }
        }

        void Add(Finding? was, Finding? isNow)
        {
            if (was?.Status == isNow?.Status) return;
            effects.Add(new StatusEffect((isNow ?? was)!.About, was?.Status, isNow?.Status, isNow is IndicatorFinding indicator ? indicator.Reason : isNow?.FirstCause ?? ""));
        }
    }
}

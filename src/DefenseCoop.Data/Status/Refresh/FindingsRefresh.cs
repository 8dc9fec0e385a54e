using System.Collections.Immutable;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status.Refresh;

/// <summary>Recomputes what rests on one change, and stores it beside the records.</summary>
internal sealed class FindingsRefresh(DefenseCoopContext db, KnownFindings before, Thresholds thresholds, CancellationToken ct)
{
    // Compiled: it stands in every save.
    private static readonly Func<DefenseCoopContext, string, Task<RegisterEntry?>> EntryOf = EF.CompileAsyncQuery(
        (DefenseCoopContext db, string code) => db.Set<RegisterEntry>().SingleOrDefault(e => e.Code == code));

    private readonly JudgedChange _judged = new(before, thresholds);
    private readonly RecordOwners _loader = new(db, ct);

    public async Task<RefreshedFindings> RunAsync(ChangeReceipt change)
    {
        var codes = await InitiativesAsync(change.Records);
        await InitiativesAsync(codes, change.Records.Any(r => RecordDescriptors.Of(r.Kind).NamesItsInitiative));
        var renamed = await RenamedAsync(change.Records);
        renamed.ExceptWith(codes);
        await RegisterNames.RenameAsync(db, renamed, ct);

        var stored = before.Areas.ToBuilder();
        await AreasAsync(
            _judged.JudgeAreas(codes, JudgedChange.ReshapesTrees(change.Records) ? await FactsLoader.TreesAsync(db, null, ct) : null),
            stored);
        await VersionedSave.FindingsAsync(db, change.At, ct);

        var slugs = _judged.Areas.Select(a => a.Slug).Concat(change.Records.Select(r => r.FocusAreaSlug).OfType<string>());
        var notice = new ChangeNotice(
            change.ChangeSetId, change.Records, codes.Concat(renamed).ToHashSet(StringComparer.Ordinal),
            slugs.ToHashSet(StringComparer.Ordinal));
        return new RefreshedFindings(
            _judged.Effects, notice, new FindingsChange(change.ChangeSetId, _judged.Initiatives, _judged.Trees, stored.ToImmutable()));
    }

    /// <summary>What a change that is not saved would come to.</summary>
    /// <param name="records">What the context holds changed.</param>
    public async Task<IReadOnlyList<StatusEffect>> PreviewAsync(IReadOnlyList<ChangedRecord> records)
    {
        var codes = await InitiativesAsync(records);
        var facts = new UnsavedFacts(db, ct);
        foreach (var initiative in await facts.InitiativesAsync(codes)) _judged.Judge(initiative);
        _judged.JudgeAreas(codes, JudgedChange.ReshapesTrees(records) ? await facts.TreesAsync() : null);
        return _judged.Effects;
    }

    /// <summary>Codes of the initiatives whose findings or rows may be others now.</summary>
    private async Task<HashSet<string>> InitiativesAsync(IReadOnlyList<ChangedRecord> records)
    {
        var codes = records.Select(r => r.InitiativeCode).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (RecordDescriptors.Of(record.Kind).Judges is { } judges)
            {
                codes.UnionWith(await judges(_loader, record.Code).ToListAsync(ct));
            }
        }

        return codes;
    }

    /// <summary>Codes of the initiatives that are found by the name of a record that was changed and belongs to none.</summary>
    private async Task<HashSet<string>> RenamedAsync(IReadOnlyList<ChangedRecord> records)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (RecordDescriptors.Of(record.Kind).NamedIn is { } named)
            {
                codes.UnionWith(await named(_loader, record.Code).ToListAsync(ct));
            }
        }

        return codes;
    }

    private async Task InitiativesAsync(HashSet<string> codes, bool hasOtherNames)
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
            if (_judged.Judge(fact) is not { } now) continue;
            entries.Add(!hasOtherNames && stored.TryGetValue(initiative.Id, out var row)
                ? RegisterEntryFactory.Create(initiative, row.Leads, row.SearchText, now, before.Day)
                : await NamedAsync(initiative, fact, now));
        }

        StoredFindings.Put(db, stored, entries, removesOthers: true);
    }

    private async Task<RegisterEntry> NamedAsync(Initiative initiative, InitiativeFacts facts, InitiativeFinding finding)
    {
        var named = await RegisterNames.ReadAsync(db, initiative.Id, ct);
        return RegisterEntryFactory.Create(
            initiative, RegisterEntryFactory.Leads(named.Participations), RegisterNames.Of(named, facts), finding, before.Day);
    }

    private async Task AreasAsync(IReadOnlyList<RollUpFinding> findings, ImmutableDictionary<string, FocusAreaFinding>.Builder stored)
    {
        foreach (var finding in findings)
        {
            var slug = finding.About.Code;
            stored.TryGetValue(slug, out var old);
            var id = old?.FocusAreaId ?? await db.FocusAreas.Where(a => a.Slug == slug).Select(a => a.Id).SingleAsync(ct);
            StoredFindings.PutArea(db, old, stored[slug] = StoredFindings.Row(id, finding));
        }
    }
}

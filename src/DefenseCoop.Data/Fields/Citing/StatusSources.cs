using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DefenseCoop.Data.Fields.Citing;

/// <summary>A "status as of" for whose day no source of its record speaks.</summary>
/// <param name="Code">The initiative or milestone.</param>
/// <param name="AsOf">The day that is claimed.</param>
/// <param name="Newest">The last date of which its newest source can say anything; null where none has one.</param>
internal sealed record UnheardDay(SubjectKind Kind, string Code, PartialDate AsOf, PartialDate? Newest);

/// <summary>
/// Silence cannot be edited away: a later "status as of" needs a source that is dated, or was read, on or after that day,
/// and what it rests on cannot be taken from under it. Looks at whatever is changed and not saved yet, so that it holds for
/// every form. What was without such a source before is not held against who changes something else.
/// </summary>
internal static class StatusSources
{
    private static readonly SubjectKind[] Kinds = [SubjectKind.Initiative, SubjectKind.Milestone];

    public static async Task<IReadOnlyList<UnheardDay>> UnheardAsync(DefenseCoopContext db, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var touched = await TouchedAsync(db, ct);
        if (touched.Count == 0) return [];
        var codes = touched.Select(t => t.Code).Distinct().ToList();
        await db.Set<Citation>().Include(c => c.Source).Where(c => EF.Parameter(codes).Contains(c.SubjectCode)).LoadAsync(ct);
        await db.Set<Initiative>().Where(i => EF.Parameter(codes).Contains(i.Code)).LoadAsync(ct);
        await db.Set<Milestone>().Where(m => EF.Parameter(codes).Contains(m.Code)).LoadAsync(ct);
        var citations = db.ChangeTracker.Entries<Citation>().ToLookup(c => (c.Entity.Kind, c.Entity.SubjectCode));
        return
        [
            .. from claim in Claims(db)
               where claim.Now is not null && touched.Contains((claim.Kind, claim.Code))
               let own = citations[(claim.Kind, claim.Code)]
               let now = Newest(own.Where(c => c.State != EntityState.Deleted), s => s.Entity.SpeaksUntil)
               let before = Newest(own.Where(c => c.State != EntityState.Added), WasSpeakingUntil)
               where !Hears(now, claim.Now!.Value) && !WasUnheard(claim, before)
               select new UnheardDay(claim.Kind, claim.Code, claim.Now!.Value, now),
        ];
    }

    /// <summary>What is wrong, said to who edits the record itself.</summary>
    public static string Message(UnheardDay day, string noun) =>
        $"No source of this {noun} is dated, or was read, on or after {day.AsOf.ToDisplay()}, "
            + "so nothing public speaks for that day. Add a source that is, or write "
        + (day.Newest is { } newest
            ? $"the date of the newest one, {newest.ToDisplay()}, or an earlier one."
            : "a day for which one of its sources speaks.");

    /// <summary>What is wrong, said to who changes a source that others rest on.</summary>
    public static string MessageOfSource(IReadOnlyList<UnheardDay> days)
    {
        const int Named = 3;
        var first = string.Join(", ", days.Take(Named).Select(d => $"{d.Code} ({d.AsOf.ToDisplay()})"))
            + (days.Count > Named ? $" and {days.Count - Named} more" : "");
        return $"A “status as of” rests on this day: {first}. "
            + $"Give {(days.Count == 1 ? "it" : "them")} another source of that day, or an earlier day, first.";
    }

    private static bool WasUnheard(Claim claim, PartialDate? before) =>
        claim.Before is { } was && !Hears(before, was) && claim.Now!.Value.LastDay <= was.LastDay;

    private static bool Hears(PartialDate? newest, PartialDate asOf) => newest?.LastDay >= asOf.LastDay;

    private static PartialDate? Newest(IEnumerable<EntityEntry<Citation>> citations, Func<EntityEntry<Source>, PartialDate?> date) =>
        citations.Select(c => date(c.Context.Entry(c.Entity.Source))).MaxBy(d => d?.LastDay);

    /// <summary>The sources that are changed, not saved yet, and speak until another day than before.</summary>
    public static List<int> Redated(DefenseCoopContext db) =>
        [.. db.ChangeTracker.Entries<Source>()
            .Where(s => s.State == EntityState.Modified && s.Entity.SpeaksUntil != WasSpeakingUntil(s))
            .Select(s => s.Entity.Id)];

    public static PartialDate? WasSpeakingUntil(EntityEntry<Source> source) => source.State == EntityState.Added
        ? null
        : Source.Later(source.Property(s => s.Published).OriginalValue, source.Property(s => s.ReadOn).OriginalValue);

    private static IEnumerable<Claim> Claims(DefenseCoopContext db) =>
    [
        .. db.ChangeTracker.Entries<Initiative>().Select(e => Of(SubjectKind.Initiative, e.Entity.Code, e, e.Property(i => i.StatusAsOf))),
        .. db.ChangeTracker.Entries<Milestone>().Select(e => Of(SubjectKind.Milestone, e.Entity.Code, e, e.Property(m => m.StatusAsOf))),
    ];

    private static Claim Of<T>(SubjectKind kind, string code, EntityEntry<T> entry, PropertyEntry<T, PartialDate?> asOf)
        where T : class => new(
            kind, code, entry.State == EntityState.Added ? null : asOf.OriginalValue,
            entry.State == EntityState.Deleted ? null : asOf.CurrentValue);

    /// <summary>The records whose claim, or what it rests on, is changed.</summary>
    private static async Task<HashSet<(SubjectKind Kind, string Code)>> TouchedAsync(DefenseCoopContext db, CancellationToken ct)
    {
        HashSet<(SubjectKind Kind, string Code)> touched = [.. Claims(db).Where(c => c.Before != c.Now).Select(c => (c.Kind, c.Code))];
        touched.UnionWith(db.ChangeTracker.Entries<Citation>()
            .Where(c => c.State == EntityState.Deleted && Kinds.Contains(c.Entity.Kind))
            .Select(c => (c.Entity.Kind, c.Entity.SubjectCode)));
        var sources = Redated(db);
        if (sources.Count == 0) return touched;
        var citing = await db.Set<Citation>().Where(c => EF.Parameter(sources).Contains(c.SourceId) && Kinds.Contains(c.Kind))
            .Select(c => new { c.Kind, c.SubjectCode }).ToListAsync(ct);
        touched.UnionWith(citing.Select(c => (c.Kind, c.SubjectCode)));
        return touched;
    }

    private sealed record Claim(SubjectKind Kind, string Code, PartialDate? Before, PartialDate? Now);
}

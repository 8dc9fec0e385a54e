using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Fields.Citing;

/// <summary>Something that happened, of which no source can tell any more.</summary>
/// <param name="Code">The reading or milestone.</param>
/// <param name="Day">When it was, in words.</param>
internal sealed record UntoldFact(string Code, string Day);

/// <summary>
/// The days of sources cannot be moved before what rests on them. The form of a record asks for its own day; this asks for
/// the records of others that rest on a source which is changed and not saved yet. Of what no source could tell before
/// nothing is held against who corrects a source.
/// </summary>
internal static class UntoldFacts
{
    public static async Task<IReadOnlyList<UntoldFact>> FindAsync(DefenseCoopContext db, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var moved = StatusSources.Redated(db);
        if (moved.Count == 0) return [];
        var resting = await Facts(db).Where(c => EF.Parameter(moved).Contains(c.SourceId))
            .Select(c => new { c.Kind, c.SubjectCode }).Distinct().ToListAsync(ct);
        var codes = resting.Select(r => r.SubjectCode).ToList();
        await Facts(db).Include(c => c.Source).Where(c => EF.Parameter(codes).Contains(c.SubjectCode)).LoadAsync(ct);
        var readings = await db.Set<Reading>().Where(r => EF.Parameter(codes).Contains(r.Code)).ToListAsync(ct);
        var milestones = await db.Set<Milestone>().Where(m => EF.Parameter(codes).Contains(m.Code)).ToListAsync(ct);
        var cited = db.ChangeTracker.Entries<Citation>()
            .Where(c => c.Entity.Aspect == Aspect.Record)
            .ToLookup(c => (c.Entity.Kind, c.Entity.SubjectCode));
        var facts = readings.Where(r => db.Entry(r).State != EntityState.Deleted)
            .Select(r => (Kind: SubjectKind.Reading, r.Code, First: ReadingConsistency.Told(r), Day: r.Period.ToDisplay()))
            .Concat(milestones.Where(m => db.Entry(m).State != EntityState.Deleted)
                .Select(m => (Kind: SubjectKind.Milestone, m.Code, First: MilestoneConsistency.Told(m), Day: m.Actual?.ToDisplay() ?? "")));
        return
        [
            .. from fact in facts
               where fact.First is not null && resting.Any(r => r.Kind == fact.Kind && r.SubjectCode == fact.Code)
               let own = cited[(fact.Kind, fact.Code)]
               let now = own.Where(c => c.State != EntityState.Deleted).Select(c => c.Entity.Source.SpeaksUntil)
               let before = own.Where(c => c.State != EntityState.Added).Select(c => db.Entry(c.Entity.Source))
               where SourceDays.TooEarly(fact.First!.Value, now) is not null
                   && SourceDays.TooEarly(fact.First!.Value, before.Select(StatusSources.WasSpeakingUntil)) is null
               orderby fact.Code
               select new UntoldFact(fact.Code, fact.Day),
        ];
    }

    /// <summary>What is wrong, said to who changes the source.</summary>
    public static string Message(IReadOnlyList<UntoldFact> facts)
    {
        const int Named = 3;
        var first = string.Join(", ", facts.Take(Named).Select(f => $"{f.Code} ({f.Day})"))
            + (facts.Count > Named ? $" and {facts.Count - Named} more" : "");
        return $"What happened later rests on this source, which could not tell of it then: {first}. "
            + $"Give {(facts.Count == 1 ? "it" : "them")} a later source, or correct when it was, first.";
    }

    private static IQueryable<Citation> Facts(DefenseCoopContext db) =>
        db.Set<Citation>().Where(c => c.Aspect == Aspect.Record && (c.Kind == SubjectKind.Reading || c.Kind == SubjectKind.Milestone));
}

using System.Linq.Expressions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status.Facts;

/// <summary>Reads what the rules need of many initiatives at once: one query for each kind of fact.</summary>
internal static class FactsLoader
{
    // Compiled: they stand in every save, most often for one initiative.
    // Readings, of which there are many, come without what the rules do not ask.
    private static readonly Func<DefenseCoopContext, string, IAsyncEnumerable<Initiative>> OneInitiative = EF.CompileAsyncQuery(
        (DefenseCoopContext db, string code) => db.Initiatives.AsNoTracking().AsSplitQuery()
            .Include(i => i.Milestones)
            .Include(i => i.Indicators).ThenInclude(i => i.Baseline)
            .Include(i => i.Indicators).ThenInclude(i => i.Targets)
            .Where(i => i.Code == code));

    // Outer joins: with inner ones, a database without statistics may start from every citation there is.
    private static readonly Func<DefenseCoopContext, int, IAsyncEnumerable<CitedReading>> ReadingsOf = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int initiative) =>
            from r in db.Readings
            where r.Indicator.InitiativeId == initiative && r.WithdrawnBecause == null
            from c in db.Citations.Where(c => c.Kind == SubjectKind.Reading && c.SubjectCode == r.Code).DefaultIfEmpty()
            orderby r.Position, r.Code
            select new CitedReading(
                r.IndicatorId, r.Code, r.Value, r.Period, r.Kind, c == null ? null : c.Source.Tier, c == null ? null : c.Source.Published));

    private static readonly Func<DefenseCoopContext, int, IAsyncEnumerable<CitedWeight>> MilestoneWeightsOf = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int initiative) =>
            from m in db.Milestones
            where m.InitiativeId == initiative
            from c in db.Citations.Where(c => c.Kind == SubjectKind.Milestone && c.SubjectCode == m.Code).DefaultIfEmpty()
            select new CitedWeight(m.Code, c == null ? null : c.Source.Tier, c == null ? null : c.Source.Published));

    /// <summary>Initiatives and their facts.</summary>
    public static async Task<List<(Initiative Initiative, InitiativeFacts Facts)>> InitiativesAsync(
        DefenseCoopContext db, IEnumerable<string> codes, CancellationToken ct)
    {
        List<Initiative> initiatives = [];
        foreach (var code in codes)
        {
            await foreach (var initiative in OneInitiative(db, code).WithCancellation(ct)) initiatives.Add(initiative);
        }

        List<(Initiative, InitiativeFacts)> loaded = [];
        foreach (var initiative in initiatives) loaded.Add((initiative, await FactsAsync(db, initiative, ct)));
        return loaded;
    }

    private static async Task<InitiativeFacts> FactsAsync(DefenseCoopContext db, Initiative initiative, CancellationToken ct)
    {
        List<CountedReading> readings = [];
        List<CitedWeight> cited = [];
        await foreach (var row in ReadingsOf(db, initiative.Id).WithCancellation(ct))
        {
            // A reading stands once for each of its citations, one after the other.
            if (readings.Count == 0 || readings[^1].Code != row.Code)
            {
                readings.Add(new CountedReading(row.IndicatorId, row.Code, row.Value, row.Period, row.Kind));
            }
            cited.Add(new CitedWeight(row.Code, row.Tier, row.Published));
        }

        if (initiative.Milestones.Count > 0)
        {
            await foreach (var weight in MilestoneWeightsOf(db, initiative.Id).WithCancellation(ct)) cited.Add(weight);
        }

        var ofIndicator = readings.ToLookup(r => r.IndicatorId);
        return initiative.ToFacts(ByCode(cited), i => ofIndicator[i.Id]);
    }

    /// <summary>A reading that counts, with one of the sources that it cites.</summary>
    private sealed record CitedReading(
        int IndicatorId, string Code, decimal Value, Period Period, ReadingKind Kind, SourceTier? Tier, PartialDate? Published);

    /// <summary>One of the sources that a record cites.</summary>
    /// <param name="Tier">Null where it cites none.</param>
    private sealed record CitedWeight(string Subject, SourceTier? Tier, PartialDate? Published);

    /// <summary>The facts of the initiatives that <paramref name="which"/> selects, by initiative code.</summary>
    public static async Task<Dictionary<string, InitiativeFacts>> LoadAsync(
        DefenseCoopContext db, Expression<Func<Initiative, bool>>? which, CancellationToken ct)
    {
        var initiatives = which is null ? db.Set<Initiative>() : db.Set<Initiative>().Where(which);
        var weights = await WeightsAsync(db, initiatives, ct);
        var loaded = await initiatives.AsNoTracking().AsSplitQuery()
            .Include(i => i.Milestones)
            .Include(i => i.Indicators).ThenInclude(i => i.Baseline)
            .Include(i => i.Indicators).ThenInclude(i => i.Targets)
            .Include(i => i.Indicators).ThenInclude(i => i.Readings)
            .ToListAsync(ct);
        return loaded.ToDictionary(i => i.Code, i => i.ToFacts(weights));
    }

    /// <summary>The weight of the sources of every reading and milestone of the given initiatives, by record code.</summary>
    public static async Task<Dictionary<string, SourceWeight>> WeightsAsync(
        DefenseCoopContext db, IQueryable<Initiative> initiatives, CancellationToken ct)
    {
        var codes = initiatives.SelectMany(i => i.Milestones).Select(m => m.Code)
            .Concat(initiatives.SelectMany(i => i.Indicators).SelectMany(i => i.Readings).Select(r => r.Code));
        var cited = db.Set<Citation>()
            .Where(c => c.Kind == SubjectKind.Reading || c.Kind == SubjectKind.Milestone)
            .Where(c => codes.Contains(c.SubjectCode))
            .Select(c => new CitedWeight(c.SubjectCode, c.Source.Tier, c.Source.Published));
        return ByCode(await cited.ToListAsync(ct));
    }

    private static Dictionary<string, SourceWeight> ByCode(List<CitedWeight> cited)
    {
        Dictionary<string, SourceWeight> weights = [];
        foreach (var (subject, tier, published) in cited)
        {
            if (tier is { } known) weights[subject] = weights.GetValueOrDefault(subject).With(known, published);
        }

        return weights;
    }

    /// <summary>The trees of the focus areas, in their order.</summary>
    public static async Task<List<FocusAreaFacts>> TreesAsync(DefenseCoopContext db, string? slug, CancellationToken ct)
    {
        var areas = await db.Set<Domain.Results.FocusArea>().AsNoTracking().AsSplitQuery()
            .Where(a => slug == null || a.Slug == slug)
            .OrderBy(a => a.Position)
            .Select(a => new
            {
                a.Slug,
                a.Name,
                Objectives = a.Objectives.OrderBy(o => o.Position).ThenBy(o => o.Id).Select(o => new
                {
                    o.Code,
                    o.Text,
                    o.Weight,
                    Outcomes = o.Outcomes.OrderBy(x => x.Position).ThenBy(x => x.Id).Select(x => new
                    {
                        x.Code,
                        x.Text,
                        x.Weight,
                        Contributions = x.Contributions.OrderBy(c => c.Id).Select(c => new { c.Initiative.Code, c.Weight }).ToList(),
                    }).ToList(),
                }).ToList(),
            })
            .ToListAsync(ct);
        return
        [
            .. areas.Select(a => new FocusAreaFacts(a.Slug, a.Name,
            [
                .. a.Objectives.Select(o => new ObjectiveFacts(o.Code, o.Text, o.Weight,
                [
                    .. o.Outcomes.Select(x => new OutcomeFacts(x.Code, x.Text, x.Weight,
                        [.. x.Contributions.Select(c => new ContributionFacts(c.Code, c.Weight))])),
                ])),
            ])),
        ];
    }
}

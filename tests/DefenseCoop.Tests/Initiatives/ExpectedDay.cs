using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Tests.Initiatives;

/// <summary>The whole graph in memory, read without the product's loaders.</summary>
internal sealed record Entities(
    IReadOnlyList<Initiative> Initiatives, IReadOnlyList<FocusArea> FocusAreas, ILookup<string, Source> SourcesByFact)
{
    public static async Task<Entities> LoadAsync(DefenseCoopContext db)
    {
        var initiatives = await db.Initiatives.AsTracking().AsSplitQuery()
            .Include(i => i.Category)
            .Include(i => i.Participations).ThenInclude(p => p.Organization)
            .Include(i => i.Sites)
            .Include(i => i.Agreement)
            .Include(i => i.Exercises).ThenInclude(e => e.Editions)
            .Include(i => i.Milestones)
            .Include(i => i.Indicators).ThenInclude(i => i.Baseline)
            .Include(i => i.Indicators).ThenInclude(i => i.Targets)
            .Include(i => i.Indicators).ThenInclude(i => i.Readings)
            .Include(i => i.Contributions).ThenInclude(c => c.Outcome.Objective.FocusArea)
            .ToListAsync();
        var areas = await db.FocusAreas.AsTracking().AsSplitQuery()
            .Include(a => a.Objectives).ThenInclude(o => o.Outcomes).ThenInclude(o => o.Contributions)
            .ToListAsync();
        var citations = await db.Citations.AsTracking().Include(c => c.Source).ToListAsync();
        return new Entities(initiatives, areas, citations
            .Where(c => c.Kind is SubjectKind.Reading or SubjectKind.Milestone)
            .ToLookup(c => c.SubjectCode, c => c.Source));
    }

    public InitiativeFacts Facts(Initiative i) => new()
    {
        Code = i.Code,
        Title = i.Title,
        RecordedStage = i.RecordedStage,
        Start = i.Start,
        End = i.End,
        StatusAsOf = i.StatusAsOf,
        Milestones = [.. i.Milestones.OrderBy(m => m.Position).Select(m => new MilestoneFacts
        {
            Code = m.Code,
            Title = m.Title,
            Planned = m.Planned,
            Forecast = m.Forecast,
            Actual = m.Actual,
            ReportedState = m.ReportedState,
            StatusAsOf = m.StatusAsOf,
            Tier = BestTier(m.Code),
        })],
        Indicators = [.. i.Indicators.OrderBy(n => n.Position).Select(n => new IndicatorFacts
        {
            Code = n.Code,
            Name = n.Name,
            Unit = n.Unit,
            Direction = n.Direction,
            ReportingMonths = n.ReportingMonths,
            Baseline = n.Baseline is null ? null : new BaselineFacts(n.Baseline.Value, n.Baseline.Period),
            Target = n.Targets.OrderBy(t => t.Position).Select(t => new TargetFacts(t.Value, t.By, t.Kind)).FirstOrDefault(),
            Readings = [.. n.Readings.Where(r => !r.IsWithdrawn).OrderBy(r => r.Position).Select(r => new ReadingFacts(
                r.Code, r.Value, r.Period, r.Kind, BestTier(r.Code), SourcesByFact[r.Code].Max(s => s.Published)))],
        })],
    };

    private SourceTier? BestTier(string code) =>
        SourcesByFact[code].Select(s => (SourceTier?)s.Tier).OrderBy(t => t).FirstOrDefault();
}

/// <summary>One initiative on one day, as the rules give it.</summary>
internal sealed record ExpectedRow(Initiative Initiative, InitiativeFinding Finding, DateOnly Day)
{
    public string Code => Initiative.Code;

    public PartialDate? StatusAsOf => Initiative.StatusAsOf is { } known && known.LastDay <= Day ? known : null;

    public int Met => Finding.Milestones.Count(m => m.IsMet);

    public int Countable => Finding.Milestones.Count(m => !m.IsCancelled);

    public DateOnly? LastActiveDay => (Initiative.End
        ?? (Finding.Stage is Stage.Completed or Stage.Cancelled ? Initiative.StatusAsOf : null))?.LastDay;
}

/// <summary>What the rules give for one day.</summary>
internal sealed class ExpectedDay
{
    public ExpectedDay(Entities entities, DateOnly day)
    {
        Day = day;
        foreach (var initiative in entities.Initiatives)
        {
            var facts = entities.Facts(initiative);
            if (IsListed(facts, day)) Rows.Add(new ExpectedRow(initiative, InitiativeRule.Judge(facts, day, Thresholds.Default), day));
        }

        var findings = Rows.ToDictionary(r => r.Code, r => r.Finding);
        FocusAreas =
        [
            .. entities.FocusAreas.OrderBy(a => a.Position).Select(a => FocusAreaRule.Judge(Tree(a), findings, Thresholds.Default)),
        ];
    }

    public DateOnly Day { get; }

    public List<ExpectedRow> Rows { get; } = [];

    public IReadOnlyList<RollUpFinding> FocusAreas { get; }

    /// <summary>model.md: its start's first possible day or any fact of it on or before the day; without any date always.</summary>
    private static bool IsListed(InitiativeFacts facts, DateOnly day)
    {
        List<DateOnly?> days =
        [
            facts.Start?.FirstDay,
            facts.StatusAsOf?.LastDay,
            facts.RecordedStage == Stage.Completed ? facts.End?.LastDay : null,
            .. facts.Milestones.SelectMany(m => new[] { m.Actual?.FirstDay, m.StatusAsOf?.LastDay }),
            .. facts.Indicators.SelectMany(i => i.Readings).Select(r => r.Period.LastDay),
        ];
        return days.TrueForAll(d => d is null) || days.Exists(d => d <= day);
    }

    private static FocusAreaFacts Tree(FocusArea area) => new(area.Slug, area.Name,
    [
        .. area.Objectives.OrderBy(o => o.Position).Select(o => new ObjectiveFacts(o.Code, o.Text, o.Weight,
        [
            .. o.Outcomes.OrderBy(x => x.Position).Select(x => new OutcomeFacts(x.Code, x.Text, x.Weight,
                [.. x.Contributions.OrderBy(c => c.Id).Select(c => new ContributionFacts(c.Initiative.Code, c.Weight))])),
        ])),
    ]);
}

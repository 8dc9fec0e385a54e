using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Status;

/// <summary>The best tier and the latest date among the sources of one record: what the rules weigh a reading by.</summary>
internal readonly record struct SourceWeight(SourceTier? Tier, PartialDate? Date)
{
    public SourceWeight With(SourceTier tier, PartialDate? date) => new(
        Tier is { } known && known <= tier ? known : tier,
        Date is { } dated && !(date > dated) ? dated : date);
}

/// <summary>Loaded entities as the facts that the rules of status take.</summary>
internal static class FactsMapping
{
    public static InitiativeFacts ToFacts(this Initiative initiative, IReadOnlyDictionary<string, SourceWeight> weights) => new()
    {
        Code = initiative.Code,
        Title = initiative.Title,
        RecordedStage = initiative.RecordedStage,
        Start = initiative.Start,
        End = initiative.End,
        StatusAsOf = initiative.StatusAsOf,
        Milestones = [.. initiative.Milestones.OrderBy(m => m.Position).Select(m => m.ToFacts(weights.GetValueOrDefault(m.Code).Tier))],
        Indicators = [.. initiative.Indicators.OrderBy(i => i.Position).Select(i => i.ToFacts(weights))],
    };

    public static MilestoneFacts ToFacts(this Milestone milestone, SourceTier? tier) => new()
    {
        Code = milestone.Code,
        Title = milestone.Title,
        Planned = milestone.Planned,
        Forecast = milestone.Forecast,
        Actual = milestone.Actual,
        ReportedState = milestone.ReportedState,
        StatusAsOf = milestone.StatusAsOf,
        Tier = tier,
    };

    private static IndicatorFacts ToFacts(this Indicator indicator, IReadOnlyDictionary<string, SourceWeight> weights) => new()
    {
        Code = indicator.Code,
        Name = indicator.Name,
        Unit = indicator.Unit,
        Direction = indicator.Direction,
        ReportingMonths = indicator.ReportingMonths,
        Baseline = indicator.Baseline is { } baseline ? new BaselineFacts(baseline.Value, baseline.Period) : null,
        Target = indicator.Targets.SingleOrDefault(t => t.Position == 0) is { } target ? new TargetFacts(target.Value, target.By) : null,
        // What was taken back as mistaken is no evidence.
        Readings = [.. indicator.Readings.Where(r => !r.IsWithdrawn).OrderBy(r => r.Position).Select(r => ToFacts(r.Code, r.Value, r.Period, r.Kind, weights.GetValueOrDefault(r.Code)))],
    };

    public static ReadingFacts ToFacts(string code, decimal value, Period period, ReadingKind kind, SourceWeight weight) =>
        new(code, value, period, kind, weight.Tier, weight.Date);
}

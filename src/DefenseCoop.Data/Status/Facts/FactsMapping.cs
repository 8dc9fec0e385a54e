using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Status.Facts;

/// <summary>
/// What the rules weigh a reading by: the best tier among its sources,
/// and the date of the source of that tier which may be the latest.
/// </summary>
/// <param name="Tier">Null where it cites none.</param>
/// <param name="Date">Null also where a source of that tier has no date: it may be later than any other.</param>
internal readonly record struct SourceWeight(SourceTier? Tier, PartialDate? Date)
{
    public SourceWeight With(SourceTier tier, PartialDate? date) => Tier switch
    {
        { } known when known < tier => this,
        { } known when known == tier => new SourceWeight(known, Later(Date, date)),
        _ => new SourceWeight(tier, date),
    };

    private static PartialDate? Later(PartialDate? one, PartialDate? other) =>
        one is not { } a || other is not { } b ? null : (a.LastDay, a.FirstDay).CompareTo((b.LastDay, b.FirstDay)) >= 0 ? a : b;
}

/// <summary>What the rules ask of a reading that was not taken back.</summary>
internal sealed record CountedReading(int IndicatorId, string Code, decimal Value, Period Period, ReadingKind Kind);

/// <summary>Loaded entities as the facts that the rules of status take.</summary>
internal static class FactsMapping
{
    /// <param name="initiative">With its readings.</param>
    /// <param name="weights">By record code.</param>
    public static InitiativeFacts ToFacts(this Initiative initiative, IReadOnlyDictionary<string, SourceWeight> weights) =>
        initiative.ToFacts(weights, Counted);

    /// <param name="initiative">With all but its readings.</param>
    /// <param name="weights">By record code.</param>
    /// <param name="readings">Those of an indicator that count, in their order.</param>
    public static InitiativeFacts ToFacts(
        this Initiative initiative, IReadOnlyDictionary<string, SourceWeight> weights,
        Func<Indicator, IEnumerable<CountedReading>> readings) => new()
    {
        Code = initiative.Code,
        Title = initiative.Title,
        RecordedStage = initiative.RecordedStage,
        Start = initiative.Start,
        End = initiative.End,
        StatusAsOf = initiative.StatusAsOf,
        Milestones = [.. initiative.Milestones.OrderBy(m => m.Position)
            .ThenBy(m => m.Code, StringComparer.Ordinal)
            .Select(m => m.ToFacts(weights.GetValueOrDefault(m.Code).Tier))],
        Indicators = [.. initiative.Indicators.OrderBy(i => i.Position)
            .ThenBy(i => i.Code, StringComparer.Ordinal)
            .Select(i => ToFacts(i, weights, readings(i)))],
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

    private static IndicatorFacts ToFacts(
        Indicator indicator, IReadOnlyDictionary<string, SourceWeight> weights, IEnumerable<CountedReading> readings) => new()
        {
            Code = indicator.Code,
            Name = indicator.Name,
            Unit = indicator.Unit,
            Direction = indicator.Direction,
            ReportingMonths = indicator.ReportingMonths,
            Baseline = indicator.Baseline is { } baseline ? new BaselineFacts(baseline.Value, baseline.Period) : null,
            Target = indicator.Targets.SingleOrDefault(t => t.Position == 0) is { } target
                ? new TargetFacts(target.Value, target.By, target.Kind)
                : null,
            Readings = [.. readings.Select(r => ToFacts(r, weights.GetValueOrDefault(r.Code)))],
        };

    /// <summary>What was taken back as mistaken is no evidence.</summary>
    private static IEnumerable<CountedReading> Counted(Indicator indicator) =>
        indicator.Readings.Where(r => !r.IsWithdrawn).OrderBy(r => r.Position).ThenBy(r => r.Code, StringComparer.Ordinal)
            .Select(r => new CountedReading(indicator.Id, r.Code, r.Value, r.Period, r.Kind));

    private static ReadingFacts ToFacts(CountedReading reading, SourceWeight weight) =>
        new(reading.Code, reading.Value, reading.Period, reading.Kind, weight.Tier, weight.Date);
}

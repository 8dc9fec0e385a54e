using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Status;

/// <summary>
/// What the rules need of a reading. Tier and date are those of its
/// best source; of several as good, of the one that may be the latest.
/// </summary>
public sealed record ReadingFacts(
    string Code, decimal Value, Period Period, ReadingKind Kind, SourceTier? Tier, PartialDate? SourceDate)
{
    /// <summary>Only actual values and estimates are evidence.</summary>
    public bool Counts => Kind is ReadingKind.Actual or ReadingKind.Estimate;

    public bool ExistsOn(DateOnly day) => Period.LastDay <= day;
}

public sealed record BaselineFacts(decimal Value, Period? Period);

public sealed record TargetFacts(decimal Value, PartialDate? By, TargetKind Kind = TargetKind.Reach);

/// <summary>What the rules need of an indicator.</summary>
public sealed record IndicatorFacts
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public Direction Direction { get; init; }

    /// <summary>Months between readings; null where none is given.</summary>
    public int? ReportingMonths { get; init; }

    public BaselineFacts? Baseline { get; init; }

    public TargetFacts? Target { get; init; }

    public IReadOnlyList<ReadingFacts> Readings { get; init; } = [];

    /// <summary>Whether the target is one to hold; one that equals its baseline leaves nothing else to do.</summary>
    public bool IsHeld => Target is { } target && (target.Kind == TargetKind.Hold || target.Value == Baseline?.Value);

    /// <summary>Whether a larger value is better.</summary>
    public bool IsUpward => !IsHeld && this is { Target: { } target, Baseline: { } baseline }
        ? target.Value >= baseline.Value
        : Direction != Direction.Down;
}

/// <summary>What the rules need of a milestone.</summary>
public sealed record MilestoneFacts
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public PartialDate? Planned { get; init; }

    public PartialDate? Forecast { get; init; }

    public PartialDate? Actual { get; init; }

    public MilestoneState ReportedState { get; init; }

    public PartialDate? StatusAsOf { get; init; }

    public SourceTier? Tier { get; init; }

    /// <summary>The day the public text speaks for, as far as it was known on <paramref name="day"/>.</summary>
    public DateOnly? EvidenceOn(DateOnly day) => NewestEvidence(day)?.On;

    /// <summary>The same, as exact as it is known.</summary>
    public DatedEvidence? NewestEvidence(DateOnly day) =>
        StatusAsOf is { } known && known.LastDay <= day ? DatedEvidence.AsOf(known) : null;
}

/// <summary>What the rules need of an initiative.</summary>
public sealed record InitiativeFacts
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public Stage RecordedStage { get; init; }

    public PartialDate? Start { get; init; }

    public PartialDate? End { get; init; }

    public PartialDate? StatusAsOf { get; init; }

    public IReadOnlyList<MilestoneFacts> Milestones { get; init; } = [];

    public IReadOnlyList<IndicatorFacts> Indicators { get; init; } = [];

    internal InitiativeFacts WithIndicator(string code, Func<IndicatorFacts, IndicatorFacts> change) =>
        this with { Indicators = [.. Indicators.Select(i => i.Code == code ? change(i) : i)] };

    internal InitiativeFacts WithMilestone(string code, Func<MilestoneFacts, MilestoneFacts> change) =>
        this with { Milestones = [.. Milestones.Select(m => m.Code == code ? change(m) : m)] };
}

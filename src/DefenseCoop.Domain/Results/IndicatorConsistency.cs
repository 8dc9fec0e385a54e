using System.Globalization;

namespace DefenseCoop.Domain.Results;

/// <summary>What baseline, direction and targets of an indicator have to say together.</summary>
public static class IndicatorConsistency
{
    /// <param name="indicator">With its baseline and targets.</param>
    public static IEnumerable<Inconsistency> Of(Indicator indicator)
    {
        var (baseline, direction) = (indicator.Baseline, indicator.Direction);
        var target = indicator.Targets.SingleOrDefault(t => t.Position == 0);
        if (WrongWay(baseline, target, direction) is { } wrong) yield return new(["TargetValue", "BaselineValue", "Direction"], wrong);
        if (direction == Direction.None && target is not null && (target.Kind == TargetKind.Hold || target.Value == baseline?.Value))
        {
            yield return new(["Direction", "TargetKind"], "A target to hold has a right side: say whether upward or downward is better.");
        }

        if (target?.By is { } by && baseline?.Period?.LastDay is { } measured && by.LastDay <= measured)
        {
            yield return new(
                ["TargetBy", "BaselinePeriod"],
                $"The target’s day is not after the baseline ({baseline.Period.ToDisplay()}): correct one of them.");
        }

        foreach (var further in indicator.Targets.Where(t => t.Position > 0).OrderBy(t => t.Position))
        {
            if (!indicator.Targets.Any(t => t.Position < further.Position && SayTheSame(t, further))) continue;
            var prefix = string.Create(CultureInfo.InvariantCulture, $"Target{further.Position}");
            yield return new(
                [$"{prefix}Value", $"{prefix}By"],
                "This target stands there already, with the same value and day: correct one of them, or leave this empty.");
        }
    }

    private static string? WrongWay(Baseline? baseline, Target? target, Direction direction) => (baseline, target, direction) switch
    {
        (_, { Kind: TargetKind.Hold }, _) => null,
        ({ } from, { } to, Direction.Up) when to.Value < from.Value =>
            "Upward is better, but the target is below the baseline: correct the direction or one of the two.",
        ({ } from, { } to, Direction.Down) when to.Value > from.Value =>
            "Downward is better, but the target is above the baseline: correct the direction or one of the two.",
        _ => null,
    };

    private static bool SayTheSame(Target one, Target other) => one.Value == other.Value && one.By == other.By && one.Kind == other.Kind;
}

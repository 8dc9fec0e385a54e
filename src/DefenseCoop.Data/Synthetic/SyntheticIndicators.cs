using System.Globalization;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Synthetic;

/// <summary>Indicators of every kind that the rules tell apart: with and without baseline, target and day, up and down.</summary>
internal static class SyntheticIndicators
{
    private static readonly Attribution Ours = new() { Provenance = Provenance.Illustrative };
    private static readonly string[] Units = ["people", "items", "sites", "USD m"];

    private static readonly ReadingKind[] Kinds =
        [
            ReadingKind.Actual, ReadingKind.Actual, ReadingKind.Actual,
            ReadingKind.Estimate, ReadingKind.Plan, ReadingKind.Ceiling, ReadingKind.Pledge,
        ];

    public static Indicator Indicator(Initiative initiative, DateOnly start, DateOnly today, Random random)
    {
        var number = initiative.Indicators.Count + 1;
        var code = string.Create(CultureInfo.InvariantCulture, $"{initiative.Code}-IN{number}");
        var direction = random.Pick([Direction.Up, Direction.Up, Direction.Up, Direction.Down, Direction.None]);
        var from = random.Next(0, 50);
        var to = direction == Direction.Down ? from - random.Next(1, 50) : from + random.Next(0, 100);
        var indicator = Domain.Results.Indicator.Create(
            code, string.Create(CultureInfo.InvariantCulture, $"Synthetic measure {number}"), random.Pick(Units), direction, number - 1);
        indicator.ReportEvery(random.Pick([null, null, 3, 12, (int?)24]));
        if (random.Chance(0.7)) indicator.CountFrom(Baseline(code, from, start, random));
        if (random.Chance(0.7))
        {
            var target = Target.Create($"{code}-T0", to, Ours);
            target.FallDue(random.Chance(0.8) ? random.Date(today.AddDays(random.Next(-500, 1500))) : null);
            indicator.Targets.Add(target);
            Order(indicator);
        }

        for (var n = random.Next(1, 6); n > 0; n--) indicator.Readings.Add(Reading(indicator, from, to, start, today, random));
        return indicator;
    }

    /// <summary>A target has its day after the baseline, and one that equals it has a right side.</summary>
    private static void Order(Indicator indicator)
    {
        var target = indicator.Targets.First();
        if (indicator.Baseline is not { } baseline) return;
        if (indicator.Direction == Direction.None && target.Value == baseline.Value) target.Revise(target.Value + 1);
        if (baseline.Period?.LastDay is { } measured && target.By?.LastDay <= measured)
        {
            target.FallDue(PartialDate.OfDay(measured.AddDays(1)));
        }
    }

    private static Baseline Baseline(string indicatorCode, int value, DateOnly start, Random random)
    {
        var baseline = Domain.Results.Baseline.Create($"{indicatorCode}-B", value, Ours);
        if (random.Chance(0.8)) baseline.Date(Period.Parse(random.Date(start).ToString()));
        return baseline;
    }

    private static Reading Reading(Indicator indicator, int from, int to, DateOnly start, DateOnly today, Random random)
    {
        var number = indicator.Readings.Count + 1;
        var day = start.AddDays(random.Next(0, Math.Max(1, today.DayNumber - start.DayNumber)));
        var kind = random.Pick(Kinds);
        var reading = Domain.Results.Reading.Create(
            string.Create(CultureInfo.InvariantCulture, $"{indicator.Code}-R{number}"),
            Period.Parse(random.Chance(0.03) ? "undated" : random.Date(day).ToString()),
            Math.Round(from + ((to - from) * (decimal)random.NextDouble() * 1.2m), 1),
            kind, kind.ToString().ToLowerInvariant(), Ours, number - 1);
        reading.Qualify(random.Pick(Enum.GetValues<Qualifier>()));
        return reading;
    }
}

using CsCheck;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Tests.Status;

/// <summary>Facts of every shape, near enough to each other that the boundaries of the rules are met often.</summary>
internal static class Generated
{
    private static readonly DateOnly Center = new(2025, 1, 1);

    /// <summary>The same samples in every run; the failing one is named with its facts.</summary>
    public static void ForAll<T>(this Gen<T> gen, int samples, Action<T> holds)
    {
        var random = new PCG(1, 20260101);
        for (var i = 0; i < samples; i++)
        {
            var sample = gen.Generate(random, null, out _);
            try
            {
                holds(sample);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Sample {i} of {samples}: {Print(sample)}{Environment.NewLine}{e.Message}", e);
            }
        }
    }

    public static Gen<DateOnly> Day { get; } = Gen.Int[-800, 800].Select(d => Center.AddDays(d));

    public static Gen<PartialDate> Date { get; } = Gen.Select(Gen.Int[-2000, 2000], Precision)
        .Select((d, precision) => Around(Center.AddDays(d), precision));

    /// <summary>Half of all dates are known to the day.</summary>
    public static Gen<DatePrecision> Precision => OneOf(
        DatePrecision.Year, DatePrecision.HalfYear, DatePrecision.Quarter, DatePrecision.Month,
        DatePrecision.Day, DatePrecision.Day, DatePrecision.Day, DatePrecision.Day);

    /// <summary>The date that means the given day and is known only so far.</summary>
    public static PartialDate Around(DateOnly day, DatePrecision precision) => precision switch
    {
        DatePrecision.Year => PartialDate.OfYear(day.Year),
        DatePrecision.HalfYear => PartialDate.OfHalfYear(day.Year, ((day.Month - 1) / 6) + 1),
        DatePrecision.Quarter => PartialDate.OfQuarter(day.Year, ((day.Month - 1) / 3) + 1),
        DatePrecision.Month => PartialDate.OfMonth(day.Year, day.Month),
        _ => PartialDate.OfDay(day),
    };

    public static Gen<Period> Period { get; } = Gen.Frequency(
        (12, Date.Select(d => Domain.Schedule.Period.Parse(d.ToString()))),
        (1, Gen.Select(Gen.Int[2018, 2023], Gen.Int[0, 4]).Select((y, n) => Domain.Schedule.Period.Parse($"{y}-{y + n}"))),
        (1, OneOf("Cold War peak", "undated").Select(Domain.Schedule.Period.Parse)));

    public static Gen<decimal> Value { get; } = Gen.Frequency(
        (8, Gen.Int[-2, 12].Select(i => (decimal)i)),
        (4, Gen.Int[-200, 1200].Select(i => i / 100m)),
        (1, OneOf(1_000_000_000_000_000m, -1_000_000_000_000_000m, 0.0000000000000001m)));

    public static Gen<ReadingFacts> Reading { get; } = Gen.Select(
        Value, Period, Gen.Enum<ReadingKind>(), Gen.Bool, Gen.Enum<SourceTier>(), Optional(Date), Gen.Int[0, 999_999]).Select(
        (value, period, kind, counts, tier, source, id) => new ReadingFacts(
            $"R{id}", value, period, counts ? ReadingKind.Actual : kind, id % 7 == 0 ? null : tier, source));

    public static Gen<IndicatorFacts> Indicator { get; } = Gen.Select(
        Optional(Gen.Select(Value, Optional(Period)).Select((v, p) => new BaselineFacts(v, p))),
        Optional(
            Gen.Select(Value, Optional(Date), OneOf(TargetKind.Reach, TargetKind.Reach, TargetKind.Hold))
                .Select((v, by, kind) => new TargetFacts(v, by, kind))),
        Gen.Enum<Direction>(), OneOf<int?>(null, null, 1, 3, 12, 24), Reading.List[0, 4]).Select(
        (baseline, target, direction, months, readings) => new IndicatorFacts
        {
            Code = "IN",
            Name = "Ships at sea",
            Unit = "ships",
            Direction = direction,
            ReportingMonths = months,
            Baseline = baseline,
            Target = target,
            Readings = readings,
        });

    public static Gen<MilestoneFacts> Milestone { get; } = Gen.Select(
        Optional(Date), Optional(Date), Optional(Date), Gen.Enum<MilestoneState>(),
        Optional(Date), Gen.Enum<SourceTier>(), Gen.Bool).Select(
        (planned, forecast, actual, state, asOf, tier, open) => new MilestoneFacts
        {
            Code = "M",
            Title = "Handover",
            Planned = planned,
            Forecast = forecast,
            Actual = open ? null : actual,
            ReportedState = state,
            StatusAsOf = asOf,
            Tier = tier,
        });

    public static Gen<InitiativeFacts> Initiative { get; } = Gen.Select(
        Gen.Frequency((3, Gen.Const(Stage.UnderWay)), (2, Gen.Enum<Stage>())),
        Optional(Date), Optional(Date), Optional(Date), Milestone.List[0, 5], Indicator.List[0, 4]).Select(
        (stage, start, end, asOf, milestones, indicators) => new InitiativeFacts
        {
            Code = "DT-1",
            Title = "Ships",
            RecordedStage = stage,
            Start = start,
            End = end,
            StatusAsOf = asOf,
            Milestones = [.. milestones.Select((m, i) => m with { Code = $"M{i}" })],
            Indicators = [.. indicators.Select((x, i) => x with
            {
                Code = $"IN{i}",
                Name = $"Ships at sea {i}",
                Readings = [.. x.Readings.Select((r, n) => r with { Code = $"IN{i}-R{n}" })],
            })],
        });

    /// <summary>
    /// Trees of one to three objectives over one to three outcomes,
    /// of up to six initiatives on one day, some with weights.
    /// </summary>
    public static Gen<(FocusAreaFacts Area, Dictionary<string, InitiativeFacts> Initiatives, DateOnly Day)> FocusArea { get; } =
        Gen.Select(Initiative.List[0, 6], Gen.Int[0, 6].List[0, 3].List[1, 3].List[1, 3], OneOf(1m, 1m, 0.5m, 2m, 3.7m).Array[12], Day)
            .Select(
                (initiatives, shape, weights, day) =>
                {
                    var next = 0;
                    decimal Weight() => weights[next++ % weights.Length];
                    var area = new FocusAreaFacts("area", "Area", [.. shape.Select((outcomes, o) => new ObjectiveFacts(
                        $"OB{o}", "Objective", Weight(), [.. outcomes.Select((contributions, c) => new OutcomeFacts(
                            $"OB{o}-{c}", "Outcome", Weight(),
                            [.. contributions.Distinct().Select(i => new ContributionFacts($"I{i}", Weight()))]))]))]);
                    return (area, initiatives.Select((f, i) => Named(f, i)).ToDictionary(f => f.Code), day);
                });

    public static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    public static Gen<T?> Optional<T>(Gen<T> gen)
        where T : class => Gen.Frequency((1, Gen.Bool.Select(_ => (T?)null)), (4, gen.Select(v => (T?)v)));

    public static Gen<PartialDate?> Optional(Gen<PartialDate> gen) =>
        Gen.Frequency((1, Gen.Bool.Select(_ => (PartialDate?)null)), (3, gen.Select(v => (PartialDate?)v)));

    private static InitiativeFacts Named(InitiativeFacts facts, int number) => facts with
    {
        Code = $"I{number}",
        Milestones = [.. facts.Milestones.Select(m => m with { Code = $"I{number}-{m.Code}" })],
        Indicators = [.. facts.Indicators.Select(x => x with
        {
            Code = $"I{number}-{x.Code}",
            Readings = [.. x.Readings.Select(r => r with { Code = $"I{number}-{r.Code}" })],
        })],
    };

    private static string Print(object? value) => value switch
    {
        InitiativeFacts f =>
            $"{f} milestones [{string.Join("; ", f.Milestones)}] indicators [{string.Join("; ", f.Indicators.Select(Print))}]",
        IndicatorFacts x => $"{x} readings [{string.Join("; ", x.Readings)}]",
        System.Runtime.CompilerServices.ITuple t => string.Join(" | ", Enumerable.Range(0, t.Length).Select(i => Print(t[i]))),
        _ => value?.ToString() ?? "null",
    };
}

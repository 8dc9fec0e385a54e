using System.Globalization;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Tests.Status;

/// <summary>Facts and findings in few words, for the tests of the rules.</summary>
internal static class Make
{
    public static readonly Thresholds Defaults = Thresholds.Default;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

    public static ReadingFacts Reading(
        decimal value, string period, ReadingKind kind = ReadingKind.Actual,
        SourceTier? tier = SourceTier.Press, string? sourceDate = null) =>
        new($"R-{period}-{value}-{tier}-{sourceDate}", value, Period.Parse(period), kind, tier, Date(sourceDate));

    public static IndicatorFacts Indicator(
        decimal? target = null, string? by = null, decimal? baseline = null, string? from = null,
        Direction direction = Direction.Up, int? months = null, params IReadOnlyList<ReadingFacts> readings) => new()
        {
            Code = "IN-1",
            Name = "Aircraft delivered",
            Unit = "aircraft",
            Direction = direction,
            ReportingMonths = months,
            Baseline = baseline is { } b ? new BaselineFacts(b, from is null ? null : Period.Parse(from)) : null,
            Target = target is { } t ? new TargetFacts(t, Date(by)) : null,
            Readings = readings,
        };

    /// <summary>The same with a target that is to be held.</summary>
    public static IndicatorFacts Held(this IndicatorFacts facts, string unit = "aircraft") =>
        facts with { Unit = unit, Target = facts.Target! with { Kind = TargetKind.Hold } };

    public static MilestoneFacts Milestone(
        string code = "M1", string? planned = null, string? forecast = null, string? actual = null,
        MilestoneState state = MilestoneState.Pending, string? asOf = null) => new()
        {
            Code = code,
            Title = "Handover",
            Planned = Date(planned),
            Forecast = Date(forecast),
            Actual = Date(actual),
            ReportedState = state,
            StatusAsOf = Date(asOf),
            Tier = SourceTier.Primary,
        };

    public static InitiativeFacts Initiative(
        DefenseCoop.Domain.Initiatives.Stage stage = DefenseCoop.Domain.Initiatives.Stage.UnderWay,
        string? start = null, string? end = null, string? asOf = null) => new()
        {
            Code = "DT-1",
            Title = "F-35",
            RecordedStage = stage,
            Start = Date(start),
            End = Date(end),
            StatusAsOf = Date(asOf),
        };

    /// <summary>
    /// A milestone that has the given status on the day: O(n track), R(isk),
    /// F(ailing), S(tale), A(chieved), N(ot assessed), P(ast success).
    /// </summary>
    public static MilestoneFacts MilestoneThatIs(char letter, int number, DateOnly day)
    {
        string At(int days) => PartialDate.OfDay(day.AddDays(days)).ToString();
        var code = $"M{number}";
        return letter switch
        {
            'A' => Milestone(code, actual: At(-10), state: MilestoneState.Met),
            'O' => Milestone(code, planned: At(10)),
            'R' => Milestone(code, planned: At(-10), asOf: At(-9)),
            'F' => Milestone(code, planned: At(-91), asOf: At(-9)),
            'S' => Milestone(code, planned: At(-10)),
            'P' => Milestone(code, actual: At(-731), state: MilestoneState.Met),
            'U' => Milestone(code, state: MilestoneState.Met),
            'N' => Milestone(code),
            _ => throw new ArgumentOutOfRangeException(nameof(letter)),
        };
    }

    public static AssessedStatus StatusOf(char letter) => letter switch
    {
        'A' => AssessedStatus.Achieved,
        'O' => AssessedStatus.OnTrack,
        'R' => AssessedStatus.AtRisk,
        'F' => AssessedStatus.OffTrack,
        'S' => AssessedStatus.Stale,
        _ => AssessedStatus.NotAssessed,
    };

    /// <summary>An indicator finding of the given status; <c>X</c> has no target and can never have one.</summary>
    public static RollUpPart Part(char letter, int number, decimal weight = 1, SourceTier tier = SourceTier.Primary)
    {
        var about = new FactRef(FactKind.Indicator, $"IN-{number}", $"Indicator {number}", "DT-1");
        var status = StatusOf(letter);
        return new RollUpPart(
            new IndicatorFinding
            {
                About = about,
                Status = status,
                Causes = [new Cause("Because.", about, status)],
                CanBeAssessed = letter != 'X',
                Value = status.IsAssessed() ? Reading(1, "2025") with { Code = $"R{number}", Tier = tier } : null,
            },
            weight);
    }
}

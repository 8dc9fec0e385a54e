using CsCheck;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Results;

/// <summary>Figures and other small records whose fields cannot all be right together. The words are tested with the forms.</summary>
public sealed class FigureConsistencyTests
{
    private const TargetKind Reach = TargetKind.Reach;
    private const TargetKind Hold = TargetKind.Hold;

    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Attribution Ours = new() { Provenance = Provenance.Illustrative };

    [Theory]
    [InlineData("above the baseline", Direction.Up, 1, 2, Reach, "")]
    [InlineData("below the baseline", Direction.Up, 2, 1, Reach, "TargetValue BaselineValue Direction")]
    [InlineData("below the baseline, held", Direction.Up, 2, 1, Hold, "")]
    [InlineData("below is better", Direction.Down, 2, 1, Reach, "")]
    [InlineData("above, and below is better", Direction.Down, 1, 2, Reach, "TargetValue BaselineValue Direction")]
    [InlineData("at the baseline", Direction.Up, 2, 2, Reach, "")]
    [InlineData("at the baseline, no side", Direction.None, 2, 2, Reach, "Direction TargetKind")]
    [InlineData("held, no side", Direction.None, 1, 2, Hold, "Direction TargetKind")]
    [InlineData("another value, no side", Direction.None, 1, 2, Reach, "")]
    public void Of_AnIndicator_NamesTheFields(string label, Direction direction, int baseline, int target, TargetKind kind, string fields)
    {
        var indicator = New(direction, baseline);
        Add(indicator, 0, target, kind);

        Assert.Equal((label, fields), (label, Fields(IndicatorConsistency.Of(indicator))));
    }

    [Theory]
    [InlineData("2025", "2024", "")]
    [InlineData("2024-12-31", "2024", "TargetBy BaselinePeriod")]
    [InlineData("2025-01-01", "2024", "")]
    [InlineData("2025", "2025", "TargetBy BaselinePeriod")]
    [InlineData(null, "2024", "")]
    [InlineData("2020", "Cold War peak", "")]
    public void Of_ATargetsDay_IsAfterTheBaseline(string? by, string measured, string fields)
    {
        var indicator = New(Direction.Up, 1);
        indicator.Baseline!.Date(Period.Parse(measured));
        Add(indicator, 0, 2, by: by);

        Assert.Equal(fields, Fields(IndicatorConsistency.Of(indicator)));
    }

    [Theory]
    [InlineData("the same", 2, "2030", Reach, "Target2Value Target2By")]
    [InlineData("another value", 3, "2030", Reach, "")]
    [InlineData("another day", 2, "2031", Reach, "")]
    [InlineData("another kind", 2, "2030", Hold, "")]
    public void Of_AFurtherTarget_SaysSomethingElse(string label, int value, string by, TargetKind kind, string fields)
    {
        var indicator = New(Direction.Up, 1);
        Add(indicator, 1, 2, by: "2030");
        Add(indicator, 2, value, kind, by);

        Assert.Equal((label, fields), (label, Fields(IndicatorConsistency.Of(indicator))));
    }

    /// <summary>Upward and downward are one rule, seen from two sides.</summary>
    [Fact]
    public void Of_AnyIndicatorMirrored_IsTheSame() =>
        Gen.Select(Generated.Value, Generated.Value, Gen.Enum<Direction>(), Gen.Enum<TargetKind>()).ForAll(2000, facts =>
    {
        var (from, to, direction, kind) = facts;
        var one = New(direction, from);
        Add(one, 0, to, kind);
        var mirrored = New(direction switch { Direction.Up => Direction.Down, Direction.Down => Direction.Up, _ => direction }, -from);
        Add(mirrored, 0, -to, kind);

        Assert.Equal(Fields(IndicatorConsistency.Of(one)), Fields(IndicatorConsistency.Of(mirrored)));
    });

    [Theory]
    [InlineData("2026-11-24", ReadingKind.Actual, "Period Kind")]
    [InlineData("2027", ReadingKind.Plan, "")]
    [InlineData("2026-Q4", ReadingKind.Actual, "")]
    [InlineData("Cold War peak", ReadingKind.Actual, "")]
    public void Of_AReading_IsOfWhatHasBegun(string period, ReadingKind kind, string fields)
    {
        var reading = Reading.Create("R", Period.Parse(period), 1, kind, "figure", Ours);

        Assert.Equal(fields, Fields(ReadingConsistency.Of(reading, Today)));
    }

    [Theory]
    [InlineData(2027, ReadingKind.Actual, "Year Kind")]
    [InlineData(2026, ReadingKind.Actual, "")]
    [InlineData(2030, ReadingKind.Plan, "")]
    public void Of_ASpendingFigure_IsOfAYearThatHasBegun(int year, ReadingKind kind, string fields)
    {
        var figure = SpendingFigure.Create("S", "defense-spending", "DK", year, "pct_gdp", "% of GDP", 1, kind, "figure", Ours);

        Assert.Equal(fields, Fields(SpendingConsistency.Of(figure, Today)));
    }

    [Theory]
    [InlineData("2024-05", "2024-04", "End Start")]
    [InlineData("2024-05", "2024", "")]
    [InlineData("2024-05", null, "")]
    public void Of_AnEdition_EndsAfterItsStart(string start, string? end, string fields)
    {
        var edition = ExerciseEdition.Create("E", "2024", PartialDate.Parse(start), Ours);
        edition.Hold(edition.Start, Make.Date(end));

        Assert.Equal(fields, Fields(EditionConsistency.Of(edition)));
    }

    [Theory]
    [InlineData(RecommendationState.Accepted, null, "Response State")]
    [InlineData(RecommendationState.Accepted, "They said yes.", "")]
    [InlineData(RecommendationState.Unknown, null, "")]
    public void Of_ARecommendation_SaysWhichResponse(RecommendationState state, string? response, string fields)
    {
        var point = Recommendation.Create("R-1", Ours);
        point.Report(state);
        point.Respond(response);

        Assert.Equal(fields, Fields(RecommendationConsistency.Of(point)));
    }

    private static string Fields(IEnumerable<Inconsistency> found) => string.Join(" | ", found.Select(f => string.Join(' ', f.Fields)));

    private static Indicator New(Direction direction, decimal baseline)
    {
        var indicator = Indicator.Create("IN-1", "Aircraft delivered", "aircraft", direction);
        indicator.CountFrom(Baseline.Create("IN-1-B", baseline, Ours));
        return indicator;
    }

    private static void Add(Indicator indicator, int position, decimal value, TargetKind kind = Reach, string? by = null)
    {
        var target = Target.Create($"IN-1-T{position}", value, Ours, position);
        target.Ask(kind);
        target.FallDue(Make.Date(by));
        indicator.Targets.Add(target);
    }
}

using CsCheck;
using DefenseCoop.Domain.Assessments;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

public sealed class ReportingPeriodTests
{
    private static readonly Gen<ReportingPeriod> Periods =
        Gen.Select(
            Gen.Int[1950, 2150], Gen.Int[1, 12], Gen.Enum<PeriodLength>(),
            (year, month, length) => ReportingPeriod.Of(new DateOnly(year, month, 1), length));

    [Theory]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31", "1st quarter of 2026", "2025-Q4", "2026-Q2")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31", "4th quarter of 2026", "2026-Q3", "2027-Q1")]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31", "1st quarter of 2024", "2023-Q4", "2024-Q2")]
    [InlineData("2026-H1", "2026-01-01", "2026-06-30", "1st half of 2026", "2025-H2", "2026-H2")]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31", "2nd half of 2026", "2026-H1", "2027-H1")]
    [InlineData("2026", "2026-01-01", "2026-12-31", "2026", "2025", "2027")]
    public void TryParse_ACode_IsThePeriod(string code, string first, string last, string words, string previous, string next)
    {
        Assert.True(ReportingPeriod.TryParse(code, out var period));

        Assert.Equal(
            (code, DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture),
             DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), words),
            (period.ToString(), period.FirstDay, period.LastDay, period.Words));
        Assert.Equal((previous, next), (period.Previous.Code, period.Next.Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("2026-H3")]
    [InlineData("2026-X1")]
    [InlineData("2026Q1")]
    [InlineData(" 2026")]
    [InlineData("20a6")]
    [InlineData("0026")]
    [InlineData("2026-Q11")]
    [InlineData("٢٠٢٦")]
    public void TryParse_NoCode_IsRefused(string? text) => Assert.False(ReportingPeriod.TryParse(text, out _));

    [Fact]
    public void Add_ThereAndBack_IsTheSame() =>
        Gen.Select(Periods, Gen.Int[-80, 80]).Sample((period, count) => period.Add(count).Add(-count) == period);

    [Fact]
    public void Next_FollowsDayByDay() => Periods.Sample(period =>
        period.Next.FirstDay == period.LastDay.AddDays(1)
        && period < period.Next
        && ReportingPeriod.Of(period.LastDay, period.Length) == period
        && ReportingPeriod.TryParse(period.Code, out var read) && read == period);
}

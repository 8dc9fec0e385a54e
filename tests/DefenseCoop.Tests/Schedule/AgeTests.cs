using CsCheck;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Status;
using Xunit;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Schedule;

/// <summary>Ages are whole months and years of the calendar.</summary>
public sealed class AgeTests
{
    [Theory]
    [InlineData("2026-11-30", "2026-11-30", "new that day")]
    [InlineData("2026-12-01", "2026-11-30", "new that day")]
    [InlineData("2026-11-29", "2026-11-30", "1 day old")]
    [InlineData("2026-10-01", "2026-11-30", "60 days old")]
    [InlineData("2026-07-01", "2026-08-31", "61 days old")]
    [InlineData("2026-07-01", "2026-09-01", "2 months old")]
    [InlineData("2025-12-30", "2026-02-28", "60 days old")]
    [InlineData("2024-11-30", "2026-09-30", "22 months old")]
    [InlineData("2024-11-30", "2026-09-29", "21 months old")]
    [InlineData("2024-12-31", "2026-06-30", "17 months old")]
    [InlineData("2024-12-31", "2026-07-01", "18 months old")]
    [InlineData("2024-12-31", "2026-11-30", "22 months old")]
    [InlineData("2025-08-31", "2026-02-28", "5 months old")]
    [InlineData("2025-08-31", "2026-03-01", "6 months old")]
    [InlineData("2024-02-29", "2025-02-28", "11 months old")]
    [InlineData("2024-02-29", "2026-02-28", "23 months old")]
    [InlineData("2024-02-29", "2026-03-01", "2 years old")]
    [InlineData("2024-11-30", "2026-11-29", "23 months old")]
    [InlineData("2024-11-30", "2026-11-30", "2 years old")]
    [InlineData("2014-01-01", "2026-11-30", "12 years old")]
    [InlineData("0001-01-01", "9999-12-31", "9\u202F998 years old")]
    public void Age_OfADay_IsWholeMonthsAndYears(string from, string to, string expected)
    {
        Assert.Equal(expected, Words.Age(Day(from), Day(to)));
        if (expected.EndsWith(" old", StringComparison.Ordinal)) Assert.Equal(expected, $"{Words.Length(Day(from), Day(to))} old");
    }

    [Theory]
    [InlineData("2024", "2026-11-30", "22 to 34 months old")]
    [InlineData("2024-H2", "2026-11-30", "22 to 28 months old")]
    [InlineData("2025-Q3", "2026-11-30", "14 to 16 months old")]
    [InlineData("2026-03", "2026-11-30", "7 to 8 months old")]
    [InlineData("2026-10", "2026-11-30", "30 to 60 days old")]
    [InlineData("2026-Q3", "2026-11-30", "2 to 4 months old")]
    [InlineData("2026-Q3", "2026-11-15", "46 days to 4 months old")]
    [InlineData("2020", "2026-11-30", "5 to 6 years old")]
    [InlineData("2026-03", "2026-12-01", "8 to 9 months old")]
    [InlineData("2026-02-11", "2026-11-30", "9 months old")]
    [InlineData("2024", "2030-11-30", "5 to 6 years old")]
    [InlineData("2018-2025", "2026-11-30", "10 months to 8 years old")]
    [InlineData("2018-2021", "2026-11-30", "4 to 8 years old")]
    [InlineData("1972", "1973-12-31", "12 to 23 months old")]
    [InlineData("2026", "2026-11-30", "up to 10 months old")]
    [InlineData("2026-11", "2026-11-30", "up to 29 days old")]
    [InlineData("2026-11-30", "2026-11-30", "new that day")]
    public void Age_OfAPeriod_ClaimsNoMoreThanIsKnown(string period, string to, string expected) =>
        Assert.Equal(expected, Words.Age(Period.Parse(period), Day(to)));

    [Fact]
    public void Age_AnyDay_IsTheMostWholeMonthsThatHavePassed() =>
        Gen.Select(Gen.Int[0, 2_000_000], Gen.Int[61, 20_000]).ForAll(5_000, sample =>
        {
            var from = DateOnly.FromDayNumber(sample.Item1);
            var to = from.AddDays(sample.Item2);
            // Counted one by one: a month has passed when its day has come again, or the day after where it is missing.
            var months = 0;
            while (Again(from, months + 1) <= to) months++;
            var expected = months < 2 ? $"{sample.Item2} days old" : months < 24 ? $"{months} months old" : $"{months / 12} years old";
            Assert.Equal(expected, Words.Age(from, to));

            static DateOnly Again(DateOnly day, int months) =>
                day.AddMonths(months) is var again && again.Day == day.Day ? again : again.AddDays(1);
        });

    [Fact]
    public void Age_AnyDateThatIsNoDay_LiesBetweenThoseOfItsEnds() =>
        Gen.Select(Generated.Date, Generated.Day).ForAll(3_000, sample =>
        {
            var (date, day) = sample;
            var age = Words.Age(Period.Of(date), day);
            var (oldest, newest) = (Words.Age(date.FirstDay, day), Words.Age(date.LastDay, day));
            // The bounds are those of its first and last day; between months and years they are told in months.
            if (oldest == newest) Assert.Equal(oldest, age);
            else if (date.LastDay >= day) Assert.Equal($"up to {oldest}", age);
            else Assert.Matches("^\\d+( days?| months)? to \\d+ (days|months|years) old$", age);
            if (date.IsDay) Assert.Equal(oldest, age);
        });
}

using CsCheck;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Schedule;

public sealed class PartialDateTests
{
    private const int Samples = 3_000;

    private static readonly Gen<PartialDate> Any = Gen.Select(Gen.Int[0, 3_652_058], Generated.Precision).Select((number, precision) =>
        Generated.Around(DateOnly.FromDayNumber(number), precision));

    [Fact]
    public void Parse_WhatWasPrinted_GivesTheSame() =>
        Any.ForAll(Samples, date => Assert.Equal(date, PartialDate.Parse(date.ToString())));

    [Fact]
    public void CompareTo_TwoDates_IsTheOrderOfFirstDaysThenPrecision() =>
        Near(Any).ForAll(Samples, pair =>
        {
            var (a, b) = pair;
            var expected = (a.FirstDay, a.Precision).CompareTo((b.FirstDay, b.Precision));
            Assert.Equal(Math.Sign(expected), Math.Sign(a.CompareTo(b)));
            Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
            Assert.Equal(a == b, a.CompareTo(b) == 0);
            Assert.Equal((a < b, a <= b, a > b, a >= b), (expected < 0, expected <= 0, expected > 0, expected >= 0));
        });

    [Fact]
    public void CompareTo_ThreeDates_IsTransitive() =>
        Gen.Select(Generated.Date, Generated.Date, Generated.Date).ForAll(Samples, three =>
        {
            var (a, b, c) = three;
            if (a <= b && b <= c) Assert.True(a <= c);
        });

    [Fact]
    public void LastDay_AnyDate_IsTheLastThatItMayMean() =>
        Any.ForAll(Samples, date =>
        {
            var (first, last) = (date.FirstDay, date.LastDay);
            var months = date.Precision switch
            {
                DatePrecision.Year => 12, DatePrecision.HalfYear => 6, DatePrecision.Quarter => 3, DatePrecision.Month => 1, _ => 0,
            };
            if (months == 0)
            {
                Assert.Equal(first, last);
                return;
            }

            // Whole months of one year, from where such a part of a year can start.
            Assert.Equal((1, 0, first.Year, first.Month + months - 1), (first.Day, (first.Month - 1) % months, last.Year, last.Month));
            Assert.True(last == DateOnly.MaxValue || last.AddDays(1).Day == 1, $"{first} to {last}");
        });

    [Fact]
    public void Around_AnyDay_IsWithinFirstAndLastDay() =>
        Gen.Select(Gen.Int[0, 3_652_058], Generated.Precision).ForAll(Samples, sample =>
        {
            var day = DateOnly.FromDayNumber(sample.Item1);
            var date = Generated.Around(day, sample.Item2);
            Assert.True(date.FirstDay <= day && day <= date.LastDay, $"{day} in {date}");
        });

    [Fact]
    public void ToDisplay_AnyDate_PrintsNoMoreThanIsKnown() =>
        Any.ForAll(Samples, date =>
        {
            var words = date.ToDisplay().Split(' ');
            var expected = date.Precision switch { DatePrecision.Year => 1, DatePrecision.Day => 3, _ => 2 };
            Assert.Equal(expected, words.Length);
            Assert.Equal(date.FirstDay.Year.ToString("0000", null), words[^1]);
        });

    [Fact]
    public void CompareTo_DatesThatStartTogether_PutsTheLessExactFirst()
    {
        string[] sorted =
        [
            "2024-12-31", "2025", "2025-H1", "2025-Q1", "2025-01", "2025-01-01",
            "2025-01-02", "2025-03-31", "2025-Q2", "2025-04", "2025-04-01", "2025-06-30",
            "2025-H2", "2025-Q3", "2025-07", "2025-07-01", "2025-12-31", "2026",
        ];

        Assert.Equal(sorted, sorted.Reverse().Select(PartialDate.Parse).Order().Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "Feb 2024")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28", "Feb 2023")]
    [InlineData("1900-02", "1900-02-01", "1900-02-28", "Feb 1900")]
    [InlineData("2000-02", "2000-02-01", "2000-02-29", "Feb 2000")]
    [InlineData("2025-04", "2025-04-01", "2025-04-30", "Apr 2025")]
    [InlineData("2025-12", "2025-12-01", "2025-12-31", "Dec 2025")]
    [InlineData("2025-Q1", "2025-01-01", "2025-03-31", "Q1 2025")]
    [InlineData("2025-Q2", "2025-04-01", "2025-06-30", "Q2 2025")]
    [InlineData("2025-Q3", "2025-07-01", "2025-09-30", "Q3 2025")]
    [InlineData("2025-Q4", "2025-10-01", "2025-12-31", "Q4 2025")]
    [InlineData("2025-H1", "2025-01-01", "2025-06-30", "H1 2025")]
    [InlineData("2025-H2", "2025-07-01", "2025-12-31", "H2 2025")]
    [InlineData("0001-H1", "0001-01-01", "0001-06-30", "H1 0001")]
    [InlineData("9999-Q4", "9999-10-01", "9999-12-31", "Q4 9999")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31", "Dec 9999")]
    [InlineData("1972", "1972-01-01", "1972-12-31", "1972")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", "29 Feb 2024")]
    [InlineData("9999", "9999-01-01", "9999-12-31", "9999")]
    public void Parse_Text_GivesFirstAndLastDay(string text, string first, string last, string display)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal((Make.Day(first), Make.Day(last), display, text), (date.FirstDay, date.LastDay, date.ToDisplay(), date.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0000")]
    [InlineData("25")]
    [InlineData("20255")]
    [InlineData(" 2025")]
    [InlineData("2025 ")]
    [InlineData("+025")]
    [InlineData("2025-00")]
    [InlineData("2025-13")]
    [InlineData("2025-3")]
    [InlineData("2025/03")]
    [InlineData("03-2025")]
    [InlineData("2025-Q0")]
    [InlineData("2025-Q5")]
    [InlineData("2025-H0")]
    [InlineData("2025-H3")]
    [InlineData("0000-Q1")]
    [InlineData("2025-q1")]
    [InlineData("2025-h1")]
    [InlineData("2025-K1")]
    [InlineData("2025Q1")]
    [InlineData("2025/Q1")]
    [InlineData("2025-Q1 ")]
    [InlineData("2025-Q01")]
    [InlineData("2025-QQ")]
    [InlineData("+025-Q1")]
    [InlineData("Q1 2025")]
    [InlineData("2025-Q1-01")]
    [InlineData("2025-Q１")]
    [InlineData("2025-03-00")]
    [InlineData("2025-03-32")]
    [InlineData("2025-02-29")]
    [InlineData("2025-3-1")]
    [InlineData("2025-03-1")]
    [InlineData("2025-03-011")]
    [InlineData("01-03-2025")]
    [InlineData("2025-03-01T00:00")]
    [InlineData("2018-2021")]
    [InlineData("٢٠٢٥")]
    [InlineData("spring 2025")]
    public void TryParse_Malformed_IsRefused(string? text)
    {
        Assert.False(PartialDate.TryParse(text, out var date));
        Assert.Equal(default, date);
        if (text is not null) Assert.Throws<FormatException>(() => PartialDate.Parse(text));
    }

    /// <summary>Two dates of which every other pair starts on the same day.</summary>
    private static Gen<(PartialDate, PartialDate)> Near(Gen<PartialDate> gen) =>
        Gen.Select(gen, gen, Gen.Bool, Generated.Precision).Select((a, b, near, precision) =>
            near ? (a, Generated.Around(a.FirstDay, precision)) : (a, b));
}

using CsCheck;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Schedule;

public sealed class PartialDateTests
{
    private const int Samples = 3_000;

    private static readonly Gen<PartialDate> Any = Gen.Select(Gen.Int[0, 3_652_058], Gen.Int[0, 2]).Select((number, precision) =>
    {
        var day = DateOnly.FromDayNumber(number);
        return precision switch
        {
            0 => PartialDate.OfYear(day.Year),
            1 => PartialDate.OfMonth(day.Year, day.Month),
            _ => PartialDate.OfDay(day),
        };
    });

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
            Assert.True(date.FirstDay <= date.LastDay);
            var (first, last) = (date.FirstDay, date.LastDay);
            var expected = date.Precision switch
            {
                DatePrecision.Year => first.Year == last.Year && last is { Month: 12, Day: 31 },
                DatePrecision.Month => first.Year == last.Year && first.Month == last.Month
                    && (last == DateOnly.MaxValue || last.AddDays(1).Day == 1),
                _ => first == last,
            };
            Assert.True(expected, $"{first} to {last}");
        });

    [Fact]
    public void ToDisplay_AnyDate_PrintsNoMoreThanIsKnown() =>
        Any.ForAll(Samples, date =>
        {
            var words = date.ToDisplay().Split(' ');
            Assert.Equal((int)date.Precision + 1, words.Length);
            Assert.Equal(date.FirstDay.Year.ToString("0000", null), words[^1]);
        });

    [Theory]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "Feb 2024")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28", "Feb 2023")]
    [InlineData("1900-02", "1900-02-01", "1900-02-28", "Feb 1900")]
    [InlineData("2000-02", "2000-02-01", "2000-02-29", "Feb 2000")]
    [InlineData("2025-04", "2025-04-01", "2025-04-30", "Apr 2025")]
    [InlineData("2025-12", "2025-12-01", "2025-12-31", "Dec 2025")]
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
    private static Gen<(PartialDate, PartialDate)> Near(Gen<PartialDate> gen) => Gen.Select(gen, gen, Gen.Int[0, 3]).Select((a, b, how) => how switch
    {
        0 => (a, PartialDate.OfYear(a.FirstDay.Year)),
        1 => (a, PartialDate.OfMonth(a.FirstDay.Year, a.FirstDay.Month)),
        2 => (a, PartialDate.OfDay(a.FirstDay)),
        _ => (a, b),
    });
}

using CsCheck;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Typing;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Typing;

public sealed class DateReaderTests
{
    private static readonly Gen<PartialDate> Any = Gen.Select(Gen.Int[1800, 2200], Gen.Int[1, 12], Gen.Int[1, 31], Gen.Int[0, 4])
        .Select((year, month, day, precision) => precision switch
        {
            0 => PartialDate.OfYear(year),
            1 => PartialDate.OfHalfYear(year, ((month - 1) / 6) + 1),
            2 => PartialDate.OfQuarter(year, ((month - 1) / 3) + 1),
            3 => PartialDate.OfMonth(year, month),
            _ => PartialDate.OfDay(new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)))),
        });

    /// <summary>What stands in the way of nobody: kinds of space and dash, case, invisible marks.</summary>
    private static readonly Gen<Func<string, string>> Disguise = Generated.OneOf<Func<string, string>>(
        t => t, t => t.Replace(' ', '\u00A0'), t => t.Replace(' ', '\u202F'),
        t => t.Replace(" ", "\u2009 "), t => $"\u200B {t}\uFEFF ", t => t.ToUpperInvariant(),
        t => t.Replace('-', '\u2011'), t => t.Replace('-', '\u2212'), t => $"“{t}”", t => t + ".", t => t.Replace(" ", " \u00AD"));

    [Theory]
    [MemberData(nameof(TypedDates.Read), MemberType = typeof(TypedDates))]
    public void Read_AsPeopleWrite_IsThatDate(string typed, string expected, string understood)
    {
        var reading = DateReader.Read(typed, takesRange: true);

        Assert.Null(reading.Problem);
        Assert.True(reading.IsDate, $"{typed} is no date.");
        Assert.Equal((expected, understood), (reading.ToPeriod().Text, reading.ToWords()));
    }

    [Theory]
    [MemberData(nameof(TypedDates.Asked), MemberType = typeof(TypedDates))]
    public void Read_WhatCanBeTwoThingsOrNone_IsAskedWithTheRemedy(string typed, string message)
    {
        var reading = DateReader.Read(typed, takesRange: true);

        Assert.False(reading.IsDate, $"{typed} is read as {reading.ToWords()}.");
        Assert.NotNull(reading.Problem);
        Assert.Contains(message, reading.Problem, StringComparison.Ordinal);
        Assert.Contains(": ", reading.Problem + ": ", StringComparison.Ordinal);
        Assert.InRange(reading.Problem.Length, 30, 300);
        Assert.DoesNotContain('\u0001', reading.Problem);
    }

    [Theory]
    [MemberData(nameof(TypedDates.Words), MemberType = typeof(TypedDates))]
    public void Read_Words_AreNeitherADateNorAskedAbout(string typed)
    {
        var reading = DateReader.Read(typed, takesRange: true);

        Assert.Equal((false, null), (reading.IsDate, reading.Problem));
    }

    [Theory]
    [InlineData("2018–2021", "write its last, 2021")]
    [InlineData("Oct 2024 to Sep 2025", "write its last, Sep 2025")]
    public void Read_RangeWhereOneDateIsWanted_IsSaid(string typed, string message) =>
        Assert.Contains(message, DateReader.Read(typed).Problem, StringComparison.Ordinal);

    [Fact]
    public void Read_WhateverIsPrintedOrStored_IsTheSameDate() =>
        Gen.Select(Any, Disguise).ForAll(20_000, both =>
        {
            var (date, disguise) = both;
            Assert.Equal(date, DateReader.Read(disguise(date.ToDisplay())).Date);
            Assert.Equal(date, DateReader.Read(disguise(date.ToString())).Date);
        });

    [Fact]
    public void Read_WhateverIsPrintedOrStoredOfARange_IsTheSameRange() =>
        Gen.Select(Any, Any, Disguise).ForAll(10_000, three =>
        {
            var (from, to) = three.Item1.FirstDay <= three.Item2.FirstDay ? (three.Item1, three.Item2) : (three.Item2, three.Item1);
            if (from.LastDay > to.LastDay) return;
            var period = Period.Of(from, to);
            Assert.Equal(period, DateReader.Read(three.Item3(period.ToDisplay()), takesRange: true).ToPeriod());
            Assert.Equal(period, DateReader.Read(three.Item3(period.Text), takesRange: true).ToPeriod());
            Assert.Equal((from.FirstDay, to.LastDay), (period.FirstDay, period.LastDay));
        });

    /// <summary>Day first and month first: either both are the same day, or one is impossible, or it is asked.</summary>
    [Fact]
    public void Read_FiguresWithSlashes_AreNeverGuessed() =>
        Gen.Select(Gen.Int[1, 31], Gen.Int[1, 31], Gen.Int[1800, 2200]).ForAll(10_000, three =>
        {
            var (a, b, year) = three;
            var reading = DateReader.Read($"{a:00}/{b:00}/{year}");
            DateOnly?[] possible = [Day(year, b, a), Day(year, a, b)];
            var different = possible.OfType<DateOnly>().Distinct().ToList();
            Assert.Equal(different.Count == 1 ? PartialDate.OfDay(different[0]) : null, reading.Date);
            Assert.Equal(different.Count != 1, reading.Problem is not null);
        });

    /// <summary>Whatever is typed, there is an answer, and no exception.</summary>
    [Fact]
    public void Read_AnyText_HasAnAnswer() =>
        Gen.OneOf(
            Gen.String[0, 30],
            Generated.OneOf(
                "20", "25", "2025", "-", "/", ".", " ", "q", "K3", "h1", "nov",
                "maj", "first", "half", "of", "–", "’", "fy", "e", "31", "to").Array[1, 8].Select(string.Concat))
            .ForAll(20_000, text =>
            {
                var reading = DateReader.Read(text, takesRange: true);
                Assert.False(reading.IsDate && reading.Problem is not null);
                if (reading.IsDate) Assert.Equal(reading.ToPeriod(), Period.Parse(reading.ToPeriod().Text));
            });

    private static DateOnly? Day(int year, int month, int day) =>
        month <= 12 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}

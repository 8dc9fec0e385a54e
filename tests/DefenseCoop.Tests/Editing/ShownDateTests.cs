using CsCheck;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>Fields show stored dates as pages write them, and read them as the same.</summary>
public sealed class ShownDateTests
{
    private static readonly int First = new DateOnly(1800, 1, 1).DayNumber;
    private static readonly int Last = new DateOnly(2200, 12, 31).DayNumber;

    /// <summary>Of the years that are read.</summary>
    private static readonly Gen<PartialDate> Any = Gen.Select(Gen.Int[First, Last], Generated.Precision, (number, precision) =>
    {
        var day = DateOnly.FromDayNumber(number);
        return precision switch
        {
            DatePrecision.Year => PartialDate.OfYear(day.Year),
            DatePrecision.HalfYear => PartialDate.OfHalfYear(day.Year, ((day.Month - 1) / 6) + 1),
            DatePrecision.Quarter => PartialDate.OfQuarter(day.Year, ((day.Month - 1) / 3) + 1),
            DatePrecision.Month => PartialDate.OfMonth(day.Year, day.Month),
            _ => PartialDate.OfDay(day),
        };
    });

    [Fact]
    public void AnyDate_IsReadAsItselfAndMeansTheSameInBothForms() => Any.ForAll(5000, date =>
    {
        var shown = FieldText.Of(date);

        Assert.Equal(date.ToDisplay(), shown);
        Assert.Equal(date, FieldText.Date(shown));
        Assert.True(FieldText.IsSame(FieldKind.PartialDate, shown, date.ToString()), shown);
    });

    [Fact]
    public void AnyPeriod_IsReadAsItselfAndMeansTheSameInBothForms() => Gen.Select(Any, Any, Gen.Bool).ForAll(5000, both =>
    {
        var (from, to, isRange) = both;
        if (isRange && (to.FirstDay < from.FirstDay || to.LastDay < from.LastDay)) return;
        var period = isRange ? Period.Of(from, to) : Period.Of(from);

        var shown = FieldText.Of(period);

        Assert.Equal(period.ToDisplay(), shown);
        Assert.Equal(period, FieldText.Period(shown, isInWords: false, estimates: false));
        Assert.True(FieldText.IsSame(FieldKind.Period, shown, period.Text), shown);
    });

    [Theory]
    [InlineData("2018-04", "Apr 2018")]
    [InlineData("2025-H1", "H1 2025")]
    [InlineData("2018-2021", "2018\u20132021")]
    [InlineData("2024-10/2025-09", "Oct 2024\u2013Sep 2025")]
    [InlineData("Cold War peak", "Cold War peak")]
    public void APeriod_IsShownAsPagesWriteIt(string stored, string shown) => Assert.Equal(shown, FieldText.Of(Period.Parse(stored)));
}

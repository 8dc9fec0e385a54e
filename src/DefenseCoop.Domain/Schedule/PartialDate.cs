using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DefenseCoop.Domain.Schedule;

/// <summary>How much of a public date is known.</summary>
public enum DatePrecision
{
    Year,
    Month,
    Day,
}

/// <summary>
/// A public date that is known to the day, the month or the year only: <c>2025-06-11</c>, <c>2025-03</c>, <c>1972</c>.
/// It prints what is known and no more, sorts by its first possible day, and is past only after its last possible day.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>Length of the longest text form, <c>yyyy-MM-dd</c>.</summary>
    public const int MaxLength = 10;

    private PartialDate(DateOnly firstDay, DatePrecision precision)
    {
        FirstDay = firstDay;
        Precision = precision;
    }

    /// <summary>The first day that the date may mean.</summary>
    public DateOnly FirstDay { get; }

    public DatePrecision Precision { get; }

    /// <summary>The last day that the date may mean; only after it is anything late.</summary>
    public DateOnly LastDay => Precision switch
    {
        DatePrecision.Year => new DateOnly(FirstDay.Year, 12, 31),
        DatePrecision.Month => new DateOnly(FirstDay.Year, FirstDay.Month, DateTime.DaysInMonth(FirstDay.Year, FirstDay.Month)),
        _ => FirstDay,
    };

    public static PartialDate OfYear(int year) => new(new DateOnly(year, 1, 1), DatePrecision.Year);

    public static PartialDate OfMonth(int year, int month) => new(new DateOnly(year, month, 1), DatePrecision.Month);

    public static PartialDate OfDay(DateOnly day) => new(day, DatePrecision.Day);

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; nothing else is a date.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        (var format, var precision) = text?.Length switch
        {
            4 => ("yyyy", DatePrecision.Year),
            7 => ("yyyy-MM", DatePrecision.Month),
            10 => ("yyyy-MM-dd", DatePrecision.Day),
            _ => ("", DatePrecision.Day),
        };
        if (format.Length > 0
            && DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            date = new PartialDate(day, precision);
            return true;
        }

        date = default;
        return false;
    }

    /// <exception cref="FormatException">The text is no partial date.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new FormatException($"\"{text}\" is no date: write 2025, 2025-03 or 2025-03-14.");

    /// <summary>By first possible day; of two that start together, the less exact comes first.</summary>
    public int CompareTo(PartialDate other)
    {
        var byDay = FirstDay.CompareTo(other.FirstDay);
        return byDay != 0 ? byDay : Precision.CompareTo(other.Precision);
    }

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>The form that is stored and exchanged: <c>2025-06-11</c>, <c>2025-03</c>, <c>1972</c>.</summary>
    public override string ToString() => FirstDay.ToString(Format("yyyy", "yyyy-MM", "yyyy-MM-dd"), CultureInfo.InvariantCulture);

    /// <summary>The form that people read: <c>11 Jun 2025</c>, <c>Mar 2025</c>, <c>1972</c>.</summary>
    public string ToDisplay() => FirstDay.ToString(Format("yyyy", "MMM yyyy", "d MMM yyyy"), CultureInfo.InvariantCulture);

    private string Format(string year, string month, string day) => Precision switch
    {
        DatePrecision.Year => year,
        DatePrecision.Month => month,
        _ => day,
    };
}

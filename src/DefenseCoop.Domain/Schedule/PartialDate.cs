using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DefenseCoop.Domain.Schedule;

/// <summary>How much of a public date is known, the least exact first.</summary>
public enum DatePrecision
{
    Year,
    HalfYear,
    Quarter,
    Month,
    Day,
}

/// <summary>
/// A public date, as exact as it is known: a day, a month, a quarter, a half-year or a year (<c>2025-06-11</c>,
/// <c>2025-03</c>, <c>2025-Q3</c>, <c>2025-H1</c>, <c>1972</c>). It prints what is known and no more, sorts by its first
/// possible day, and is past only after its last possible day.
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

    public bool IsDay => Precision == DatePrecision.Day;

    /// <summary>The last day that the date may mean; only after it is anything late.</summary>
    public DateOnly LastDay
    {
        get
        {
            if (IsDay) return FirstDay;
            // By the number of the month, as the first day of the next one may be beyond the calendar.
            var month = FirstDay.Month + Months(Precision) - 1;
            return new DateOnly(FirstDay.Year, month, DateTime.DaysInMonth(FirstDay.Year, month));
        }
    }

    /// <summary>Whether it is before the other one, whichever days the two mean.</summary>
    public bool IsBefore(PartialDate other) => LastDay < other.FirstDay;

    public static PartialDate OfYear(int year) => new(new DateOnly(year, 1, 1), DatePrecision.Year);

    /// <param name="year">From 1 to 9999.</param>
    /// <param name="half">1 or 2.</param>
    public static PartialDate OfHalfYear(int year, int half) => OfPart(year, half, DatePrecision.HalfYear);

    /// <param name="year">From 1 to 9999.</param>
    /// <param name="quarter">From 1 to 4.</param>
    public static PartialDate OfQuarter(int year, int quarter) => OfPart(year, quarter, DatePrecision.Quarter);

    public static PartialDate OfMonth(int year, int month) => new(new DateOnly(year, month, 1), DatePrecision.Month);

    public static PartialDate OfDay(DateOnly day) => new(day, DatePrecision.Day);

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-H1</c>, <c>yyyy-Q1</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; nothing else is a date.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        PartialDate? read = text switch
        {
            [_, _, _, _] => OfText(text, "yyyy", DatePrecision.Year),
            [_, _, _, _, '-', 'H', var half and (>= '1' and <= '2')] => Year(text) is { } year ? OfHalfYear(year, half - '0') : null,
            [_, _, _, _, '-', 'Q', var quarter and (>= '1' and <= '4')] => Year(text) is { } year ? OfQuarter(year, quarter - '0') : null,
            [_, _, _, _, '-', _, _] => OfText(text, "yyyy-MM", DatePrecision.Month),
            { Length: MaxLength } => OfText(text, "yyyy-MM-dd", DatePrecision.Day),
            _ => null,
        };
        date = read ?? default;
        return read is not null;
    }

    /// <exception cref="FormatException">The text is no partial date.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new FormatException($"\"{text}\" is no date: write 2025, 2025-H1, 2025-Q1, 2025-03 or 2025-03-14.");

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

    /// <summary>The form that is stored and exchanged: <c>2025-06-11</c>, <c>2025-03</c>, <c>2025-Q3</c>, <c>2025-H1</c>, <c>1972</c>.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => Print("yyyy"),
        DatePrecision.HalfYear or DatePrecision.Quarter => $"{Print("yyyy")}-{PartName}",
        DatePrecision.Month => Print("yyyy-MM"),
        _ => Print("yyyy-MM-dd"),
    };

    /// <summary>The form that people read: <c>11 Jun 2025</c>, <c>Mar 2025</c>, <c>Q3 2025</c>, <c>H1 2025</c>, <c>1972</c>.</summary>
    public string ToDisplay() => Precision switch
    {
        DatePrecision.Year => Print("yyyy"),
        DatePrecision.HalfYear or DatePrecision.Quarter => $"{PartName} {Print("yyyy")}",
        DatePrecision.Month => Print("MMM yyyy"),
        _ => Print("d MMM yyyy"),
    };

    /// <summary>Q1 to Q4, H1 or H2.</summary>
    private string PartName =>
        string.Create(CultureInfo.InvariantCulture, $"{(Precision == DatePrecision.Quarter ? 'Q' : 'H')}{((FirstDay.Month - 1) / Months(Precision)) + 1}");

    private static PartialDate OfPart(int year, int part, DatePrecision precision)
    {
        var firstMonth = ((part - 1) * Months(precision)) + 1;
        return new PartialDate(new DateOnly(year, firstMonth, 1), precision);
    }

    private static int Months(DatePrecision precision) => precision switch
    {
        DatePrecision.Year => 12,
        DatePrecision.HalfYear => 6,
        DatePrecision.Quarter => 3,
        _ => 1,
    };

    private static PartialDate? OfText(string text, string format, DatePrecision precision) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new PartialDate(day, precision) : null;

    private static int? Year(string text) => OfText(text[..4], "yyyy", DatePrecision.Year)?.FirstDay.Year;

    private string Print(string format) => FirstDay.ToString(format, CultureInfo.InvariantCulture);
}

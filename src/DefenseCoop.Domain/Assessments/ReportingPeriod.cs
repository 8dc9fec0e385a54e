using System.Globalization;

namespace DefenseCoop.Domain.Assessments;

/// <summary>A calendar quarter, half-year or year that is assessed: <c>2026-Q4</c>, <c>2026-H2</c>, <c>2026</c>.</summary>
public readonly record struct ReportingPeriod : IComparable<ReportingPeriod>
{
    public const int MaxCode = 7;

    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private ReportingPeriod(int year, int part, PeriodLength length) => (Year, Part, Length) = (year, part, length);

    public int Year { get; }

    /// <summary>Which quarter or half of the year, from 1.</summary>
    public int Part { get; }

    public PeriodLength Length { get; }

    public string Code => Length switch
    {
        PeriodLength.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Part}"),
        PeriodLength.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-H{Part}"),
        _ => Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>"4th quarter of 2026", "2nd half of 2026", "2026".</summary>
    public string Words => Length switch
    {
        PeriodLength.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Ordinal(Part)} quarter of {Year}"),
        PeriodLength.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Ordinal(Part)} half of {Year}"),
        _ => Year.ToString(CultureInfo.InvariantCulture),
    };

    public DateOnly FirstDay => new(Year, ((Part - 1) * Months(Length)) + 1, 1);

    public DateOnly LastDay => FirstDay.AddMonths(Months(Length)).AddDays(-1);

    public ReportingPeriod Previous => Add(-1);

    public ReportingPeriod Next => Add(1);

    public static bool operator <(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) < 0;

    public static bool operator >(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a code exactly as <see cref="Code"/> writes it; small letters are taken, too.</summary>
    public static bool TryParse(string? text, out ReportingPeriod period)
    {
        period = default;
        if (text is not { Length: 4 or MaxCode } || !text.AsSpan(0, 4).ContainsOnlyDigits()) return false;
        var year = int.Parse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        if (year is < FirstYear or > LastYear) return false;
        if (text.Length == 4)
        {
            period = new ReportingPeriod(year, 1, PeriodLength.Year);
            return true;
        }

        var part = text[6] - '0';
        PeriodLength? length = (text[4], text[5]) switch
        {
            ('-', 'Q' or 'q') when part is >= 1 and <= 4 => PeriodLength.Quarter,
            ('-', 'H' or 'h') when part is 1 or 2 => PeriodLength.HalfYear,
            _ => null,
        };
        if (length is null) return false;
        period = new ReportingPeriod(year, part, length.Value);
        return true;
    }

    /// <exception cref="FormatException">It is no period.</exception>
    public static ReportingPeriod Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new FormatException($"\"{text}\" is no period: write 2026-Q4, 2026-H2 or 2026.");

    /// <summary>The period that a day is in.</summary>
    public static ReportingPeriod Of(DateOnly day, PeriodLength length) => new(day.Year, ((day.Month - 1) / Months(length)) + 1, length);

    /// <summary>The period so many later, or earlier.</summary>
    public ReportingPeriod Add(int periods) => Of(FirstDay.AddMonths(periods * Months(Length)), Length);

    /// <summary>By first day; of two that start together the shorter comes first.</summary>
    public int CompareTo(ReportingPeriod other)
    {
        var byDay = FirstDay.CompareTo(other.FirstDay);
        return byDay != 0 ? byDay : Length.CompareTo(other.Length);
    }

    public override string ToString() => Code;

    private static int Months(PeriodLength length) => length switch
    {
        PeriodLength.Quarter => 3,
        PeriodLength.HalfYear => 6,
        _ => 12,
    };

    private static string Ordinal(int number) => number switch { 1 => "1st", 2 => "2nd", 3 => "3rd", _ => "4th" };
}

internal static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}

using System.Globalization;
using System.Text.RegularExpressions;
using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Typing;

/// <summary>
/// The forms in which one date is written, each with what it means.
/// Texts are plain, in small letters, without space around dashes.
/// </summary>
internal static partial class DatePatterns
{
    /// <summary>In a message: what was typed.</summary>
    public const string Typed = "\u0001";

    private const string Day = "(?<d>[0-9]{1,2})(?:st|nd|rd|th)?";
    private const string Month = @"(?<m>\p{L}{3,9})\.?";
    private const string Year = "(?<y>[0-9]{4})";

    private static readonly (Regex Form, Func<Match, DateReading?> Read)[] Forms =
    [
        (OnlyYear(), m => Checked(m, PartialDate.OfYear)),
        (YearFirst(), m => OfDay(m, Number(m, "mo"), Number(m, "d"))),
        (YearAndMonth(), m => OfMonth(m, Number(m, "mo"))),
        (MonthAndYear(), m => OfMonth(m, Number(m, "mo"))),
        (Figures(), OfFigures),
        (DayFirst(), OfWords),
        (MonthFirst(), OfWords),
        (YearThenWords(), OfWords),
        (MonthWord(), m => DateWords.Month(m.Groups["m"].Value) is { } month ? OfMonth(m, month) : null),
        (WordLast(), m => DateWords.Month(m.Groups["m"].Value) is { } month ? OfMonth(m, month) : null),
        (PartLetter(), m => OfPart(m, m.Groups["k"].Value == "h", Number(m, "n") is > 0 and var n ? n : 9)),
        (PartNumber(),
         m => OfPart(m, m.Groups["w"].Value[0] == 'h' || m.Groups["w"].Value[0] == 's', DateWords.Ordinal(m.Groups["o"].Value))),
    ];

    /// <summary>A date, or what is wrong with one that is impossible or can be two; null for all else.</summary>
    public static DateReading? Single(string text)
    {
        var date = Before().Replace(text, "");
        if (Weekday().Match(date) is { Success: true } named && DateWords.Weekday(named.Groups["w"].Value) is { } weekday)
        {
            return Single(date[named.Length..]) is not { } read ? null
                : read.Date is not { Precision: DatePrecision.Day } day || day.FirstDay.DayOfWeek == weekday ? read
                : Wrong($"{day.ToDisplay()} is a {DateWords.DayName(day.FirstDay.DayOfWeek)}: check the day.");
        }

        foreach (var (form, read) in Forms)
        {
            if (form.Match(date) is { Success: true } match && read(match) is { } reading) return reading;
        }

        return null;
    }

    private static DateReading? OfWords(Match match) =>
        DateWords.Month(match.Groups["m"].Value) is { } month ? OfDay(match, month, Number(match, "d")) : null;

    /// <summary>Three numbers, the year last. With points the day comes first; else what can only be one thing is that.</summary>
    private static DateReading OfFigures(Match match)
    {
        var (a, b) = (Number(match, "a"), Number(match, "b"));
        if (match.Groups["s"].Value[0] == '.' || a == b || a > 12) return OfDay(match, b, a);
        if (b > 12) return OfDay(match, a, b);
        var (first, second) = (OfDay(match, b, a), OfDay(match, a, b));
        return first.From is { } one && second.From is { } other
            ? Wrong($"{Typed} can be {one.ToDisplay()} or {other.ToDisplay()}: write the month in words, or {one} or {other}.")
            : first;
    }

    private static DateReading OfDay(Match match, int month, int day)
    {
        if (month is < 1 or > 12) return NoMonth(month);
        return Checked(
            match,
            year => day >= 1 && day <= DateTime.DaysInMonth(year, month) ? PartialDate.OfDay(new DateOnly(year, month, day)) : null,
            year => string.Create(
                CultureInfo.InvariantCulture,
                $"{Typed} is no date: {DateWords.MonthName(month)} {year} has {DateTime.DaysInMonth(year, month)} days. Correct the day."));
    }

    private static DateReading OfMonth(Match match, int month)
    {
        if (month is >= 1 and <= 12) return Checked(match, year => PartialDate.OfMonth(year, month));
        var year = Number(match, "y");
        return match.Groups["mo"].Index > match.Groups["y"].Index && match.Groups["mo"].Length == 2 && month - (year % 100) is > 0 and < 20
            ? Wrong(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Typed} is no date, and can be the years {year} to {(year / 100 * 100) + month}: "
                        + $"write {year}-{(year / 100 * 100) + month}."))
            : NoMonth(month);
    }

    private static DateReading OfPart(Match match, bool isHalf, int part)
    {
        var most = isHalf ? 2 : 4;
        if (part == 0) part = most;
        return part > most
            ? Wrong(
                isHalf
                    ? $"{Typed} is no date: a year has two halves. Write H1 or H2."
                    : $"{Typed} is no date: a year has four quarters. Write Q1 to Q4.")
            : Checked(match, year => isHalf ? PartialDate.OfHalfYear(year, part) : PartialDate.OfQuarter(year, part));
    }

    private static DateReading Checked(Match match, Func<int, PartialDate> date) => Checked(match, year => date(year), _ => "");

    private static DateReading Checked(Match match, Func<int, PartialDate?> date, Func<int, string> impossible)
    {
        var year = Number(match, "y");
        if (year is < DateReader.FirstYear or > DateReader.LastYear)
        {
            return Wrong(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The year {year} is out of range: write one from {DateReader.FirstYear} to {DateReader.LastYear}."));
        }

        return date(year) is { } read ? new() { From = read } : Wrong(impossible(year));
    }

    private static DateReading NoMonth(int month) =>
        Wrong(
            string.Create(
                CultureInfo.InvariantCulture, $"{Typed} is no date: there is no month {month}. Write it as 14 Mar 2025 or 2025-03-14."));

    private static DateReading Wrong(string problem) => new() { Problem = problem };

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:(?:in|on|i|den|d\\.|the|year|år|året|calendar year|kalenderår|kalenderåret) )+|^cy ?(?=[0-9]{4}$)")]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?<w>\p{L}+)\.?,? ?(?:den |the )?(?=[\p{L}0-9])")]
    private static partial Regex Weekday();

    [GeneratedRegex($"^{Year}$")]
    private static partial Regex OnlyYear();

    [GeneratedRegex($"^{Year}(?<s>[-/. ])(?<mo>[0-9]{{1,2}})\\k<s>(?<d>[0-9]{{1,2}})$")]
    private static partial Regex YearFirst();

    [GeneratedRegex($"^{Year}[-/.](?<mo>[0-9]{{1,2}})$")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex($"^(?<mo>[0-9]{{1,2}})[-/.]{Year}$")]
    private static partial Regex MonthAndYear();

    [GeneratedRegex($@"^(?<a>[0-9]{{1,2}})(?<s>\. ?|[-/ ])(?<b>[0-9]{{1,2}})\k<s>{Year}$")]
    private static partial Regex Figures();

    [GeneratedRegex($@"^{Day}\.?[-/ ]?(?:of )?{Month},?[-/. ]?{Year}$")]
    private static partial Regex DayFirst();

    [GeneratedRegex($"^{Month}[- ]?(?:the )?{Day}(?:, ?|[-/ ]){Year}$")]
    private static partial Regex MonthFirst();

    [GeneratedRegex($@"^{Year}(?:, ?|[-/ ])(?:{Month}[-/ ]?{Day}|{Day}\.?[-/ ]?{Month})\.?$")]
    private static partial Regex YearThenWords();

    [GeneratedRegex($@"^{Month}(?: of)?(?:, ?|[-/. ])?{Year}$")]
    private static partial Regex MonthWord();

    [GeneratedRegex($"^{Year}(?:, ?|[-/ ])?{Month}$")]
    private static partial Regex WordLast();

    [GeneratedRegex(
        $"^{Year}(?:, ?|[-/ ])?(?<k>[qkh]) ?(?<n>[0-9])$|^(?<k>[qkh]) ?(?<n>[0-9])(?:,? "
            + $"of)?(?:, ?|[-/ ])?{Year}$|^(?<n>[0-9])(?<k>[qkh])(?:, ?|[-/ ])?{Year}$")]
    private static partial Regex PartLetter();

    [GeneratedRegex(
        $@"^(?<o>{DateWords.Ordinals})[. -]*(?<w>{DateWords.Parts})\.?(?:,? (?:of|i|af|in))?(?: the)?(?: year)?(?:, ?| ){Year}$"
            + $@"|^{Year}(?:, ?|[-/ ])(?:the )?(?<o>{DateWords.Ordinals})[. -]*(?<w>{DateWords.Parts})$"
            + $@"|^(?<w>{DateWords.Parts}) ?(?<o>[1-9])(?:,? (?:of|i|af|in))?(?:, ?|[-/ ]){Year}$")]
    private static partial Regex PartNumber();
}

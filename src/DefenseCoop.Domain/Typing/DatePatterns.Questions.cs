using System.Globalization;
using System.Text.RegularExpressions;

namespace DefenseCoop.Domain.Typing;

/// <summary>What looks like a date and does not say which, with the question back.</summary>
internal static partial class DatePatterns
{
    /// <summary>Null for what does not look like a date.</summary>
    public static DateReading? Asked(string text, bool takesRange) =>
        FiscalYear().Match(text) is { Success: true } fiscal ? Wrong(OfFiscalYear(fiscal, takesRange))
        : Vague().IsMatch(text) ? Wrong(
            $"{Typed} does not say which months: write the year, or the quarter or half-year that is meant, such as Q2 2025 or H1 2025.")
        : Hedge().Match(text) is { Success: true } hedge ? Wrong(
            $"“{hedge.Groups["w"].Value}” cannot be kept with a date: "
                + $"write the date alone, {Rest(text[hedge.Length..])}, as exact as it is known.")
        : Time().IsMatch(text) ? Wrong($"{Typed} holds a time of the day: write the day alone, such as 14 Mar 2025.")
        : OpenRange().IsMatch(text) ? Wrong($"{Typed} has no end: write the last date that is known.")
        : ShortYear().IsMatch(text)
            ? Wrong($"{Typed} does not say which century or what is the year: write all four digits of the year, such as 14 Mar 2025.")
        : NoYear().Match(text) is { Success: true } month
            && (month.Groups["m"].Length == 0 || DateWords.Month(month.Groups["m"].Value) is not null)
            ? Wrong($"{Typed} names no year: write it, too, such as 14 Mar 2025.")
        : OtherMonth().Match(text) is { Success: true } other
            ? Wrong($"{Typed} is no date: “{other.Groups["m"].Value}” is no month. Write it as 14 Mar 2025 or 2025-03-14.")
        : !text.Any(char.IsLetter) ? Wrong($"{Typed} is no date: write it as 14 Mar 2025, Mar 2025, Q1 2025, H1 2025 or 2025.")
        : null;

    private static string OfFiscalYear(Match match, bool takesRange)
    {
        var year = Number(match, "y");
        if (year < 100) year += 2000;
        var choices = match.Groups["to"].Success
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"its months, such as {(takesRange ? $"Oct {year}–Sep {year + 1}" : $"the last, Sep {year + 1}")}, "
                    + $"or the calendar year that is meant")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(takesRange ? $"Oct {year - 1}–Sep {year}" : $"Sep {year}, its last month,")} for the first, {year} for the second");
        return match.Groups["to"].Success
            ? $"{Typed} names a fiscal year, and its months differ from country to country: write {choices}."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Typed} can be Oct {year - 1} to Sep {year}, "
                    + $"the fiscal year of the United States, or the calendar year {year}: write {choices}.");
    }

    private static string Rest(string text) => Single(text)?.Date is { } date ? $"such as {date.ToDisplay()}" : "such as Mar 2025";

    [GeneratedRegex(
        @"^(?:(?:us|u\.s\.|american) )?(?:fy|fiscal(?: year)?|financial year|budget year|finansår(?:et)?"
            + @"|regnskabsår(?:et)?)[ -]?['’]?(?<y>[0-9]{4}|[0-9]{2})(?:[-/](?<to>[0-9]{2,4}))?$")]
    private static partial Regex FiscalYear();

    [GeneratedRegex(
        @"^(?:(?:in|i|the) )*(?:early|late|mid|middle|beginning|start|end|spring|summer|autumn|fall|winter|forår(?:et)?"
            + @"|sommer(?:en)?|efterår(?:et)?|vinter(?:en)?|primo|medio|ultimo|start(?:en)?|midten|slut(?:ningen)?"
            + @"|begyndelsen)[- ](?:of |in |i |af |the )*.*[0-9]{4}$|^[0-9]{3}0['’]?(?:s|erne)$")]
    private static partial Regex Vague();

    [GeneratedRegex(
        @"^(?<w>about|around|approximately|approx\.?|circa|ca?\.?|omkring|cirka|before|after|by|since|until|from"
            + @"|inden|efter|før|siden|fra|til|~|≈|<|>|≤|≥)(?!\p{L}) ?(?=.*[0-9])")]
    private static partial Regex Hedge();

    [GeneratedRegex("[0-9][t ,]+[0-9]{1,2}[:.][0-9]{2}")]
    private static partial Regex Time();

    [GeneratedRegex(@"^[0-9]{4}(?:-|(?:-| to | til )(?:present|now|today|nu|i dag))$")]
    private static partial Regex OpenRange();

    [GeneratedRegex(
        @"^['’]?[0-9]{2}$|^[0-9]{1,2}[./ -]+[0-9]{1,2}[./ -]+['’]?[0-9]{2}$"
            + @"|^(?:[0-9]{1,2}\.?[- ]?)?(?:jan|feb|mar|apr|may|maj|jun|jul|aug|sep|oct|okt|nov"
            + @"|dec)\p{L}*\.?[- ,]*['’]?[0-9]{2}$|^[qkh][0-9][- ]?['’]?[0-9]{2}$|^[0-9][qkh][- ]?['’]?[0-9]{2}$")]
    private static partial Regex ShortYear();

    [GeneratedRegex(
        @"^(?:[0-9]{1,2}(?:st|nd|rd|th)?\.?[- ]?(?:of )?)?(?<m>\p{L}{3,9})\.?$|^[0-9]{1,2}[./][0-9]{1,2}$|^[qkh][0-9]$|^[0-9][qkh]$")]
    private static partial Regex NoYear();

    [GeneratedRegex(@"^[0-9]{1,2}\.?[- ](?<m>\p{L}{3,12})\.?[- ][0-9]{4}$")]
    private static partial Regex OtherMonth();
}

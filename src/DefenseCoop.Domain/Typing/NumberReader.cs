using System.Globalization;
using System.Text.RegularExpressions;

namespace DefenseCoop.Domain.Typing;

/// <summary>
/// Reads numbers as the program writes them and as people do. It never guesses: what can mean two numbers comes back with a
/// message that says what to write.
/// <code>
/// figures    1234 · 1234.5 · 12,5 · −5 · 1 234 567.8 (any kind of space) · 1’234 · 1.234,5 · 1,234.5 · 1,234,567
/// asked      143.000 · 1,234 · 1.234 (thousands or decimals) · (5) (brackets, or a debt)
/// with unit  27 aircraft · 3.3% of GDP · 12 % · 143 DKK bn · DKK 143 bn · 143 mia. kr.
/// refused    another unit or scale than that of the field, a range, words before the number, marks that say more (20+ · 20?),
///            parts of what is counted whole
/// </code>
/// </summary>
public static partial class NumberReader
{
    private const int LongestNumber = 60;
    private const string TooManyDigits = "This number has more than 15 digits: round it, or write it in a larger unit.";

    /// <param name="text">As typed.</param>
    /// <param name="unit">In which the value is kept; null where it has none.</param>
    public static NumberReading Read(string? text, string? unit = null)
    {
        var typed = TypedText.Plain(text).TrimEnd('.');
        if (typed.Length == 0) return default;
        var quoted = (text ?? "").ForMessage();
        if (typed.Length > LongestNumber) return OnlyFigures().IsMatch(typed) ? NumberReading.Wrong(TooManyDigits) : NoNumber(quoted);
        if (Whole().Match(typed) is not { Success: true } match || match.Groups["before"].Value.StartsWith('-')) return NoNumber(quoted);
        var read = Figures(match.Groups["n"].Value, unit, quoted);
        if (read is not { Value: { } number }) return read;
        if (match.Groups["sign"].Length > 0) number = -number;
        if (UnitText.Problem(match.Groups["before"].Value, match.Groups["after"].Value, unit, number, quoted) is { } problem)
        {
            return NumberReading.Wrong(problem);
        }
        return Unit.IsCounted(unit) && number != decimal.Truncate(number)
            ? NumberReading.Wrong($"{quoted} is no whole number, and {unit} are counted whole: correct it.")
            : NumberReading.Of(number);
    }

    internal static NumberReading NoNumber(string quoted) =>
        NumberReading.Wrong($"{quoted} is no number: write digits, with a point before the decimals, such as 1234.5.");

    private static NumberReading Figures(string figures, string? unit, string quoted)
    {
        if (OneMark().Match(figures) is { Success: true } two && !IsClearlyDecimal(two.Groups["mark"].Value, two.Groups["b"].Value, unit))
        {
            return NumberReading.Wrong(Question(two.Groups["a"].Value, two.Groups["b"].Value, unit, quoted));
        }

        if (Grouped().Match(figures) is { Success: true } grouped)
        {
            return Exact(NotDigit().Replace(grouped.Groups["whole"].Value, ""), grouped.Groups["rest"].Value, quoted);
        }

        return Plain().Match(figures) is { Success: true } plain
            ? Exact(plain.Groups["whole"].Value, plain.Groups["rest"].Value, quoted)
            : NumberReading.Wrong(
                $"{quoted} is no number: its marks do not stand between thousands. "
                    + "Write digits alone, with a point before the decimals, such as 1234.5.");
    }

    /// <summary>
    /// There are no thousands of degrees. Of a share nobody writes them with a point, and the program prints no zero at the
    /// end of decimals.
    /// </summary>
    private static bool IsClearlyDecimal(string mark, string decimals, string? unit) =>
        unit == "°" || (mark == "." && unit?.StartsWith('%') == true && decimals[^1] != '0');

    private static string Question(string before, string after, string? unit, string quoted)
    {
        var thousands = decimal.Parse(before + after, CultureInfo.InvariantCulture);
        var decimals = decimal.Parse($"{before}.{after}", CultureInfo.InvariantCulture);
        var shown = decimals.ToString("0.###", CultureInfo.InvariantCulture);
        var second = decimals == decimal.Truncate(decimals)
            ? $"{before}: write {before}{after} for the first, {before} for the second."
            : Unit.IsCounted(unit)
                ? $"{shown}, and {unit} are counted whole: write {before}{after} if it is the first."
                : $"{shown}: write {before}{after} for the first, {before}.{after}0 for the second.";
        return $"{quoted} can be {Words.Of(thousands)} or {second}";
    }

    private static NumberReading Exact(string whole, string decimals, string quoted)
    {
        var text = $"{(whole.Length == 0 ? "0" : whole)}{(decimals.Length == 0 ? "" : $".{decimals}")}";
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return NumberReading.Wrong(
                double.TryParse(text, CultureInfo.InvariantCulture, out _) ? TooManyDigits : NoNumber(quoted).Problem!);
        }

        if (Guard.Problem(number, "The number") is { } problem) return NumberReading.Wrong(problem);
        return (decimal)(double)number == number ? NumberReading.Of(number) : NumberReading.Wrong(TooManyDigits);
    }

    /// <summary>The first number with what stands around it. Its marks are looked at later.</summary>
    [GeneratedRegex(@"^(?<before>(?:[^0-9.,]|[.,](?![0-9]))*?)(?<sign>-?) ?(?<n>(?:[0-9]+(?:[ .,'’][0-9]+)*|[.,][0-9]+))(?<after>.*)$")]
    private static partial Regex Whole();

    /// <summary>A single mark before exactly three digits: thousands, or decimals.</summary>
    [GeneratedRegex("^(?<a>[1-9][0-9]{0,2})(?<mark>[.,])(?<b>[0-9]{3})$")]
    private static partial Regex OneMark();

    [GeneratedRegex(
        @"^(?<whole>[0-9]{1,3}(?:(?<g>[ '’])[0-9]{3})(?:\k<g>[0-9]{3})*)(?:[.,](?<rest>[0-9]+))?$"
            + @"|^(?<whole>[0-9]{1,3}(?:\.[0-9]{3})+),(?<rest>[0-9]+)$|^(?<whole>[0-9]{1,3}(?:,[0-9]{3})+)\.(?<rest>[0-9]+)$"
            + @"|^(?<whole>[0-9]{1,3}(?:(?:\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,}))$")]
    private static partial Regex Grouped();

    [GeneratedRegex("^(?<whole>[0-9]*)(?:[.,](?<rest>[0-9]+))?$")]
    private static partial Regex Plain();

    [GeneratedRegex("^[0-9 .,]+$")]
    private static partial Regex OnlyFigures();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigit();
}

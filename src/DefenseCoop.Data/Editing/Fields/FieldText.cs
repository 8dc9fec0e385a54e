using System.Globalization;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Data.Editing.Fields;

/// <summary>The text forms of values, as people read and type them. What was read is read again as the same value.</summary>
internal static class FieldText
{
    /// <summary>What public dates of this subject can be; beyond it a slip of the keyboard is likelier.</summary>
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    private const int MaxQuoted = 40;
    private const string TooManyDigits = "This number has more than 15 digits: round it, or write it in a larger unit.";

    public static string Of(PartialDate? date) => date?.ToString() ?? "";

    public static string Of(Period? period) => period?.Text ?? "";

    public static string Of(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Lines(IEnumerable<string> values) => string.Join('\n', values);

    /// <summary>One value a line; blank lines and repetitions are left out.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether two texts mean the same: space around them is nothing, and several choices have no order.</summary>
    public static bool IsSame(FieldKind kind, string one, string other) => one == other || kind switch
    {
        FieldKind.Choices or FieldKind.Sources => Lines(one).Order(StringComparer.Ordinal).SequenceEqual(Lines(other).Order(StringComparer.Ordinal), StringComparer.Ordinal),
        FieldKind.Paragraph => Words(one).SequenceEqual(Words(other), StringComparer.Ordinal),
        _ => one.AsSpan().Trim().SequenceEqual(other.AsSpan().Trim()),
    };

    /// <exception cref="ArgumentException">It is no date.</exception>
    public static PartialDate? Date(string text)
    {
        var typed = text.Trim();
        if (typed.Length == 0) return null;
        if (!PartialDate.TryParse(typed, out var date))
        {
            throw new ArgumentException($"{Quote(typed)} is no date: write a day, a month, a quarter, a half-year or a year, such as 2025-03-14, 2025-03, 2025-Q1, 2025-H1 or 2025.");
        }

        return date.FirstDay.Year is >= FirstYear and <= LastYear
            ? date
            : throw new ArgumentException($"The year {date.FirstDay.Year} is out of range: write one from {FirstYear} to {LastYear}.");
    }

    /// <exception cref="ArgumentException">It looks like a date and is none, or is too long.</exception>
    public static Period? Period(string text)
    {
        var typed = text.Trim().Replace('–', '-');
        if (typed.Length == 0) return null;
        var words = Guard.Line(text, Domain.Schedule.Period.MaxLength, "period", "The period");
        // Words keep their dashes; figures alone are meant as a date.
        if (PartialDate.TryParse(typed, out _)) return Domain.Schedule.Period.Parse(Of(Date(typed)));
        if (typed.Any(c => !char.IsAsciiDigit(c) && c is not ('-' or '/' or '.' or ' '))) return Domain.Schedule.Period.Parse(words);
        if (typed is [_, _, _, _, '-', _, _, _, _] && Year(typed[..4]) is { } from && Year(typed[5..]) is { } to)
        {
            return from <= to
                ? Domain.Schedule.Period.Parse(typed)
                : throw new ArgumentException($"{Quote(typed)} ends before it starts: write the earlier year first.");
        }

        throw new ArgumentException($"{Quote(typed)} is no date: write a day, a month, a year or a range of years, such as 2025-03-14, 2025-03, 2025 or 2018-2021, or say it in words.");
    }

    /// <exception cref="ArgumentException">It is no number that can be kept exactly.</exception>
    public static decimal? Number(string text)
    {
        var typed = text.Trim().Replace('−', '-');
        if (typed.Length == 0) return null;
        if (typed.Contains(',', StringComparison.Ordinal))
        {
            throw new ArgumentException("There is a comma in this number: write a dot before the decimals and nothing between the thousands, such as 1234.5.");
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (typed.Length > 60 || !decimal.TryParse(typed, Styles, CultureInfo.InvariantCulture, out var number))
        {
            throw new ArgumentException(double.TryParse(typed, Styles, CultureInfo.InvariantCulture, out _)
                ? TooManyDigits
                : $"{Quote(typed)} is no number: write digits, with a dot before the decimals, such as 1234.5.");
        }

        Guard.Value(number, "The number");
        return (decimal)(double)number == number
            ? number
            : throw new ArgumentException(TooManyDigits);
    }

    /// <exception cref="ArgumentException">It is no whole number from 0.</exception>
    public static int? WholeNumber(string text, int least, int most)
    {
        if (Number(text) is not { } number) return null;
        return number == decimal.Truncate(number) && number >= least && number <= most
            ? (int)number
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Write a whole number from {least} to {most}."));
    }

    /// <summary>What somebody typed, for a message: no longer than anybody wants to read it.</summary>
    public static string Quote(string text) => $"“{(text.Length <= MaxQuoted ? text : text[..MaxQuoted] + "…")}”";

    /// <summary>The message of a guard, without what .NET adds to it.</summary>
    public static string Message(ArgumentException problem)
    {
        var end = problem.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
        return end < 0 ? problem.Message : problem.Message[..end];
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static int? Year(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year : null;
}

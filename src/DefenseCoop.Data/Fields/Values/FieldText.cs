using System.Globalization;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Data.Fields.Values;

/// <summary>The text forms of values, as people read and type them. What was read is read again as the same value.</summary>
internal static class FieldText
{
    /// <summary>As pages write it, where that is read as the same; else as it is exchanged.</summary>
    public static string Of(PartialDate? date) => date is not { } known ? ""
        : known.ToDisplay() is var words && DateReader.Read(words) is { IsEstimate: false, Date: { } read } && read == known ? words
        : known.ToString();

    public static string Of(Period? period) => period is null or { FirstDay: null } ? period?.Text ?? ""
        : period.ToDisplay() is var words && DateReader.Read(words, takesRange: true) is { IsDate: true, IsEstimate: false } read
            && read.ToPeriod() == period ? words
        : period.Text;

    /// <summary>With a zero behind three decimals, which could be thousands.</summary>
    public static string Of(decimal? number)
    {
        var text = number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
        return text.TrimStart('-') is [not '0', .., '.', _, _, _] and { Length: <= 7 } ? text + "0" : text;
    }

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Lines(IEnumerable<string> values) => string.Join('\n', values);

    /// <summary>One value a line; blank lines and repetitions are left out.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether two texts mean the same: space around them is nothing, and several choices have no order.</summary>
    public static bool IsSame(FieldKind kind, string one, string other) => one == other || kind switch
    {
        FieldKind.Choices or FieldKind.Sources =>
            Lines(one).Order(StringComparer.Ordinal).SequenceEqual(Lines(other).Order(StringComparer.Ordinal), StringComparer.Ordinal),
        FieldKind.Paragraph => Words(one).SequenceEqual(Words(other), StringComparer.Ordinal),
        FieldKind.PartialDate or FieldKind.Period => Moment(one) == Moment(other),
        FieldKind.Number or FieldKind.WholeNumber => Figure(one) == Figure(other),
        _ => TypedText.Trim(one) == TypedText.Trim(other),
    };

    /// <exception cref="InvalidInputException">It is no date, or can be several.</exception>
    public static PartialDate? Date(string text)
    {
        var reading = DateReader.Read(text);
        if (reading.IsEstimate)
        {
            throw new InvalidInputException(
                $"{Quote(text)} is an estimate: write {reading.Date!.Value.ToDisplay()} alone, and say in the note that it is estimated.");
        }
        return reading.Problem is { } problem ? throw new InvalidInputException(problem)
            : reading.Date ?? (TypedText.IsBlank(text) ? null : throw new InvalidInputException(DateReader.NoDate(text)));
    }

    /// <summary>A year alone.</summary>
    /// <exception cref="InvalidInputException">It is no year.</exception>
    public static int? Year(string text) => Date(text) is not { } date ? null
        : date.Precision == DatePrecision.Year ? date.FirstDay.Year
        : throw new InvalidInputException($"{date.ToDisplay()} is more than a year: write the year alone, {date.FirstDay.Year}.");

    /// <param name="text">As typed.</param>
    /// <param name="isInWords">Whether the person says that the source gives no date.</param>
    /// <param name="estimates">Whether what is marked as an estimate is one by the rest of the form.</param>
    /// <exception cref="InvalidInputException">It is no date and not said to be none, or it is too long.</exception>
    public static Period? Period(string text, bool isInWords, bool estimates)
    {
        if (TypedText.IsBlank(text)) return null;
        var words = Guard.Line(text, Domain.Schedule.Period.MaxLength, "period", "The period");
        var reading = DateReader.Read(text, takesRange: true);
        if (reading.IsDate && isInWords)
        {
            throw new InvalidInputException(
                $"{Quote(text)} is a date: clear the box that says that the source gives none, or write the words of the source.");
        }
        if (reading is { IsEstimate: true } && !estimates)
        {
            throw new InvalidInputException(
                $"{Quote(text)} is an estimate of {reading.ToPeriod().ToDisplay()}: "
                    + $"choose “Estimate” as the kind, or write {reading.ToPeriod().ToDisplay()}.");
        }
        if (reading.IsDate) return reading.ToPeriod();
        if (isInWords && words.Any(char.IsLetter)) return Domain.Schedule.Period.Parse(words);
        throw new InvalidInputException(isInWords ? $"{Quote(text)} has no words: write those of the source, or a date such as 14 Mar 2025."
            : reading.Problem is { } problem ? $"{problem} If the source gives no date, tick the box below, and these are its words."
            : $"{Quote(text)} is no date: write a day, a month, a quarter, a half-year, a year or a range, such as 14 Mar 2025, "
                + "Mar 2025, Q1 2025, 2025 or 2018–2021; if the source gives no date, tick the box below, and these are its words.");
    }

    /// <exception cref="InvalidInputException">It is no number that can be kept exactly, or can be several.</exception>
    public static decimal? Number(string text, string? unit = null)
    {
        var reading = NumberReader.Read(text, unit);
        return reading.Problem is { } problem ? throw new InvalidInputException(problem) : reading.Value;
    }

    /// <exception cref="InvalidInputException">It is no whole number of the range.</exception>
    public static int? WholeNumber(string text, int least, int most, string? unit = null)
    {
        if (Number(text, unit) is not { } number) return null;
        return number == decimal.Truncate(number) && number >= least && number <= most
            ? (int)number
            : throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"Write a whole number from {least} to {most}."));
    }

    /// <summary>What somebody typed, for a message: no longer than anybody wants to read it.</summary>
    public static string Quote(string text) => text.ForMessage();

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The date that is meant, else the words.</summary>
    private static string Moment(string text) =>
        DateReader.Read(text, takesRange: true) is { IsDate: true } read
            ? $"{read.ToPeriod()}{(read.IsEstimate ? "e" : "")}"
            : TypedText.Trim(text);

    /// <summary>The number that is meant, else the words.</summary>
    private static string Figure(string text) => NumberReader.Read(text).Value is { } value ? Of(value) : TypedText.Trim(text);
}

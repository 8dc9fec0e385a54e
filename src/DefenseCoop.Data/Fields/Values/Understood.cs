using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Data.Fields.Values;

/// <summary>What the program understands of a date or number as it is typed, for the line below the field.</summary>
/// <param name="Words">A date or number in full, or what to write instead.</param>
/// <param name="IsTrouble">Whether it could not be taken.</param>
public sealed record Understood(string Words, bool IsTrouble)
{
    private static readonly Understood NoDate = new("No date, so no day counts: the words of the source are kept.", false);

    /// <param name="kind">Of the field.</param>
    /// <param name="text">As typed.</param>
    /// <param name="unit">Of a number; null where there is none, or none is known.</param>
    /// <param name="isInWords">Of a period: whether the source is said to give no date.</param>
    /// <returns>Null where there is nothing to say: the field is empty, or of another kind.</returns>
    public static Understood? Of(FieldKind kind, string text, string? unit = null, bool isInWords = false)
    {
        if (TypedText.IsBlank(text)) return null;
        try
        {
            return kind switch
            {
                FieldKind.PartialDate => Of(DateReader.Read(text), () => FieldText.Date(text)),
                FieldKind.Period => FieldText.Period(text, isInWords, estimates: true) is { FirstDay: null }
                    ? NoDate
                    : Of(DateReader.Read(text, takesRange: true), () => null),
                FieldKind.Number or FieldKind.WholeNumber => FieldText.Number(text, unit) is { } number
                    ? new(unit is null ? Domain.Words.Of(number) : Domain.Words.Of(number, unit), false)
                    : null,
                _ => null,
            };
        }
        catch (InvalidInputException e)
        {
            return new Understood(e.Message, true);
        }
    }

    /// <summary>A day, where nothing less exact will do.</summary>
    public static Understood? OfDay(string text) => DayText.Read(text) is var (day, problem) && day is { } known
        ? new(DateReader.Read(Domain.Words.Of(known)).ToWords()!, false)
        : problem is null ? null : new(problem, true);

    /// <summary>The day from which or up to which something is asked for.</summary>
    public static Understood? OfBound(string text, bool first) => DateReader.ReadDay(text, first) is var (day, problem) && day is { } known
        ? new($"{(first ? "From" : "Up to")} {Domain.Words.Of(known)}", false)
        : problem is null ? null : new(problem, true);

    private static Understood? Of(DateReading reading, Func<PartialDate?> check)
    {
        check();
        return reading.ToWords() is { } words ? new(words, false) : null;
    }
}

/// <summary>Days as people type them, for what is due on one.</summary>
public static class DayText
{
    /// <returns>The day, or why there is none; neither where nothing was typed.</returns>
    public static (DateOnly? Day, string? Problem) Read(string text)
    {
        if (TypedText.IsBlank(text)) return (null, null);
        return DateReader.Read(text) switch
        {
            { Problem: { } problem } => (null, problem),
            { IsEstimate: true } => (null, $"{FieldText.Quote(text)} is an estimate: write the day alone, such as 31 Mar 2027."),
            { Date: { IsDay: true } date } => (date.FirstDay, null),
            { Date: { } date } =>
                (null,
                 $"{date.ToDisplay()} is not one day: write the day that is meant, such as its last, {Domain.Words.Of(date.LastDay)}."),
            _ => (null, $"{FieldText.Quote(text)} is no day: write it as 31 Mar 2027 or 2027-03-31."),
        };
    }
}

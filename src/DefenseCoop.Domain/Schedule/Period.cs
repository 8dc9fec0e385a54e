namespace DefenseCoop.Domain.Schedule;

/// <summary>
/// The period that a reading or a baseline speaks of, in the words of its source: a partial date, a range of years
/// (<c>2018-2021</c>) or of other dates (<c>2024-10/2025-09</c>), or words that are no date (<c>Cold War peak</c>), which are
/// kept and shown but have no day.
/// </summary>
public sealed record Period
{
    public const int MaxLength = 40;

    private readonly PartialDate? _to;

    private Period(string text, PartialDate? from, PartialDate? to)
    {
        Text = text;
        From = from;
        _to = to;
    }

    public string Text { get; }

    /// <summary>First day of the period; null where the words are no date.</summary>
    public DateOnly? FirstDay => From?.FirstDay;

    /// <summary>Last day of the period, the day it counts as measured on; a range ends with the last day of its last date.</summary>
    public DateOnly? LastDay => (_to ?? From)?.LastDay;

    private PartialDate? From { get; }

    public static Period Of(DateOnly day) => Of(PartialDate.OfDay(day));

    public static Period Of(PartialDate date) => new(date.ToString(), date, null);

    /// <exception cref="InvalidInputException">The range ends before it starts.</exception>
    public static Period Of(PartialDate from, PartialDate to) =>
        Parse(from.Precision == DatePrecision.Year && to.Precision == DatePrecision.Year ? $"{from}-{to}" : $"{from}/{to}");

    /// <exception cref="InvalidInputException">The text is empty, too long, or a range that ends before it starts.</exception>
    public static Period Parse(string text)
    {
        var words = Guard.Text(text, MaxLength, "period");
        if (PartialDate.TryParse(words, out var date)) return new Period(words, date, null);
        if (Range(words) is not (var from, var to)) return new Period(words, null, null);
        return to.FirstDay >= from.FirstDay && to.LastDay >= from.LastDay
            ? new Period(words, from, to)
            : throw new InvalidInputException($"period \"{words}\" ends before it starts.");
    }

    public string ToDisplay() => (From, _to) switch
    {
        (null, _) => Text,
        ({ } from, null) => from.ToDisplay(),
        ({ } from, { } to) => $"{from.ToDisplay()}–{to.ToDisplay()}",
    };

    public override string ToString() => Text;

    /// <summary>Two years with a hyphen, or two dates with a slash.</summary>
    private static (PartialDate From, PartialDate To)? Range(string words)
    {
        var cut = words.IndexOf('/', StringComparison.Ordinal);
        if (cut < 0 && words.Length == 9 && words[4] == '-') cut = 4;
        return cut > 0 && PartialDate.TryParse(words[..cut], out var from) && PartialDate.TryParse(words[(cut + 1)..], out var to) ? (from, to) : null;
    }
}

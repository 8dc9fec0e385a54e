namespace DefenseCoop.Domain.Schedule;

/// <summary>
/// The period that a reading or a baseline speaks of, in the words of its source: a partial date, a range of years
/// (<c>2018-2021</c>), or words that are no date (<c>Cold War peak</c>), which are kept and shown but have no day.
/// </summary>
public sealed record Period
{
    public const int MaxLength = 40;

    private Period(string text, DateOnly? firstDay, DateOnly? lastDay)
    {
        Text = text;
        FirstDay = firstDay;
        LastDay = lastDay;
    }

    public string Text { get; }

    /// <summary>First day of the period; null where the words are no date.</summary>
    public DateOnly? FirstDay { get; }

    /// <summary>Last day of the period, the day it counts as measured on; a range of years ends with its last year.</summary>
    public DateOnly? LastDay { get; }

    public static Period Of(DateOnly day) => Of(PartialDate.OfDay(day));

    public static Period Of(PartialDate date) => new(date.ToString(), date.FirstDay, date.LastDay);

    /// <exception cref="ArgumentException">The text is empty, too long, or a range that ends before it starts.</exception>
    public static Period Parse(string text)
    {
        var words = Guard.Text(text, MaxLength, "period");
        if (PartialDate.TryParse(words, out var date)) return new Period(words, date.FirstDay, date.LastDay);
        var dash = words.IndexOf('-', StringComparison.Ordinal);
        if (dash != 4 || words.Length != 9
            || !PartialDate.TryParse(words[..4], out var from) || !PartialDate.TryParse(words[5..], out var to))
        {
            return new Period(words, null, null);
        }

        if (to < from) throw new ArgumentException($"period \"{words}\" ends before it starts.", nameof(text));
        return new Period(words, from.FirstDay, to.LastDay);
    }

    public string ToDisplay() => PartialDate.TryParse(Text, out var date)
        ? date.ToDisplay()
        : FirstDay is null ? Text : Text.Replace('-', '–');

    public override string ToString() => Text;
}

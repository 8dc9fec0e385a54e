using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Typing;

/// <summary>What was understood of a typed date. Without a date and without a problem it is words, or nothing at all.</summary>
public sealed record DateReading
{
    /// <summary>The date, or the first of a range; null where none was understood.</summary>
    public PartialDate? From { get; init; }

    /// <summary>The last of a range; null for a single date.</summary>
    public PartialDate? To { get; init; }

    /// <summary>Whether it is marked as an estimate, such as 2024e.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>Why what looks like a date cannot be taken as one, with what to write; a whole sentence.</summary>
    public string? Problem { get; init; }

    public bool IsDate => From is not null;

    /// <summary>The date; null for a range, too.</summary>
    public PartialDate? Date => To is null ? From : null;

    /// <exception cref="InvalidOperationException">It is no date.</exception>
    public Period ToPeriod() => (From, To) switch
    {
        ({ } date, null) => Period.Of(date),
        ({ } from, { } to) => Period.Of(from, to),
        _ => throw new InvalidOperationException("There is no date to make a period of."),
    };

    /// <summary>What was understood, in words for the person who typed it: "20 Nov 2026, a day"; null where nothing was.</summary>
    public string? ToWords()
    {
        if (From is not { } from) return null;
        var kind = To is not null ? "a range" : from.Precision switch
        {
            DatePrecision.Year => "a year",
            DatePrecision.HalfYear => "a half-year",
            DatePrecision.Quarter => "a quarter",
            DatePrecision.Month => "a month",
            _ => "a day",
        };
        return $"{ToPeriod().ToDisplay()}, {kind}{(IsEstimate ? ", estimated" : "")}";
    }
}

using System.Globalization;

namespace DefenseCoop.Web.Shared;

/// <summary>The day that a page speaks for: today, or the past day that the address names.</summary>
public readonly record struct DayChoice(DateOnly Day, DateOnly Today)
{
    public const string Parameter = "asOf";

    /// <summary>The parameters by which a time is asked for.</summary>
    public static IReadOnlyList<string> Parameters { get; } = [Parameter];

    /// <summary>UTC: what was recorded later is not known; null for all.</summary>
    public DateTime? KnownAt => null;

    public bool IsToday => Day == Today;

    /// <summary>The value of the parameter; null for today.</summary>
    public string? AsOf => IsToday ? null : Day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Reads the day from the address. What is no past day is today, with a note that says why.</summary>
    public static DayChoice Of(QueryValues query, DateOnly today)
    {
        var text = query.Single(Parameter);
        if (text is null) return new DayChoice(today, today);
        if (!query.TryDay(Parameter, text, out var day)) return new DayChoice(today, today);
        if (day <= today) return new DayChoice(day, today);
        query.Note($"{Parameter}={text} lies in the future, of which nothing is known. This page shows today.");
        return new DayChoice(today, today);
    }
}

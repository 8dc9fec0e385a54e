using DefenseCoop.Domain;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Shared.Clocks;

/// <summary>What a choice of the two clocks means, in words.</summary>
public static class ClockWords
{
    /// <summary>One sentence that says what the page shows, of another day than today.</summary>
    public static string Meaning(DayChoice choice) => choice switch
    {
        { KnownAt: { } known } => $"The state of {Words.Of(choice.Day)}, using only what we had recorded by {Instant(known)}.",
        _ => $"The state of {Words.Of(choice.Day)}, using all that is recorded now.",
    };

    /// <summary>In a few words, for where there is little room.</summary>
    public static string Short(DayChoice choice) => choice switch
    {
        { IsToday: true } => "Today",
        { KnownAt: { } known, AsOf: null } => $"As known {Instant(known)}",
        { KnownAt: { } known } => $"{Words.Of(choice.Day)}, as known {Instant(known)}",
        _ => Words.Of(choice.Day),
    };

    /// <summary>As exact as it was chosen: the end of a day or of a minute to the minute, else to the second or below.</summary>
    public static string Instant(DateTime known) => (known + TimeSpan.FromMicroseconds(1)).Second == 0 && known.Second != 0
        ? Instants.Text(known)
        : Instants.ToMicroseconds(known);
}

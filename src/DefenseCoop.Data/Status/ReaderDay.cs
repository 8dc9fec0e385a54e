
namespace DefenseCoop.Data.Status;

/// <summary>
/// The day that is today for the person who asks: of their own time zone. Findings are kept for days of coordinated
/// universal time; what people type ("today", "up to today") is meant by their own clock.
/// </summary>
public static class ReaderDay
{
    /// <summary>Characters of the name of a zone.</summary>
    public const int MaxZone = 60;

    private static readonly AsyncLocal<TimeZoneInfo?> Current = new();

    /// <summary>Of the person whose request is answered; UTC where nobody said, as for programs.</summary>
    public static TimeZoneInfo Zone
    {
        get => Current.Value ?? TimeZoneInfo.Utc;
        set => Current.Value = value;
    }

    public static DateOnly Of(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>The zone of that name in the time zone database; null where there is none.</summary>
    public static TimeZoneInfo? Find(string? id) =>
        // The runtime looks for a file of this name: only what a zone can be called may reach it.
        id is { Length: > 0 and <= MaxZone } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '+')
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}

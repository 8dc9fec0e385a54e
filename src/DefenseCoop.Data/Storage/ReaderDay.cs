
namespace DefenseCoop.Data.Storage;

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

    /// <summary>The instant, UTC, at which a day begins there; by the clock's first midnight where it strikes twice.</summary>
    public static DateTime Start(DateOnly day, TimeZoneInfo zone) => ToUtc(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>
    /// The instant, UTC, at which clocks there show this. What they show twice in autumn is the first of
    /// the two; what they leave out in spring is as much later as they are put forward.
    /// </summary>
    public static DateTime ToUtc(DateTime shown, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(shown, DateTimeKind.Unspecified);
        var ahead = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddDays(-1))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        var ticks = Math.Clamp(local.Ticks - ahead.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime(ticks, DateTimeKind.Utc);
    }

    /// <summary>The zone of that name in the time zone database; null where there is none.</summary>
    public static TimeZoneInfo? Find(string? id) =>
        // The runtime looks for a file of this name: only what a zone can be called may reach it.
        id is { Length: > 0 and <= MaxZone } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '+')
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}

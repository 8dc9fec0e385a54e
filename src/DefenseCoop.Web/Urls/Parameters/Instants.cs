using System.Globalization;
using DefenseCoop.Data.Storage;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>
/// Instants as people read them: by their own clock, whose zone is said. Where nobody said which that is, and in what
/// programs read, it is coordinated universal time.
/// </summary>
public static class Instants
{
    private const string Day = "d MMM yyyy";

    /// <summary>
    /// Names that say the same everywhere, with the hours that they are ahead. Others stand for more
    /// than one zone, or for no name at all.
    /// </summary>
    private static readonly Dictionary<string, int> Names = new(StringComparer.Ordinal)
    {
        ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 1, ["CET"] = 1, ["CEST"] = 2, ["EET"] = 2, ["EEST"] = 3,
        ["EST"] = -5, ["EDT"] = -4, ["CDT"] = -5, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
    };

    public static string Text(DateTime instant) => Write(instant, $"{Day}, HH:mm");

    public static string ToSeconds(DateTime instant) => Write(instant, $"{Day}, HH:mm:ss");

    /// <summary>To the microsecond, as far as there is anything.</summary>
    public static string ToMicroseconds(DateTime instant) => Write(instant, $"{Day}, HH:mm:ss.FFFFFF");

    /// <summary>The time of day alone, of today.</summary>
    public static string Clock(DateTime instant) => Write(instant, "HH:mm");

    /// <summary>In coordinated universal time, for logs and whatever is kept as words.</summary>
    public static string Universal(DateTime instant) => instant.ToString($"{Day}, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The day on which it was for the reader.</summary>
    public static DateOnly DayOf(DateTime instant) => ReaderDay.Of(instant, ReaderDay.Zone);

    /// <summary>To the microsecond, as addresses and markup have it: <c>2026-11-23T12:00:00.123456Z</c>.</summary>
    public static string Exact(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Text(DateTime? instant, string otherwise) => instant is { } known ? Text(known) : otherwise;

    /// <summary>What the clock of the reader is called at that instant: <c>CET</c>, <c>UTC</c>, <c>UTC+5:30</c>.</summary>
    public static string ZoneName(DateTime instant) => ZoneName(instant, ReaderDay.Zone);

    /// <param name="instant">UTC.</param>
    /// <param name="zone">Whose clock.</param>
    public static string ZoneName(DateTime instant, TimeZoneInfo zone)
    {
        var ahead = zone.GetUtcOffset(instant);
        if (zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime && ahead == TimeSpan.Zero) return "UTC";
        var name = zone.IsDaylightSavingTime(instant) ? zone.DaylightName : zone.StandardName;
        if (Names.TryGetValue(name, out var hours) && ahead == TimeSpan.FromHours(hours)) return name;
        if (ahead == TimeSpan.Zero) return "UTC";
        var sign = ahead < TimeSpan.Zero ? '-' : '+';
        return ahead.Minutes == 0
            ? string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{Math.Abs(ahead.Hours)}")
            : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{Math.Abs(ahead.Hours)}:{Math.Abs(ahead.Minutes):00}");
    }

    /// <summary>Where a zone is, in words: <c>Copenhagen</c> of <c>Europe/Copenhagen</c>.</summary>
    public static string Place(TimeZoneInfo zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static string Write(DateTime instant, string format)
    {
        var universal = DateTime.SpecifyKind(instant, DateTimeKind.Utc);
        var own = TimeZoneInfo.ConvertTimeFromUtc(universal, ReaderDay.Zone);
        return $"{own.ToString(format, CultureInfo.InvariantCulture)} {ZoneName(universal)}";
    }
}

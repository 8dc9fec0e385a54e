using System.Globalization;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>What an address says of the time by which something was known, to the microsecond: first and last instant of it.</summary>
internal readonly record struct KnownInstant(DateTime First, DateTime Last)
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    /// <param name="text">A day or an instant.</param>
    /// <param name="time">On that day, to the minute or the second; null where there is none.</param>
    /// <returns>The whole of what is named: a day, a minute or a second stands for its end. Null where it names nothing.</returns>
    public static KnownInstant? Read(string text, string? time)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return time is null ? Lasting(day, TimeOnly.MinValue, TimeSpan.FromDays(1))
                : Is(time, "HH:mm", out var minute) ? Lasting(day, minute, TimeSpan.FromMinutes(1))
                : Is(time, "HH:mm:ss", out var second) ? Lasting(day, second, TimeSpan.FromSeconds(1))
                : null;
        }

        if (time is not null || !DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return null;
        }

        var exact = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        return new KnownInstant(exact, exact);
    }

    private static bool Is(string time, string format, out TimeOnly read) =>
        TimeOnly.TryParseExact(time, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out read);

    private static KnownInstant Lasting(DateOnly day, TimeOnly from, TimeSpan length)
    {
        var first = day.ToDateTime(from, DateTimeKind.Utc);
        return new KnownInstant(first, first + (length - TimeSpan.FromMicroseconds(1)));
    }
}

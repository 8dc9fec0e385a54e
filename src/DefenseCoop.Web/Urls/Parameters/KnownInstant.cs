using System.Globalization;
using System.Text.RegularExpressions;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>What an address says of the time by which something was known, to the microsecond: first and last instant of it.</summary>
internal readonly partial record struct KnownInstant(DateTime First, DateTime Last)
{
    private static readonly string[] Exact = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

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

        if (time is not null
            || !DateTime.TryParseExact(
                text, Exact, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return null;
        }

        var exact = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        return new KnownInstant(exact, exact);
    }

    /// <summary>The same as people type it: <c>30.11.2026 21:00</c>, with a zone behind it or in coordinated universal time.</summary>
    /// <returns>With the value of the parameter that says the same; null where it names nothing.</returns>
    public static (KnownInstant Instant, string InAddress)? ReadTyped(string text, string? time)
    {
        if (DateReader.ReadDay(text, first: false).Day is { } whole)
        {
            return Read(Iso(whole), time) is { } known ? (known, Iso(whole)) : null;
        }

        if (time is not null || TimeOfDay().Match(TypedText.Plain(text)) is not { Success: true } match
            || DateReader.Read(match.Groups["day"].Value) is not { IsEstimate: false, Date: { IsDay: true } date }
            || !Is($"{match.Groups["hour"].Value.PadLeft(2, '0')}:{match.Groups["rest"].Value.Replace('.', ':')}", out var clock))
        {
            return null;
        }

        if (Zone(match) is not { } zone) return null;
        var first = date.FirstDay.ToDateTime(clock, DateTimeKind.Utc);
        var length = match.Groups["rest"].Length > "mm".Length ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1);
        var instant = new KnownInstant(first - zone, first - zone + (length - TimeSpan.FromMicroseconds(1)));
        return (instant, Instants.Exact(instant.Last));
    }

    /// <summary>What is wrong with the day of it; null where that is not what is wrong.</summary>
    public static string? Problem(string text)
    {
        var plain = TypedText.Plain(text);
        return DateReader.Read(TimeOfDay().Match(plain) is { Success: true } match ? match.Groups["day"].Value : text).Problem;
    }

    private static TimeSpan? Zone(Match match)
    {
        if (match.Groups["sign"] is not { Success: true } sign) return TimeSpan.Zero;
        var (hours, minutes) = (Number(match.Groups["zh"]), Number(match.Groups["zm"]));
        if (hours > 14 || minutes > 59) return null;
        return new TimeSpan(hours, minutes, 0) * (sign.Value == "+" ? 1 : -1);
    }

    private static int Number(Group group) =>
        group.Length == 0 ? 0 : int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static bool Is(string time, out TimeOnly read) => Is(time, "HH:mm", out read) || Is(time, "HH:mm:ss", out read);

    private static bool Is(string time, string format, out TimeOnly read) =>
        TimeOnly.TryParseExact(time, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out read);

    private static KnownInstant Lasting(DateOnly day, TimeOnly from, TimeSpan length)
    {
        var first = day.ToDateTime(from, DateTimeKind.Utc);
        return new KnownInstant(first, first + (length - TimeSpan.FromMicroseconds(1)));
    }

    [GeneratedRegex(
        @"^(?<day>.*[0-9])(?:,? (?:at |kl\.? ?)?|T)(?<hour>[0-9]{1,2})[:.](?<rest>[0-5][0-9](?:[:.][0-5][0-9])?)"
            + @" ?(?:Z|UTC|GMT)?(?: ?(?<sign>[-+])(?<zh>[0-9]{1,2}):?(?<zm>[0-9]{2})?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();
}

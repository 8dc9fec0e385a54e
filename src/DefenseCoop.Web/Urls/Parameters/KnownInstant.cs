using System.Globalization;
using System.Text.RegularExpressions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>What an address says of the time by which something was known, to the microsecond: first and last instant of it.</summary>
internal readonly partial record struct KnownInstant(DateTime First, DateTime Last)
{
    private static readonly string[] Exact = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    /// <summary>What an address says: the same to everybody.</summary>
    /// <returns>The whole of what is named: a day stands for its end. Null where it names nothing.</returns>
    public static KnownInstant? Read(string text)
    {
        if (IsIso(text, out var day)) return Lasting(day, TimeOnly.MinValue, TimeSpan.FromDays(1), TimeZoneInfo.Utc);
        if (!DateTime.TryParseExact(
            text, Exact, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return null;
        }

        var exact = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        return new KnownInstant(exact, exact);
    }

    /// <summary>The same as people type it: <c>30.11.2026 21:00</c>, with a zone behind it or by their own clock.</summary>
    /// <param name="text">A day, or one with a time.</param>
    /// <param name="time">On that day, to the minute or the second; null where there is none.</param>
    /// <param name="zone">Of the reader.</param>
    /// <returns>
    /// The whole of what is named, the value of the parameter that says the same to everybody (null where it is that
    /// already), and the day by that clock. Null where it names nothing.
    /// </returns>
    public static (KnownInstant Instant, string? InAddress, DateOnly Own)? ReadTyped(string text, string? time, TimeZoneInfo zone)
    {
        var isUniversal = zone.HasSameRules(TimeZoneInfo.Utc);
        if (DateReader.ReadDay(text, first: false).Day is { } whole)
        {
            KnownInstant? known = time is null ? Lasting(whole, TimeOnly.MinValue, TimeSpan.FromDays(1), zone)
                : Is(time, "HH:mm", out var minute) ? Lasting(whole, minute, TimeSpan.FromMinutes(1), zone)
                : Is(time, "HH:mm:ss", out var second) ? Lasting(whole, second, TimeSpan.FromSeconds(1), zone)
                : null;
            if (known is not { } read) return null;
            return isUniversal && (time is null || IsIso(text, out _))
                ? (read, time is null ? Iso(whole) : null, whole)
                : (read, Instants.Exact(read.Last), whole);
        }

        if (time is not null || TimeOfDay().Match(TypedText.Plain(text)) is not { Success: true } match
            || DateReader.Read(match.Groups["day"].Value) is not { IsEstimate: false, Date: { IsDay: true } date }
            || !Is($"{match.Groups["hour"].Value.PadLeft(2, '0')}:{match.Groups["rest"].Value.Replace('.', ':')}", out var clock))
        {
            return null;
        }

        var length = match.Groups["rest"].Length > "mm".Length ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1);
        if (!match.Groups["zone"].Success && !match.Groups["sign"].Success)
        {
            var own = Lasting(date.FirstDay, clock, length, zone);
            return (own, Instants.Exact(own.Last), date.FirstDay);
        }

        if (Zone(match) is not { } ahead) return null;
        var first = date.FirstDay.ToDateTime(clock, DateTimeKind.Utc) - ahead;
        var said = new KnownInstant(first, first + (length - TimeSpan.FromMicroseconds(1)));
        return (said, Instants.Exact(said.Last), DateOnly.FromDateTime(said.Last));
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

    private static bool IsIso(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>By the clocks of a zone; their days and hours may be longer or shorter than others.</summary>
    private static KnownInstant Lasting(DateOnly day, TimeOnly from, TimeSpan length, TimeZoneInfo zone)
    {
        var (shown, least) = (day.ToDateTime(from), TimeSpan.FromMicroseconds(1));
        var first = ReaderDay.ToUtc(shown, zone);
        if (length < TimeSpan.FromDays(1)) return new KnownInstant(first, first + (length - least));
        return new KnownInstant(first, day < DateOnly.MaxValue ? ReaderDay.Start(day.AddDays(1), zone) - least : DateTime.MaxValue);
    }

    [GeneratedRegex(
        @"^(?<day>.*[0-9])(?:,? (?:at |kl\.? ?)?|T)(?<hour>[0-9]{1,2})[:.](?<rest>[0-5][0-9](?:[:.][0-5][0-9])?)"
            + @" ?(?<zone>Z|UTC|GMT)?(?: ?(?<sign>[-+])(?<zh>[0-9]{1,2}):?(?<zm>[0-9]{2})?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();
}

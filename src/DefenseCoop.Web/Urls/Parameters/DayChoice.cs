using System.Globalization;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Storage;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>The two clocks of a page: the day that it speaks for, and by what was known.</summary>
/// <param name="Day">Not after today, here or at the reader's.</param>
/// <param name="Today">Of the reader.</param>
/// <param name="KnownAt">UTC: what was recorded later is not known; null for everything recorded so far.</param>
public readonly record struct DayChoice(DateOnly Day, DateOnly Today, DateTime? KnownAt = null)
{
    public const string Parameter = "asOf";

    /// <summary>A day, which means its end, or an instant. Without the other it sets both clocks.</summary>
    public const string KnownAtParameter = "knownAt";

    /// <summary>
    /// The same as forms send it, by the clock of who types it: also a day as addresses have it, which there is one of
    /// coordinated universal time. The address that the form leads to has <see cref="KnownAtParameter"/> instead.
    /// </summary>
    public const string TypedParameter = "recordedBy";

    /// <summary>The time on that day, as forms send it; addresses have one instant instead.</summary>
    public const string TimeParameter = "knownTime";

    /// <summary>How far into a day its last instant is.</summary>
    internal static readonly TimeSpan AlmostADay = TimeSpan.FromDays(1) - TimeSpan.FromMicroseconds(1);

    /// <summary>The parameters by which a time is asked for.</summary>
    public static IReadOnlyList<string> Parameters { get; } = [Parameter, KnownAtParameter, TypedParameter, TimeParameter];

    /// <summary>Those by which a program asks for one, which types nothing.</summary>
    public static IReadOnlyList<string> ParametersOfPrograms { get; } = [Parameter, KnownAtParameter, TimeParameter];

    /// <summary>Today, by everything recorded so far. Only there can anything be changed.</summary>
    public bool IsToday => Day == Today && KnownAt is null;

    /// <summary>Today, by everything recorded so far.</summary>
    public DayChoice Present => this with { Day = Today, KnownAt = null };

    /// <summary>Whether more is known than was on the day itself.</summary>
    public bool HasHindsight => Moment.HasHindsight(UniversalToday ?? Today);

    /// <summary>Today by coordinated universal time, of which findings are kept, where that is another day than the reader's.</summary>
    public DateOnly? UniversalToday { get; init; }

    public Moment Moment => new(IsToday ? UniversalToday ?? Day : Day, KnownAt);

    /// <summary>The value of the parameter; null where the day follows from the other clock.</summary>
    public string? AsOf => Day == OwnDay ? null : Iso(Day);

    /// <summary>The value of the parameter, an end of a day as that day; null for now.</summary>
    public string? Known =>
        KnownAt is not { } known ? null : known.TimeOfDay == AlmostADay ? Iso(DateOnly.FromDateTime(known)) : Instants.Exact(known);

    /// <summary>The parameters with their values.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Values
    {
        get
        {
            if (AsOf is { } asOf) yield return new(Parameter, asOf);
            if (Known is { } known) yield return new(KnownAtParameter, known);
        }
    }

    /// <summary>The last day of which anything was known.</summary>
    private DateOnly OwnDay => KnownAt is { } known ? DateOnly.FromDateTime(known) : Today;

    /// <summary>Reads both clocks from the address. What cannot be used is today and now, with a note that says why.</summary>
    /// <param name="query">The address.</param>
    /// <param name="now">UTC.</param>
    /// <param name="zone">Of the reader; UTC without one.</param>
    public static DayChoice Of(QueryValues query, DateTime now, TimeZoneInfo? zone = null)
    {
        var (present, universal) = (ReaderDay.Of(now, zone ?? TimeZoneInfo.Utc), DateOnly.FromDateTime(now));
        var (known, own) = ReadKnownAt(query, now, zone ?? TimeZoneInfo.Utc);
        var choice = new DayChoice(known is { } instant ? own ?? DateOnly.FromDateTime(instant) : present, present, known)
        {
            UniversalToday = universal == present ? null : universal,
        };
        if (query.Single(Parameter) is not { } text || !query.TryDay(Parameter, text, first: false, out var day))
        {
            // What was typed is of the reader's day; the instant in the address is of no reader.
            if (own is not null && choice.AsOf is { } typed && query.Single(Parameter) is null) query.Says(Parameter, typed);
            return choice;
        }

        if (day <= present || day <= universal) return choice with { Day = day };
        query.Ignored(Parameter, text, "it lies in the future, of which nothing is known.");
        return choice;
    }

    /// <returns>The instant, and of one that was typed by the reader's clock the day on it.</returns>
    private static (DateTime? Known, DateOnly? Own) ReadKnownAt(QueryValues query, DateTime now, TimeZoneInfo zone)
    {
        var isForm = !query.IsForPrograms && query.Single(TypedParameter) is not null;
        var name = isForm ? TypedParameter : KnownAtParameter;
        var (text, time) = (query.Single(name), query.Single(TimeParameter));
        if (text is null)
        {
            if (time is not null) query.Ignored(TimeParameter, time, $"it needs the day, {KnownAtParameter}.");
            return default;
        }

        // A day alone is one of addresses, which say the same to everybody; in a form it is typed like any other.
        if (time is null && KnownInstant.Read(text) is { } span && !(isForm && span.First != span.Last))
        {
            var known = Within(query, name, text, span, now);
            if (isForm && span.First <= now) Say(known is null ? null : Instants.Exact(span.Last));
            return (known, null);
        }

        var mayBeTyped = !query.IsForPrograms || (time is not null && KnownInstant.Read(text) is not null);
        if (mayBeTyped && KnownInstant.ReadTyped(text, time, zone) is { } typed)
        {
            var known = Within(query, name, text, typed.Instant, now);
            if (!query.IsForPrograms && typed.Instant.First <= now && (typed.InAddress ?? InAddress(typed.Instant)) is { } address)
            {
                // What is not over yet is now, which no address names: its end lies in the future.
                Say(known is null ? null : address);
            }

            return (known, known is null ? null : typed.Own);
        }

        query.Ignored(
            name,
            time is null ? text : $"{text} {time}",
            query.IsForPrograms
                ? "it is no day and no instant. Write it as 2025-06-30 or 2025-06-30T12:00:00Z."
                : KnownInstant.Problem(text)
                    ?? "it is no day and no time of one. Write it as 30 Jun 2025 or 30 Jun 2025 12:00, which is read as "
                        + $"{ClockName(zone)}.");
        return default;

        // By an address everything stays as it is where it is understood so; a form has names that no address keeps.
        string? InAddress(KnownInstant typed) => isForm ? Instants.Exact(typed.Last) : null;

        void Say(string? address)
        {
            query.Says(KnownAtParameter, address);
            query.Says(TimeParameter, null);
            if (isForm) query.Says(TypedParameter, null);
        }
    }

    private static string ClockName(TimeZoneInfo zone) =>
        zone.HasSameRules(TimeZoneInfo.Utc) ? "UTC" : $"the time of {Instants.Place(zone)}";

    /// <summary>A day or a minute that is not over yet ends in what is known now.</summary>
    private static DateTime? Within(QueryValues query, string name, string text, KnownInstant span, DateTime now)
    {
        if (span.First > now) query.Ignored(name, text, "it lies in the future, of which nothing is known.");
        return span.Last >= now ? null : span.Last;
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

using System.Globalization;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Domain;

/// <summary>How values of the model read in a sentence. English, whatever the culture of the machine.</summary>
public static class Words
{
    private static readonly NumberFormatInfo Figures = new()
    {
        NumberGroupSeparator = "\u202F",
        NumberDecimalSeparator = ".",
        NegativeSign = "−",
    };

    public static string Of(AssessedStatus status) => status switch
    {
        AssessedStatus.Achieved => "Achieved",
        AssessedStatus.OnTrack => "On track",
        AssessedStatus.AtRisk => "At risk",
        AssessedStatus.OffTrack => "Off track",
        AssessedStatus.Stale => "Stale",
        _ => "Not assessed",
    };

    public static string Of(EvidenceAge age) => age switch
    {
        EvidenceAge.Recent => "Under 3 months",
        EvidenceAge.WithinTheLimit => "3 to 12 months",
        EvidenceAge.TooOld => "Over 12 months",
        _ => "No dated evidence",
    };

    public static string Of(Stage stage) => stage switch
    {
        Stage.UnderWay => "Under way",
        Stage.Cancelled => "Canceled",
        _ => stage.ToString(),
    };

    public static string Of(Qualifier qualifier) => qualifier switch
    {
        Qualifier.About => "about ",
        Qualifier.MoreThan => "more than ",
        Qualifier.CloseTo => "close to ",
        Qualifier.UpTo => "up to ",
        Qualifier.Maximum => "at most ",
        _ => "",
    };

    public static string Of(DateOnly day) => PartialDate.OfDay(day).ToDisplay();

    /// <summary>
    /// A figure with thin spaces between thousands and no more decimals than it has. Three after at most three digits look
    /// like thousands to many a reader, and to the reader of what people type: a zero behind them says that they are none.
    /// </summary>
    public static string Of(decimal value) => $"{Plain(value)}{(LooksLikeThousands(value) ? "0" : "")}";

    /// <summary>A figure with its unit: "3.3% of GDP", "27 aircraft", "1 ship".</summary>
    public static string Of(decimal value, string unit) =>
        unit.StartsWith('%') ? $"{Plain(value)}{unit}" : $"{Of(value)} {(value == 1 ? Unit.Singular(unit) : unit)}";

    /// <summary>The share of a count in percent, as all shares are written.</summary>
    public static string Share(int count, int of) => of == 0 ? "" : Percent((decimal)count / of);

    /// <summary>A share in whole percent, the nearest; what is neither none nor all never reads as either.</summary>
    public static string Percent(decimal share) => Math.Round(share * 100, MidpointRounding.AwayFromZero) switch
    {
        0 when share > 0 => "under 1%",
        0 when share < 0 => "under 0%",
        100 when share < 1 => "over 99%",
        100 when share > 1 => "over 100%",
        var percent => $"{Of(percent)}%",
    };

    /// <summary>A share that is compared with a bound: on which side of it, also where both are the same in whole percent.</summary>
    public static string Percent(decimal share, decimal bound) => share == bound || Percent(share) != Percent(bound) ? Percent(share)
        : $"just {(share < bound ? "under" : "over")} {Percent(bound)}";

    public static string Days(int days) => days == 1 ? "1 day" : $"{Of((decimal)days)} days";

    public static string Count(int count, string one, string many) => $"{Of((decimal)count)} {(count == 1 ? one : many)}";

    /// <summary>
    /// The age of a day in words: "3 days old", "8 months old", "4
    /// years old". Months and years are whole ones of the calendar.
    /// </summary>
    public static string Age(DateOnly from, DateOnly to) => Age(from, from, to);

    /// <summary>The age of a period with its days, as exact as it is known: "22 to 34 months old" where the period is a year.</summary>
    public static string Age(Period period, DateOnly to) => Age(period.FirstDay!.Value, period.LastDay!.Value, to);

    /// <summary>How long it is from a day to a later one, in whole days, months or years of the calendar: "2 years".</summary>
    public static string Length(DateOnly from, DateOnly to) => InWords(Span(from, to));

    private static string Plain(decimal value) => value.ToString("#,##0.############", Figures);

    private static bool LooksLikeThousands(decimal value) =>
        Math.Abs(value) is >= 1 and < 1000
        && value * 1000 == decimal.Truncate(value * 1000) && value * 100 != decimal.Truncate(value * 100);

    private static string Age(DateOnly first, DateOnly last, DateOnly to)
    {
        var (least, most) = (Span(last, to), Span(first, to));
        // Side by side they read best in one unit.
        if (least.Unit == "month" && most is { Unit: "year", Count: < 4 }) most = (Months(first, to), "month");
        if (most.Count <= 0) return "new that day";
        if (least.Count <= 0) return $"up to {InWords(most)} old";
        if (least == most) return $"{InWords(most)} old";
        return least.Unit == most.Unit ? $"{Of((decimal)least.Count)} to {InWords(most)} old" : $"{InWords(least)} to {InWords(most)} old";
    }

    private static string InWords((int Count, string Unit) span) => Count(span.Count, span.Unit, $"{span.Unit}s");

    /// <summary>Whole months: one has passed when its day has come again.</summary>
    private static int Months(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);

    private static (int Count, string Unit) Span(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber;
        var months = Months(from, to);
        return days <= 60 || months < 2 ? (days, "day") : months < 24 ? (months, "month") : (months / 12, "year");
    }
}

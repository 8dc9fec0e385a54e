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

    public static string Of(Stage stage) => stage == Stage.UnderWay ? "Under way" : stage.ToString();

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

    /// <summary>A figure with thin spaces between thousands and no more decimals than it has.</summary>
    public static string Of(decimal value) => value.ToString("#,##0.############", Figures);

    /// <summary>A figure with its unit: "3.3% of GDP", "27 aircraft", "1 ship".</summary>
    public static string Of(decimal value, string unit) =>
        unit.StartsWith('%') ? $"{Of(value)}{unit}" : $"{Of(value)} {(value == 1 ? Unit.Singular(unit) : unit)}";

    /// <summary>A share as whole percent; rounded down, so that 99.6 % never reads as all of it.</summary>
    public static string Percent(decimal share) => $"{Of(Math.Floor(share * 100))}%";

    public static string Days(int days) => days == 1 ? "1 day" : $"{Of((decimal)days)} days";

    public static string Count(int count, string one, string many) => $"{Of((decimal)count)} {(count == 1 ? one : many)}";

    /// <summary>The age of a day in words: "3 days old", "8 months old", "4 years old".</summary>
    public static string Age(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber;
        return days switch
        {
            <= 0 => "new that day",
            <= 60 => $"{Days(days)} old",
            < 730 => $"{days * 12 / 365} months old",
            _ => $"{days / 365} years old",
        };
    }
}

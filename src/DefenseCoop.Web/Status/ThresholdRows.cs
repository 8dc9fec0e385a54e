using DefenseCoop.Domain;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Web.Status;

/// <summary>One threshold as the page on the method shows it.</summary>
public sealed record ThresholdRow(string Name, string Value, string Reason);

/// <summary>The thresholds in force, each with its reason.</summary>
public static class ThresholdRows
{
    public static IReadOnlyList<ThresholdRow> Of(Thresholds t) =>
    [
        new("Reporting interval where none is given", $"{t.DefaultReportingMonths} months", "Most public series are annual."),
        new(
            "A reading is stale after",
            Words.Count(t.StaleAfterIntervals, "interval", "intervals"),
            "One missed report can be late; two are silence."),
        new(
            "Early, so on track, below an expectation of",
            Words.Percent(t.EarlyBelow),
            "A straight line says little in the first tenth of the way."),
        new("On track from attainment ÷ expectation of", Words.Of(t.OnTrackRatio), "A tenth behind is within what reporting dates blur."),
        new("At risk from attainment ÷ expectation of", Words.Of(t.AtRiskRatio), "Up to three tenths behind can still be made up."),
        new(
            "Target to hold: at risk on the wrong side by up to",
            $"{Words.Percent(t.HoldMarginShare)} of it",
            "A tenth is within what counting and rounding blur."),
        new(
            "The same, but no less than",
            $"{Words.Of(t.HoldMarginLeast)} of its unit",
            "Of a small target, such as no incident, a tenth is less than can be measured."),
        new("Forecast after plan: at risk above", Words.Days(t.SlipAtRiskDays), "A month is the precision of many public dates."),
        new("Forecast after plan: off track above", Words.Days(t.SlipOffTrackDays), "Half a year is another budget, season or session."),
        new("Overdue: at risk up to", Words.Days(t.OverdueAtRiskDays), "A quarter is one reporting period."),
        new(
            "Initiative off track when off track are",
            $"1 in {t.OffTrackOneIn}",
            "One failure among many is a risk; a third is the initiative’s state."),
        new("Initiative stale when stale are", $"1 in {t.StaleOneIn}", "With half unknown, the rest does not speak for the whole."),
        new("Newest evidence too old after", Words.Days(t.EvidenceMaxAgeDays), "A year without a public word is one full reporting cycle."),
        new("A met milestone no longer counts after", Words.Days(t.OldSuccessDays), "Old successes must not hide new trouble."),
        new(
            "Share with a status needed for a rolled-up status",
            Words.Percent(t.CoverageAtLeast),
            "Below half, the unknown outweighs the known."),
        new("Rolled up: on track from an average of", Words.Of(t.OnTrackMean), "Four in five as they should be, and none off track."),
        new("Rolled up: at risk from an average of", Words.Of(t.AtRiskMean), "Half of the points is what all at risk give."),
        new("Points of what is at risk", Words.Of(t.AtRiskPoints), "Midway between on track and off track."),
        new("High confidence where so many have a status", Words.Percent(t.HighConfidenceCoverage), "The same four in five."),
        new(
            "Low confidence where fewer have a status than",
            Words.Percent(t.LowConfidenceCoverage),
            "Little more than the half that a status needs."),
        new("Share of evidence that tips confidence", Words.Percent(t.EvidenceShare), "The majority of the evidence decides."),
    ];
}

using System.Globalization;
using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Trend;

/// <summary>The section on assessments of a focus area's page.</summary>
public sealed partial class AssessmentSection
{
    [Parameter, EditorRequired]
    public TrendView Trend { get; set; } = null!;

    /// <summary>What the evidence says on the day of the page.</summary>
    [Parameter, EditorRequired]
    public AssessedStatus Now { get; set; }

    /// <summary>What of this area waits for the person; null for who sees only what is public.</summary>
    [Parameter, EditorRequired]
    public BoardWork? Work { get; set; }

    /// <summary>Those of this area that are not done.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ActionRow> Actions { get; set; } = [];

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    private IReadOnlyList<TrendMark> Points { get; set; } = [];

    private string Summary
    {
        get
        {
            var judged = Trend.Cells.Count(c => c.Published is not null);
            return $"What the evidence said and what was judged, from {Trend.Cells[0].Period.Words} to {Trend.Cells[^1].Period.Words}: "
                + $"{Words.Count(Trend.Cells.Count, "period", "periods")}, {(judged == 0 ? "none" : Words.Of((decimal)judged))} of them judged. The table below says the same.";
        }
    }

    protected override void OnParametersSet() =>
        Points = [.. Trend.Cells.Select((cell, i) => Mark(cell, i == 0 ? null : Trend.Cells[i - 1].Period.Year))];

    private static TrendMark Mark(PeriodCell cell, int? yearBefore) => new(
        cell.Period.Words,
        cell.Period.Length == PeriodLength.Year ? Text(cell.Period.Year) : cell.Period.Code[^2..],
        cell.Period.Length == PeriodLength.Year || cell.Period.Year == yearBefore ? null : Text(cell.Period.Year),
        cell.Computed,
        cell.IsComputedLater,
        cell.Published?.Judgement);

    private static string Found(PeriodCell cell) => cell switch
    {
        { Published: not null } => "with the assessment",
        { IsComputedLater: true } => "computed later",
        _ => "computed now, the period lasts",
    };

    /// <summary>Named where there is more than one.</summary>
    private string Revision(AssessmentHead head) => Trend.Published.Count(h => h.Period == head.Period) == 1 ? "" : $", revision {Text(head.Revision)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

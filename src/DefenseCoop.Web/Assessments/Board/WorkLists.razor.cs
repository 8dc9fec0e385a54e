using System.Globalization;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Board;

public sealed partial class WorkLists
{
    /// <summary>The others stand in the table below.</summary>
    private const int Shown = 8;

    [Parameter, EditorRequired]
    public BoardWork Work { get; set; } = null!;

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    [Parameter, EditorRequired]
    public bool MayWrite { get; set; }

    [Parameter, EditorRequired]
    public bool MayPublish { get; set; }

    private static string State(AssessmentHead head) => (head.State, head.By) switch
    {
        (AssessmentState.Submitted, { } by) => $"Submitted by {by}",
        (AssessmentState.Returned, _) => $"Returned by {head.ReviewedBy} with comments",
        _ => AssessmentWords.Of(head.State),
    } + (head.Revision > 1 ? $", revision {head.Revision.ToString(CultureInfo.InvariantCulture)}" : "");
}

using System.Globalization;
using System.Text.Encodings.Web;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Status;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives.Register;

public sealed partial class RegisterTable
{
    private static readonly Column[] Columns =
    [
        new("Code", "c-code", RegisterSort.Code),
        new("Title", "c-title", RegisterSort.Title),
        new("Category", "c-category", RegisterSort.Category),
        new("Stage", "c-stage", RegisterSort.Stage),
        new("Status", "c-status", RegisterSort.Status),
        new("Start", "c-date", RegisterSort.Start),
        new("End", "c-date", RegisterSort.End),
        new("Lead", "c-lead", null),
        new("Milestones met", "c-progress num", RegisterSort.Progress),
        new("Status as of", "c-date", RegisterSort.Updated),
    ];

    private const string Unknown = "<em class=\"unknown\">unknown</em>";

    [Parameter, EditorRequired]
    public RegisterQuery Query { get; set; } = new();

    [Parameter, EditorRequired]
    public RegisterResult Result { get; set; } = null!;

    /// <summary>The filters in force, which the caption says.</summary>
    [Parameter]
    public IReadOnlyList<RegisterChip> Chips { get; set; } = [];

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    private int First => ((Query.Page - 1) * Query.Size) + 1;

    private int Last => First + Result.Rows.Count - 1;

    private string SortWords =>
        Columns.First(c => c.Sort == Query.Sort).Title.ToLowerInvariant() + (Query.Descending ? ", descending" : "");

    private string? AriaSort(Column column) => column.Sort is null ? null
        : column.Sort != Query.Sort ? "none"
        : Query.Descending ? "descending" : "ascending";

    private string SortUrl(RegisterSort sort) => AppUrls.Register(
        Query with { Sort = sort, Descending = sort == Query.Sort && !Query.Descending, Page = 1 }, Day);

    // What holds no link is one piece of markup, not an element for each cell: a page of the register is held in memory
    // for everybody who has it open, and compared anew with every change.
    private static MarkupString CodeCell(RegisterRow row) => new($"<td class=\"code\">{Text(row.Code)}</td>");

    private static MarkupString CategoryAndStageCells(RegisterRow row) =>
        new(
            $"<td class=\"c-category\"><span class=\"clip\">{Text(row.Category)}</span></td><td "
                + $"class=\"c-stage\">{Words.Of(row.Stage)}</td>");

    private static MarkupString StatusCell(RegisterRow row) => new(
        $"<td class=\"c-status\">{WhyRow.Mark($"<span class=\"status\" data-status=\"{row.Status}\">{Words.Of(row.Status)}</span>")}</td>");

    private MarkupString WhyCell(RegisterRow row) => WhyRow.Cell(Columns.Length, row.FirstCause, AppUrls.Initiative(row.Code, Day, "why"));

    private static MarkupString CellsAfterStatus(RegisterRow row) => new(
        DateCell(row.Start, "start") + DateCell(row.End, "end")
        + $"<td class=\"c-lead{(row.Leads.Length == 0 ? " none" : "")}\"><span "
        + $"class=\"clip\">{(row.Leads.Length == 0 ? Unknown : Text(row.Leads))}</span></td><td "
        + $"class=\"num c-progress\">{MilestonesWords(row)}</td>"
        + DateCell(row.StatusAsOf, "c-as-of"));

    /// <summary>"6 of 8"; where there is no milestone, that is what is known.</summary>
    private static string MilestonesWords(RegisterRow row) => row.MilestonesTotal == 0
        ? "none public"
        : string.Create(CultureInfo.InvariantCulture, $"{row.MilestonesMet} of {row.MilestonesTotal}");

    private static string DateCell(PartialDate? date, string name) =>
        $"<td class=\"date {name}{(date is null ? " none" : "")}\">{date?.ToDisplay() ?? Unknown}</td>";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private sealed record Column(string Title, string Class, RegisterSort? Sort);
}

using System.Globalization;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives;

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

    [Parameter, EditorRequired]
    public RegisterQuery Query { get; set; } = new();

    [Parameter, EditorRequired]
    public RegisterResult Result { get; set; } = null!;

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

    /// <summary>"6 of 8"; where there is no milestone, that is what is known.</summary>
    private static string MilestonesWords(RegisterRow row) => row.MilestonesTotal == 0
        ? "none public"
        : string.Create(CultureInfo.InvariantCulture, $"{row.MilestonesMet} of {row.MilestonesTotal}");

    private static RenderFragment DateCell(PartialDate? date) => builder =>
    {
        builder.OpenElement(0, "td");
        builder.AddAttribute(1, "class", "date");
        if (date is { } known) builder.AddContent(2, known.ToDisplay());
        else builder.AddMarkupContent(3, "<em class=\"unknown\">unknown</em>");
        builder.CloseElement();
    };

    private sealed record Column(string Title, string Class, RegisterSort? Sort);
}

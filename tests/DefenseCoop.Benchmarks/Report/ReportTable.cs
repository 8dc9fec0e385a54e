using System.Globalization;
using Spectre.Console;

namespace DefenseCoop.Benchmarks.Report;

/// <summary>The report for people.</summary>
internal static class ReportTable
{
    public static void Print(IAnsiConsole console, IEnumerable<Figure> figures)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("Figure");
        table.AddColumn("Data set");
        table.AddColumn(new TableColumn("Must reach").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Reached").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("").NoWrap());
        table.AddColumn("Note");
        foreach (var figure in figures)
        {
            table.AddRow(
                Markup.Escape(figure.Title),
                Markup.Escape(figure.DataSet),
                figure.MustReach is { } limit ? $"{limit} {figure.Unit}" : "",
                string.Create(CultureInfo.InvariantCulture, $"{figure.Reached:0.##} {figure.Unit}"),
                Verdict(figure.IsReached),
                $"[grey]{Markup.Escape(figure.Note)}[/]");
        }

        console.Write(table);
    }

    private static string Verdict(bool? reached) => reached switch
    {
        true => "[green]ok[/]",
        false => "[red]missed[/]",
        null => "",
    };
}

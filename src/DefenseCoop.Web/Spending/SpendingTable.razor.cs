using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;
using DefenseCoop.Web.Schedule;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Spending;

/// <summary>Spending figures by measure and edition.</summary>
public sealed partial class SpendingTable
{
    private List<IGrouping<(string Country, string Measure, string Unit), SpendingFigure>> _shown = [];

    /// <summary>Where the records of the page stand.</summary>
    [CascadingParameter]
    private PagePlaces Places { get; set; } = new();

    [Parameter, EditorRequired]
    public IReadOnlyList<SpendingFigure> Figures { get; set; } = [];

    [Parameter, EditorRequired]
    public SourceLookup Sources { get; set; } = null!;

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    /// <summary>Whether to offer forms.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    protected override void OnParametersSet() => _shown = Shown(Figures, Sources, Day);

    /// <summary>By measure, and within it in time.</summary>
    internal static List<IGrouping<(string Country, string Measure, string Unit), SpendingFigure>> Shown(
        IReadOnlyList<SpendingFigure> figures, SourceLookup sources, DayChoice day) =>
        [
            .. from figure in figures
               where !(figure.LastDay > day.Day) || Ahead.IsKnown(day, sources.Of(SubjectKind.SpendingFigure, figure.Code))
               orderby figure.Year, figure.Position
               group figure by (figure.Country, figure.Measure, figure.Unit) into measure
               orderby measure.Min(f => f.Position)
               select measure,
        ];

    private bool IsAhead(SpendingFigure figure) => figure.LastDay > Day.Day;
}

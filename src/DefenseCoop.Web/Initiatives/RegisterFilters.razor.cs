using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives;

public sealed partial class RegisterFilters
{
    private static readonly (string, string)[] Provenances =
        [(nameof(Provenance.Confirmed), "Confirmed"), (nameof(Provenance.Illustrative), "Illustrative")];

    private (RegisterQuery, RegisterVocabulary, DayChoice) _rendered;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Parameter, EditorRequired]
    public RegisterQuery Query { get; set; } = new();

    [Parameter, EditorRequired]
    public RegisterVocabulary Words { get; set; } = null!;

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    /// <summary>The page follows changes of its rows; the form is of no concern to them.</summary>
    protected override bool ShouldRender() =>
        !ReferenceEquals(_rendered.Item1, Query) || !ReferenceEquals(_rendered.Item2, Words) || _rendered.Item3 != Day;

    protected override void OnAfterRender(bool firstRender) => _rendered = (Query, Words, Day);
}

using DefenseCoop.Data.Initiatives;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives;

/// <summary>What every part of the page of an initiative is given.</summary>
public abstract class InitiativePart : ComponentBase
{
    [Parameter, EditorRequired]
    public InitiativeDetails Details { get; set; } = null!;

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    /// <summary>Whether to offer forms.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>Where the records of the page stand.</summary>
    [CascadingParameter]
    protected PagePlaces Places { get; set; } = new();
}

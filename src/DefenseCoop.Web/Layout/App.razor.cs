using DefenseCoop.Data.Commands;
using DefenseCoop.Web.People;
using DefenseCoop.Web.People.OpenPages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace DefenseCoop.Web.Layout;

/// <summary>The document around every page, and whether the page has a circuit.</summary>
public sealed partial class App
{
    private IComponentRenderMode? _mode;
    private bool _isCrowded;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private OpenPages Pages { get; set; } = null!;

    [Inject]
    private PeopleOptions People { get; set; } = null!;

    /// <summary>
    /// Pages of sign-in and administration are plain forms, the error page must stand when nothing else does, and whoever
    /// may not read gets no circuit.
    /// </summary>
    protected override void OnInitialized()
    {
        if (!Http.AcceptsInteractiveRouting() || !(People.AnonymousRead || Http.User.IsSignedIn())) return;
        _isCrowded = !Pages.HasRoomFor(Http);
        _mode = _isCrowded ? null : RenderMode.InteractiveServer;
    }
}

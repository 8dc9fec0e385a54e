using System.Security.Claims;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.People;
using DefenseCoop.Web.People.OpenPages;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Shared.Clocks;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Diagnostics;

namespace DefenseCoop.Web.Layout;

/// <summary>The frame of every page: search, the day asked for, theme and navigation. The links keep the day.</summary>
public sealed partial class MainLayout : IDisposable
{
    /// <summary>The pages of administration, in the order in which they are offered, each with the right that it needs.</summary>
    private static readonly (string Url, string Words, Right Right)[] Administration =
    [
        (AccountUrls.Accounts, "Accounts", Right.SeeAccounts),
        (AccountUrls.Categories, "Categories", Right.EditCategories),
        (AccountUrls.Organizations, "Organizations", Right.EditOrganizations),
        (AccountUrls.Sites, "Sites", Right.EditSites),
        (AccountUrls.RightsTable, "Rights", Right.SeeRights),
        (AccountUrls.System, "System", Right.SeeSystem),
    ];

    private DayChoice _day;
    private ClaimsPrincipal _user = new();
    private bool _mayRead;
    private bool _mayEdit;
    private bool _mayRecord;
    private int _waiting;
    private int _attention;
    private IReadOnlyList<(string Url, string Words)> _administration = [];

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ReaderZone Reader { get; set; } = null!;

    [Inject]
    private PagePerson Person { get; set; } = null!;

    [Inject]
    private AssessmentReader Assessments { get; set; } = null!;

    [Inject]
    private People.Administration.Installation.Attention Attention { get; set; } = null!;

    [Inject]
    private PeopleOptions People { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <summary>Null in a circuit.</summary>
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>The address that the reader sees; a page that tells of a problem stands under another one.</summary>
    private string Here => Http?.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
        ? asked.OriginalPath + asked.OriginalQueryString
        : AppUrls.Here(Navigation);

    /// <summary>Pages of sign-in and administration speak for no day, and nobody wants to come back to them after signing in.</summary>
    private bool IsOfAccounts => AccountUrls.Is(AppUrls.Path(Navigation));

    /// <summary>The register has a box for text of its own.</summary>
    private bool IsRegister => AppUrls.Path(Navigation) == AppUrls.RegisterPath;

    private bool HasClocks => _mayRead && !IsOfAccounts && !IsOfEditing;

    /// <summary>Forms write the present, and the lists of what to write are of today.</summary>
    private bool IsOfEditing => AppUrls.Path(Navigation) is var path
        && (path.StartsWith(EditUrls.Root, StringComparison.Ordinal) || path is EditUrls.Drafts or EditUrls.Refresh);

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Person.Ended -= OnEnded;
    }

    protected override void OnInitialized()
    {
        _day = DayChoice.Of(new QueryValues(Navigation.Uri), Clock.Now, Reader.Zone);
        Navigation.LocationChanged += OnLocationChanged;
        Person.Ended += OnEnded;
    }

    /// <summary>Again whenever the person's roles change while the page is open.</summary>
    protected override async Task OnParametersSetAsync()
    {
        _user = (await Authentication).User;
        var roles = _user.Roles();
        _mayRead = Rights.Allow(roles, Right.Read) || (People.AnonymousRead && !_user.IsSignedIn());
        _mayEdit = FormRights.AllowAny(roles);
        _mayRecord = Rights.Allow(roles, Right.RecordEvidence);
        _waiting = await WaitingAsync();
        _attention = Rights.Allow(roles, Right.SeeSystem) ? (await Attention.ReadAsync(_user.Actor(), CancellationToken.None)).Count : 0;
        _administration = [.. Administration.Where(a => Rights.Allow(roles, a.Right)).Select(a => (a.Url, a.Words))];
    }

    /// <summary>How many assessments wait for the person.</summary>
    private async Task<int> WaitingAsync() =>
        Rights.Allow(_user.Roles(), Right.SeeDraftAssessments) ? await Assessments.WaitingAsync(_user.Actor(), CancellationToken.None) : 0;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        _day = DayChoice.Of(new QueryValues(Navigation.Uri), Clock.Now, Reader.Zone);
        _ = InvokeAsync(async () =>
        {
            StateHasChanged();
            var waiting = await WaitingAsync();
            if (waiting == _waiting) return;
            _waiting = waiting;
            StateHasChanged();
        });
    }

    /// <summary>The session has ended: the page is loaded anew, which leads to the sign-in where it is needed.</summary>
    private void OnEnded() => _ = InvokeAsync(() => Navigation.NavigateTo(Navigation.Uri, forceLoad: true));

    private RenderFragment Link(string url, string path, string words, string? note = null) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", url);
        var here = AppUrls.Path(Navigation);
        // An assessment stands below its focus area in addresses, and on the board for people.
        if (AssessmentUrls.Is(here)) here = AssessmentUrls.Board + "/";
        if (here == path) builder.AddAttribute(2, "aria-current", "page");
        else if (path != AppUrls.SummaryPath && here.StartsWith(path + "/", StringComparison.Ordinal))
        {
            builder.AddAttribute(2, "aria-current", "true");
        }
        builder.AddContent(3, words);
        if (note is not null)
        {
            builder.OpenElement(4, "span");
            builder.AddAttribute(5, "class", "nav-note");
            builder.AddContent(6, note);
            builder.CloseElement();
        }

        builder.CloseElement();
    };
}

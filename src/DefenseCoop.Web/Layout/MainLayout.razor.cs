using DefenseCoop.Data.Status;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DefenseCoop.Web.Layout;

/// <summary>The frame of every page: search, the day asked for, theme and navigation. The links keep the day.</summary>
public sealed partial class MainLayout : IDisposable
{
    private DayChoice _day;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private FindingsKeeper Keeper { get; set; } = null!;

    private RenderFragment AsOfField => builder =>
    {
        if (_day.IsToday) return;
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "type", "hidden");
        builder.AddAttribute(2, "name", "asOf");
        builder.AddAttribute(3, "value", Iso(_day.Day));
        builder.CloseElement();
    };

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized()
    {
        _day = DayChoice.Of(new QueryValues(Navigation.Uri), Keeper.Today);
        Navigation.LocationChanged += OnLocationChanged;
    }

    private static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        _day = DayChoice.Of(new QueryValues(Navigation.Uri), Keeper.Today);
        _ = InvokeAsync(StateHasChanged);
    }

    private RenderFragment Link(string url, string path, string words) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", url);
        var here = AppUrls.Path(Navigation);
        if (here == path) builder.AddAttribute(2, "aria-current", "page");
        else if (path != "/" && here.StartsWith(path + "/", StringComparison.Ordinal)) builder.AddAttribute(2, "aria-current", "true");
        builder.AddContent(3, words);
        builder.CloseElement();
    };
}

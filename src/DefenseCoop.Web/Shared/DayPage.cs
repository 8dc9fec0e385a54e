using DefenseCoop.Data.Status;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DefenseCoop.Web.Shared;

/// <summary>
/// A page that speaks for a day. It loads when it opens and when its address changes, and notes what of the address it
/// could not use.
/// </summary>
public abstract class DayPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private string? _loaded;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private FindingsKeeper Keeper { get; set; } = null!;

    protected DayChoice Day { get; private set; }

    protected IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>The query parameters that the page knows, beside the day.</summary>
    protected virtual IReadOnlyCollection<string> Parameters => [];

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _closed.Cancel();
        _closed.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task LoadAsync(QueryValues query, CancellationToken ct);

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (_loaded == Navigation.Uri) return;
        _loaded = Navigation.Uri;
        var query = new QueryValues(_loaded);
        Day = DayChoice.Of(query, Keeper.Today);
        query.NoteUnknown([DayChoice.Parameter, .. Parameters]);
        await LoadAsync(query, _closed.Token);
        Notes = query.Notes;
    }

    /// <summary>A change of the path arrives as new parameters; only a change of the query is ours to notice.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (_loaded is null || new Uri(_loaded).AbsolutePath != new Uri(e.Location).AbsolutePath) return;
        _ = InvokeAsync(ReloadAndShowAsync);
    }

    private async Task ReloadAndShowAsync()
    {
        try
        {
            await ReloadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The reader has left the page.
        }
        catch (Exception e)
        {
            // Nobody awaits a change of address: without this the page would look alive and show the old day.
            await DispatchExceptionAsync(e);
        }
    }
}

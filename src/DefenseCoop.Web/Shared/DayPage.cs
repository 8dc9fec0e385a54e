using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared.Clocks;
using DefenseCoop.Web.Shared.Live;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;

namespace DefenseCoop.Web.Shared;

/// <summary>
/// A page that speaks for a day. It loads when it opens and when its address changes, notes what of the address it
/// could not use, and follows changes for as long as it is open.
/// </summary>
public abstract class DayPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();

    /// <summary>One loading at a time, so that a slow one does not put its answer in the place of a later one's.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    private string? _loaded;
    private Roles _roles;
    private IDisposable? _live;
    private LiveRound? _round;
    private LiveRound? _next;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ReaderZone Reader { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    protected DayChoice Day { get; private set; }

    /// <summary>Whether to offer forms: to those who may record evidence, and for the present only.</summary>
    protected bool MayEdit => May(Right.RecordEvidence);

    /// <summary>Whether to offer what takes a right, and is of the present.</summary>
    protected bool May(Right right) => Day.IsToday && Rights.Allow(_roles, right);

    protected IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Whether the record was not there yet, by what had been recorded at the time asked for.</summary>
    protected bool IsAbsent { get; private set; }

    /// <summary>Null in a circuit.</summary>
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>The query parameters that the page knows, beside the day.</summary>
    protected virtual IReadOnlyCollection<string> Parameters => [];

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _live?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the page reads because of a change, and not because somebody asked for it.</summary>
    protected bool IsFollowing => _round is not null;

    protected abstract Task LoadAsync(QueryValues query, CancellationToken ct);

    /// <summary>Whether what the page shows may be different after a change. Called on any thread.</summary>
    protected virtual bool Concerns(ChangeNotice notice) => true;

    /// <summary>Reads again what the page shows, after a change.</summary>
    /// <returns>Whether anything is to be shown differently.</returns>
    protected virtual async Task<bool> RefreshAsync(QueryValues query, CancellationToken ct)
    {
        await LoadAsync(query, ct);
        return true;
    }

    /// <summary>
    /// Reads what depends on nothing but the page's address. When a change is followed, all open pages with this address
    /// share one answer: it is not to be written to.
    /// </summary>
    /// <param name="name">What is read; unique on the page.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="ct">Ends the waiting.</param>
    protected Task<T> SharedAsync<T>(string name, Func<CancellationToken, Task<T>> read, CancellationToken ct) => _round is { } round
        ? round.ReadAsync((GetType(), _loaded!.Split('#')[0], Day, Reader.Zone.Id, name), () => read(CancellationToken.None)).WaitAsync(ct)
        : read(ct);

    /// <summary>Who looks.</summary>
    protected async Task<Actor> ActorAsync() => Authentication is { } person ? (await person).User.Actor() : default;

    /// <summary>There is no such record. Of the past the page says so itself: that it was not there yet is an answer, too.</summary>
    protected void ShowAbsence()
    {
        if (Day.KnownAt is null)
        {
            Navigation.NotFound();
            return;
        }

        IsAbsent = true;
        if (Http is not { Response: { HasStarted: false } response }) return;

        // Not before: with this status nothing of the page would be rendered.
        response.OnStarting(() =>
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>Loads the page anew, whatever it shows.</summary>
    protected Task ReloadAsync() => InTurnAsync(LoadInTurnAsync);

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;

        // Before the first reading, so that no change falls between the two.
        if (RendererInfo.IsInteractive) _live = Feed.Listen(OnRound);
    }

    protected override async Task OnParametersSetAsync()
    {
        _roles = Authentication is { } person ? (await person).User.Roles() : Roles.None;
        await InTurnAsync(LoadIfMovedAsync);
    }

    private async Task InTurnAsync(Func<Task> work)
    {
        await _turn.WaitAsync(_closed.Token);
        try
        {
            await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task LoadIfMovedAsync() => _loaded == Navigation.Uri ? Task.CompletedTask : LoadInTurnAsync();

    private async Task LoadInTurnAsync()
    {
        _loaded = Navigation.Uri;
        var query = Read(_loaded);
        await LoadAsync(query, _closed.Token);
        Notes = query.Notes;

        // As people type it into a form; links and reloads have the one form that addresses have.
        if (query.Canonical(_loaded) is { } canonical) Navigation.NavigateTo(canonical, replace: true);
    }

    private QueryValues Read(string address)
    {
        IsAbsent = false;
        var query = new QueryValues(address);
        Day = DayChoice.Of(query, Clock.Now, Reader.Zone);
        query.NoteUnknown([.. DayChoice.Parameters, EditUrls.Saved, .. Parameters]);
        return query;
    }

    /// <summary>A change of the path arrives as new parameters; only a change of the query is ours to notice.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (_loaded is null || new Uri(_loaded).AbsolutePath != new Uri(e.Location).AbsolutePath) return;
        _ = InvokeAsync(() => ShowAsync(async () =>
        {
            await InTurnAsync(LoadIfMovedAsync);
            StateHasChanged();
        }));
    }

    private void OnRound(LiveRound round)
    {
        // What was known at an instant does not change any more.
        if (Day.KnownAt is not null || !round.Notices.Any(n => n.IsEverything || Concerns(n))) return;

        // A round that still waits is of no more use: this one reads what it would have read.
        if (Interlocked.Exchange(ref _next, round) is null) _ = InvokeAsync(() => ShowAsync(() => InTurnAsync(FollowAsync)));
    }

    private async Task FollowAsync()
    {
        // Nothing was read yet, or an address is about to be: that reads the new state.
        if (Interlocked.Exchange(ref _next, null) is not { } round || _loaded is null || _loaded != Navigation.Uri) return;
        _round = round;
        try
        {
            var day = Day;
            var query = Read(_loaded);
            var isDifferent = await RefreshAsync(query, _closed.Token);
            isDifferent |= day != Day || !Notes.SequenceEqual(query.Notes);
            Notes = query.Notes;
            if (isDifferent) StateHasChanged();
        }
        finally
        {
            _round = null;
        }
    }

    private async Task ShowAsync(Func<Task> work)
    {
        Reader.Hold();
        try
        {
            await work();
        }
        catch (Exception e) when (_closed.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
        {
            // The reader has left the page.
        }
        catch (Exception e)
        {
            // Nobody awaits this: without it the page would look alive and show an old state.
            await DispatchExceptionAsync(e);
        }
    }
}

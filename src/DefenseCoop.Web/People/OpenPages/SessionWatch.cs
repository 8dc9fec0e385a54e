using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Operations;

namespace DefenseCoop.Web.People.OpenPages;

/// <summary>
/// Looks every two seconds whether the sessions of open pages still stand, in the database and hence also for changes
/// that another process made. Pages whose session has ended are sent away; who does not go is cut off.
/// </summary>
internal sealed class SessionWatch(OpenPages pages, SessionKeeper sessions, TimeProvider clock, ILogger<SessionWatch> log) : TimedService(clock)
{
    /// <summary>Time for a browser to leave by itself, within the five seconds that an ended session may last.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Time for a new connection to open its page.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan CleanEvery = TimeSpan.FromHours(6);

    private DateTimeOffset _seenNoted;
    private DateTimeOffset _cleaned;

    protected override TimeSpan Pace => TimeSpan.FromSeconds(2);

    protected override async Task WorkAsync(CancellationToken ct)
    {
        try
        {
            await FollowAsync(ct);
            CutOff();
            pages.Prune();
            await CleanUpAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Commands ask the database themselves; what is shown follows as soon as it answers again.
            log.LogError(e, "The sessions of open pages could not be looked at");
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        var open = pages.Pages.Where(p => p.Actor.SessionId is not null && p.EndedAt is null).ToList();
        if (open.Count == 0) return;
        var alive = await sessions.AliveAsync([.. open.Select(p => p.Actor.SessionId!.Value).Distinct()], ct);
        foreach (var page in open) page.Update(alive.GetValueOrDefault(page.Actor.SessionId!.Value));

        var now = Clock.GetUtcNow();
        if (now - _seenNoted < SeenEvery) return;
        var active = open.Where(p => p.ActiveAt > _seenNoted && p.EndedAt is null).Select(p => p.Actor.SessionId!.Value).Distinct().ToList();
        await sessions.SeenAsync(active, ct);
        _seenNoted = now;
    }

    private async Task CleanUpAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        if (now - _cleaned < CleanEvery) return;
        _cleaned = now;
        await sessions.CleanUpAsync(ct);
    }

    private void CutOff()
    {
        var now = Clock.GetUtcNow();
        var ended = pages.Pages.Where(p => now - p.EndedAt > Grace).Select(p => p.Actor).ToHashSet();
        foreach (var connection in pages.Connections)
        {
            if (ended.Contains(connection.Actor) || (!connection.HasPage && now - connection.Since > Patience)) connection.Context.Abort();
        }
    }
}

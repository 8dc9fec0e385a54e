using DefenseCoop.Data.History;
using DefenseCoop.Data.Status;
using DefenseCoop.Web.People.OpenPages;

namespace DefenseCoop.Web.Shared.Live;

/// <summary>
/// Tells open pages of what another process wrote to the database,
/// within half a second. Without open pages it does not look.
/// </summary>
internal sealed class ForeignChanges(
    ForeignWrites writes, IChangeBus bus, FindingsKeeper keeper, OpenPages pages,
    TimeProvider clock, ILogger<ForeignChanges> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        try
        {
            await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (pages.Count > 0) await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host takes it for a failure of this service where the server could not start.
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            if (!await writes.LookAsync(ct)) return;
            bus.Publish(ChangeNotice.Everything);
            // What people here change next starts from what the other process left.
            await keeper.WarmUpAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Changes of this process are told all the same; the others follow as soon as the database answers again.
            log.LogError(e, "The database could not be asked for changes of other processes");
        }
    }
}

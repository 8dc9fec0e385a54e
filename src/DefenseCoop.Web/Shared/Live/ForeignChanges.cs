using DefenseCoop.Data.History;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Web.Operations;
using DefenseCoop.Web.People.OpenPages;

namespace DefenseCoop.Web.Shared.Live;

/// <summary>
/// Tells open pages of what another process wrote to the database,
/// within half a second. Without open pages it does not look.
/// </summary>
internal sealed class ForeignChanges(
    ForeignWrites writes, IChangeBus bus, FindingsKeeper keeper, OpenPages pages,
    TimeProvider clock, ILogger<ForeignChanges> log) : TimedService(clock)
{
    protected override TimeSpan Pace => TimeSpan.FromMilliseconds(500);

    protected override Task BeginAsync(CancellationToken ct) => LookAsync(ct);

    protected override Task WorkAsync(CancellationToken ct) => pages.Count > 0 ? LookAsync(ct) : Task.CompletedTask;

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

using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Web.Operations;

namespace DefenseCoop.Web.Hosting;

/// <summary>
/// Computes the findings of a new day (UTC) when it begins, so that its first
/// reader does not wait for them; at the start reads what the first change needs.
/// </summary>
internal sealed class DailyFindings(FindingsKeeper keeper, TrendQueries trends, TimeProvider clock, ILogger<DailyFindings> log)
    : TimedService(clock)
{
    /// <summary>After a start all open pages come back at once; until then they have the machine to themselves.</summary>
    private static readonly TimeSpan UntilTrends = TimeSpan.FromMinutes(1);

    /// <summary>Several times as long as an area takes: a change must be on all open pages within a second meanwhile, too.</summary>
    private static readonly TimeSpan BetweenAreas = TimeSpan.FromSeconds(2);

    private bool _hasComputed;

    protected override TimeSpan Pace => !_hasComputed && UntilTrends < UntilMidnight() ? UntilTrends : UntilMidnight();

    protected override async Task BeginAsync(CancellationToken ct)
    {
        try
        {
            await keeper.WarmUpAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // The first change reads what it needs itself.
            log.LogError(e, "The findings could not be read ahead of the first change");
        }
    }

    protected override async Task WorkAsync(CancellationToken ct)
    {
        _hasComputed = true;
        try
        {
            await keeper.WarmUpAsync(ct);
            log.LogInformation("The findings speak for {Day}", Clock.Today);
            await trends.WarmUpAsync(Clock.Today, stop => Task.Delay(BetweenAreas, Clock, stop), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whoever reads next computes them, and is told of the error if it lasts.
            log.LogError(e, "The findings of {Day} could not be computed", Clock.Today);
        }
    }

    private TimeSpan UntilMidnight()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        return now.Date.AddDays(1) - now;
    }
}


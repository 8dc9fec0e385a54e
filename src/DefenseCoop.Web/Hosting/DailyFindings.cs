using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Data.Status;

namespace DefenseCoop.Web.Hosting;

/// <summary>Computes the findings of a new day (UTC) when it begins, so that its first reader does not wait for them; at the start reads what the first change needs.</summary>
internal sealed class DailyFindings(FindingsKeeper keeper, TrendQueries trends, TimeProvider clock, ILogger<DailyFindings> log) : BackgroundService
{
    /// <summary>After a start all open pages come back at once; until then they have the machine to themselves.</summary>
    private static readonly TimeSpan UntilTrends = TimeSpan.FromMinutes(1);

    /// <summary>Several times as long as an area takes: a change must be on all open pages within a second meanwhile, too.</summary>
    private static readonly TimeSpan BetweenAreas = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Least(UntilTrends, UntilMidnight()), clock);
        try
        {
            await WarmUpAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await ComputeAsync(stoppingToken);
                timer.Period = UntilMidnight();
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The host takes it for a failure of this service where the server could not start, and what it reads may be gone by then.
        }
    }

    private async Task WarmUpAsync(CancellationToken stoppingToken)
    {
        try
        {
            await keeper.WarmUpAsync(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The first change reads what it needs itself.
            log.LogError(e, "The findings could not be read ahead of the first change");
        }
    }

    private async Task ComputeAsync(CancellationToken stoppingToken)
    {
        try
        {
            await keeper.WarmUpAsync(stoppingToken);
            log.LogInformation("The findings speak for {Day}", clock.Today);
            await trends.WarmUpAsync(clock.Today, ct => Task.Delay(BetweenAreas, clock, ct), stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Whoever reads next computes them, and is told of the error if it lasts.
            log.LogError(e, "The findings of {Day} could not be computed", clock.Today);
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private TimeSpan UntilMidnight()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.Date.AddDays(1) - now;
    }
}

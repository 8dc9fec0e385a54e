namespace DefenseCoop.Web.Operations;

/// <summary>Does one thing again and again until the program ends.</summary>
public abstract class TimedService(TimeProvider clock) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    /// <summary>How long until the next time; asked again after each.</summary>
    protected abstract TimeSpan Pace { get; }

    /// <summary>Whether there is anything to do, as the program was set up.</summary>
    protected virtual bool IsWanted => true;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsWanted) return;
        using var timer = new PeriodicTimer(Pace, Clock);
        try
        {
            await BeginAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WorkAsync(stoppingToken);
                if (Pace is var next && next != timer.Period) timer.Period = next;
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The host takes it for a failure of this service where the server could not start, and what it reads may be gone by then.
        }
    }

    /// <summary>What is done at the start, before the first pause.</summary>
    protected virtual Task BeginAsync(CancellationToken ct) => Task.CompletedTask;

    protected abstract Task WorkAsync(CancellationToken ct);
}

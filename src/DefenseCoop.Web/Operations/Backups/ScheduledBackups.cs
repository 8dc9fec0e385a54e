using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Storage;
using DefenseCoop.Web.Settings;

namespace DefenseCoop.Web.Operations.Backups;

/// <summary>
/// Makes a backup when one is due, checks it, and only then deletes the oldest. After a failure it tries again within the
/// hour.
/// </summary>
public sealed class ScheduledBackups(
    AppSettings settings, DatabaseBackup backup, BackupState state, TimeProvider clock, ILogger<ScheduledBackups> log) : BackgroundService
{
    /// <summary>How often it looks whether one is due.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Makes one if it is due.</summary>
    /// <returns>Whether it tried.</returns>
    public async Task<bool> RunIfDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (state.Next(now) is not { } due || now < due) return false;
        try
        {
            await MakeAsync(file => backup.RunAsync(file, overwrite: false, null, ct), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The scheduled backup was not made");
        }

        return true;
    }

    /// <summary>Makes one now, due or not, where the scheduled ones lie; it counts as one of them.</summary>
    /// <param name="make">Makes the backup at a path and checks it.</param>
    /// <param name="ct">Ends the wait for one that is being made.</param>
    /// <exception cref="BackupException">What is wrong, and what to do.</exception>
    public async Task<BackupResult> MakeAsync(Func<string, Task<BackupResult>> make, CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            var folder = settings.Backup.Folder ?? throw new BackupException("The setting Backup:Folder names no folder.");
            Directory.CreateDirectory(folder);
            var made = await make(Path.Combine(folder, BackupFolder.NameOf(now)));
            log.LogInformation("Backed up to {File}, {Size} bytes, newest change set {ChangeSet}", made.File, made.Size, made.Head?.Id);
            if (BackupFolder.Rotate(folder, settings.Backup.Keep) is { Count: > 0 } deleted) log.LogInformation("Deleted old backups: {Files}", deleted);
            state.LastTry = new BackupTry(now, null);
            return made;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            state.LastTry = new BackupTry(now, Explain(e));
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Backup.Folder is null) return;
        using var timer = new PeriodicTimer(Pace, clock);
        try
        {
            do await RunIfDueAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; a backup that was being made is gone without a trace.
        }
    }

    private static string Explain(Exception e) => e is BackupException or IOException or UnauthorizedAccessException
        ? e.Message
        : $"It failed unexpectedly ({e.GetType().Name}); the log has the details.";
}

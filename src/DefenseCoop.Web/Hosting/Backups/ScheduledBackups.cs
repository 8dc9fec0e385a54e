using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Storage;
using DefenseCoop.Web.Hosting.Settings;

namespace DefenseCoop.Web.Hosting.Backups;

/// <summary>
/// Makes a backup when one is due, checks it, and only then deletes the oldest. After a failure it tries again within the
/// hour.
/// </summary>
public sealed class ScheduledBackups(
    AppSettings settings, DatabaseBackup backup, BackupState state, TimeProvider clock, ILogger<ScheduledBackups> log) : BackgroundService
{
    /// <summary>How often it looks whether one is due.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    /// <summary>Makes one if it is due.</summary>
    /// <returns>Whether it tried.</returns>
    public async Task<bool> RunIfDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (state.Next(now) is not { } due || now < due) return false;
        try
        {
            await RunAsync(settings.Backup.Folder!, now, ct);
            state.LastTry = new BackupTry(now, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            state.LastTry = new BackupTry(now, e is BackupException or IOException or UnauthorizedAccessException ? e.Message : $"It failed unexpectedly ({e.GetType().Name}); the log has the details.");
            log.LogError(e, "The scheduled backup was not made");
        }

        return true;
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

    private async Task RunAsync(string folder, DateTime now, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var made = await backup.RunAsync(Path.Combine(folder, BackupFolder.NameOf(now)), overwrite: false, null, ct);
        log.LogInformation("Backed up to {File}, {Size} bytes, newest change set {ChangeSet}", made.File, made.Size, made.Head?.Id);
        if (BackupFolder.Rotate(folder, settings.Backup.Keep) is { Count: > 0 } deleted) log.LogInformation("Deleted old backups: {Files}", deleted);
    }
}

using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Web.Settings;

namespace DefenseCoop.Web.Operations.Backups;

/// <summary>
/// Makes a backup when one is due, checks it, and only then deletes the oldest. After a failure it tries again within the
/// hour.
/// </summary>
public sealed class ScheduledBackups(
    AppSettings settings, IDatabase database, BackupState state, TimeProvider clock, ILogger<ScheduledBackups> log) : TimedService(clock)
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>How often it looks whether one is due.</summary>
    protected override TimeSpan Pace => TimeSpan.FromSeconds(20);

    protected override bool IsWanted => settings.Backup.Folder is not null;

    /// <summary>Makes one if it is due.</summary>
    /// <returns>Whether it tried.</returns>
    public async Task<bool> RunIfDueAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        if (state.Next(now) is not { } due || now < due) return false;
        try
        {
            await MakeAsync(file => database.BackUpAsync(file, overwrite: false, null, ct), ct);
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
        var now = Clock.GetUtcNow().UtcDateTime;
        try
        {
            var folder = settings.Backup.Folder ?? throw new BackupException("The setting Backup:Folder names no folder.");
            Directory.CreateDirectory(folder);
            var made = await make(Path.Combine(folder, BackupFolder.NameOf(now)));
            log.LogInformation("Backed up to {File}, {Size} bytes, newest change set {ChangeSet}", made.File, made.Size, made.Head?.Id);
            if (BackupFolder.Rotate(folder, settings.Backup.Keep) is { Count: > 0 } deleted)
            {
                log.LogInformation("Deleted old backups: {Files}", deleted);
            }
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

    protected override Task BeginAsync(CancellationToken ct) => RunIfDueAsync(ct);

    /// <summary>A backup that is being made when the program ends is gone without a trace.</summary>
    protected override Task WorkAsync(CancellationToken ct) => RunIfDueAsync(ct);

    private static string Explain(Exception e) => e is BackupException or IOException or UnauthorizedAccessException
        ? e.Message
        : $"It failed unexpectedly ({e.GetType().Name}); the log has the details.";
}

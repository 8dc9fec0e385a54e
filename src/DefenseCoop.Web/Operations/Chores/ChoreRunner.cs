using System.Globalization;
using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Web.Operations.Backups;
using DefenseCoop.Web.Operations.Mail;
using DefenseCoop.Web.Settings;

namespace DefenseCoop.Web.Operations.Chores;

/// <summary>What an administrator can have done at once.</summary>
public enum Chore
{
    Backup,
    Verify,
    Mail,
}

/// <summary>A chore under way, or the last one.</summary>
/// <param name="Chore">Which.</param>
/// <param name="At">When it was begun, UTC.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Result">What it came to, in whole sentences; null while it is under way.</param>
/// <param name="IsTrouble">Whether something is wrong.</param>
public sealed record ChoreState(Chore Chore, DateTime At, WorkProgress Progress, IReadOnlyList<string>? Result = null, bool IsTrouble = false);

/// <summary>Does one chore at a time, apart from the request that asked for it: who leaves the page does not end it.</summary>
public sealed class ChoreRunner(
    AppSettings settings,
    SystemCommands commands,
    ScheduledBackups backups,
    IHostApplicationLifetime life,
    TimeProvider clock,
    ILogger<ChoreRunner> log) : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _running;
    private volatile ChoreState? _state;

    /// <summary>Null before the first since the start of the program.</summary>
    public ChoreState? State => _state;

    /// <summary>Ends with the chore that was begun last.</summary>
    public Task Work { get; private set; } = Task.CompletedTask;

    public bool IsRunning => _state is { Result: null };

    /// <summary>The chores that can be done with the settings in force.</summary>
    public IEnumerable<Chore> Possible => Enum.GetValues<Chore>().Where(c => c switch
    {
        Chore.Backup => settings.Backup.Folder is not null,
        Chore.Mail => settings.Mail is not null,
        _ => true,
    });

    /// <summary>Begins it. Where one is under way nothing is begun: the page shows that one.</summary>
    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    /// <exception cref="InvalidInputException">It cannot be done; says why.</exception>
    public async Task BeginAsync(Actor actor, Chore chore, CancellationToken ct)
    {
        if (!Possible.Contains(chore)) throw new InvalidInputException("", $"{ChoreWords.Of(chore)}: the settings do not allow it.");

        // The right is asked for before anything is said to have begun, and once more by the command itself.
        await commands.RequireAsync(actor, ct);
        lock (_lock)
        {
            if (IsRunning) return;
            _running?.Dispose();
            _running = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
            _state = new ChoreState(chore, clock.GetUtcNow().UtcDateTime, new WorkProgress("Begun", 0));
            var stop = _running.Token;
            Work = Task.Run(() => RunAsync(actor, chore, stop), CancellationToken.None);
        }
    }

    /// <summary>Ends the one under way.</summary>
    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    public async Task CancelAsync(Actor actor, CancellationToken ct)
    {
        await commands.RequireAsync(actor, ct);
        lock (_lock)
        {
            if (IsRunning) _running?.Cancel();
        }
    }

    public void Dispose() => _running?.Dispose();

    private async Task RunAsync(Actor actor, Chore chore, CancellationToken ct)
    {
        var progress = new Told(p => _state = _state! with { Progress = p });
        try
        {
            switch (chore)
            {
                case Chore.Backup:
                    var made = await backups.MakeAsync(file => commands.BackUpAsync(actor, file, progress, ct), ct);
                    End([string.Create(CultureInfo.InvariantCulture, $"Made and checked: {made.File}, {made.Size / 1e6:0.0} MB.")], isTrouble: false);
                    break;
                case Chore.Verify:
                    var report = await commands.VerifyAsync(actor, progress, ct);
                    End([.. report.Results.Select(VerificationWords.Of), .. VerificationWords.Sum(report)], !report.IsSound);
                    break;
                case Chore.Mail:
                    End(await MailAsync(actor, ct), isTrouble: false);
                    break;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            End(["It was canceled; nothing stays behind."], isTrouble: false);
        }
        catch (Exception e)
        {
            log.LogError(e, "The chore {Chore} was not done", chore);
            End([e is StartupException or BackupException or IOException or RefusedException || chore == Chore.Mail
                ? e.Message
                : $"It failed unexpectedly ({e.GetType().Name}); the log has the details."], isTrouble: true);
        }
    }

    private async Task<IReadOnlyList<string>> MailAsync(Actor actor, CancellationToken ct)
    {
        var address = await commands.TestMailAsync(actor, ct);
        await MailServer.SendTestAsync(settings.Mail!, address, ct);
        return [$"The mail server took a mail to {address}. If it does not arrive, its own log says why."];
    }

    private void End(IReadOnlyList<string> result, bool isTrouble) => _state = _state! with { Result = result, IsTrouble = isTrouble };

    /// <summary>Told at once: what is made for desktops would tell later, and out of order.</summary>
    private sealed class Told(Action<WorkProgress> tell) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => tell(value);
    }
}

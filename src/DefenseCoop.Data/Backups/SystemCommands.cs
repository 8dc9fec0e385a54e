using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Backups;

/// <summary>What an administrator may have done at once, without a schedule and without a shell.</summary>
public sealed class SystemCommands(
    IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights, IDatabase database, HistoryVerification verification)
{
    /// <param name="actor">Who asks.</param>
    /// <param name="file">Path of the backup; nothing may be there.</param>
    /// <param name="progress">Told from the thread that does the work.</param>
    /// <param name="ct">Ends it; nothing stays behind.</param>
    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    /// <exception cref="BackupException">What is wrong, and what to do.</exception>
    [Requires(Right.RunSystem)]
    public async Task<BackupResult> BackUpAsync(Actor actor, string file, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        await RequireAsync(actor, ct);
        return await database.BackUpAsync(file, overwrite: false, progress, ct);
    }

    /// <inheritdoc cref="HistoryVerification.RunAsync"/>
    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    [Requires(Right.RunSystem)]
    public async Task<VerificationReport> VerifyAsync(Actor actor, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        await RequireAsync(actor, ct);
        return await verification.RunAsync(null, progress, ct);
    }

    /// <returns>The person's own address, to which a mail may be sent to try the mail server.</returns>
    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    /// <exception cref="InvalidInputException">Their account has no address.</exception>
    [Requires(Right.RunSystem)]
    public async Task<string> TestMailAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAsync(db, actor, Right.RunSystem, ct);
        return await db.Accounts.Where(a => a.Id == actor.AccountId).Select(a => a.Email).SingleOrDefaultAsync(ct)
            ?? throw new InvalidInputException("", "Your account has no e-mail address: no mail was sent.");
    }

    /// <summary>The check alone, for whoever begins or ends such work and leaves the rest to it.</summary>
    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    [Requires(Right.RunSystem)]
    public async Task RequireAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAsync(db, actor, Right.RunSystem, ct);
    }
}

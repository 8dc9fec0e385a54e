using System.Globalization;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields.Citing;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Undo;

/// <summary>What taking a change back came to.</summary>
/// <param name="ChangeSetId">The change that takes it back.</param>
/// <param name="Effects">What that did to status.</param>
public sealed record UndoResult(long ChangeSetId, IReadOnlyList<StatusEffect> Effects);

/// <summary>Takes a change of the record back, by another change: both stay in the history.</summary>
public sealed class UndoCommands(
    IDbContextFactory<DefenseCoopContext> contexts, CommandRunner runner, RightsCheck check, Chronicle chronicle)
{
    /// <param name="actor">Who made the change, and still may.</param>
    /// <param name="changeSetId">The change.</param>
    /// <param name="ct">Ends it; nothing is changed then.</param>
    /// <exception cref="NotAllowedException">The person may not edit any more.</exception>
    /// <exception cref="ConflictException">It is not theirs, is no change of evidence,
    /// or something rests on it that came later; names the remedy.</exception>
    [RequiresRightOfForm]
    public async Task<UndoResult> UndoAsync(Actor actor, long changeSetId, CancellationToken ct)
    {
        var rights = await RightsAsync(changeSetId, ct);
        try
        {
            var outcome = await runner.ChangeAsync(
                actor,
                rights[0],
                string.Create(CultureInfo.InvariantCulture, $"Takes back change {changeSetId}."),
                async work =>
                {
                    await WorkAsync(work, actor, changeSetId, rights);
                    return true;
                },
                ct);
            return new UndoResult(outcome.ChangeSetId ?? throw Refused("Nothing of it is left to take back."), outcome.Effects);
        }
        catch (Exception e) when (e is ChangedMeanwhileException || (e is DbUpdateException && StorageFailure.Explain(e) is null))
        {
            throw Refused("Something that was recorded since rests on it, so it cannot be taken back. Change the record instead.");
        }
    }

    /// <summary>Those of the forms by which its records are changed. A change stays as it is, so that this need not wait.</summary>
    private async Task<IReadOnlyList<Right>> RightsAsync(long changeSetId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var kinds = await db.RecordChanges.Where(r => r.ChangeSetId == changeSetId).Select(r => r.Kind).Distinct().ToListAsync(ct);
        return kinds.Count == 0 ? [Right.RecordEvidence] : [.. kinds.Select(k => FormCatalog.Of(k).Right).Distinct().Order()];
    }

    private async Task WorkAsync(CommandWork work, Actor actor, long id, IReadOnlyList<Right> rights)
    {
        var (db, ct) = (work.Db, work.Ct);
        var change = await db.ChangeSets.AsNoTracking().Include(c => c.Records).SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw new RecordGoneException("There is no such change.");
        if (change.AccountId != work.AccountId)
        {
            throw Refused("Only who made a change takes it back here. The history of the record brings earlier versions back.");
        }
        if (change.Records.Any(r => !FormCatalog.Of(r.Kind).IsForm))
        {
            throw Refused("This change is none of evidence, so it cannot be taken back here.");
        }
        foreach (var right in rights.Skip(1)) await check.RequireAsync(db, actor, right, ct);
        await RequireLastAsync(db, change, ct);
        await using var then = await chronicle.OpenAsync(change.At.AddTicks(-TimeSpan.TicksPerMicrosecond), ct);
        await new ChangedRows(db, then, change).TakeBackAsync(ct);
        if ((await StatusSources.UnheardAsync(db, ct)) is { Count: > 0 } unheard) throw Refused(StatusSources.MessageOfSource(unheard));
        if ((await UntoldFacts.FindAsync(db, ct)) is { Count: > 0 } untold) throw Refused(UntoldFacts.Message(untold));
    }

    /// <summary>What others, or the person, did to the same records since is not undone with it.</summary>
    private static async Task RequireLastAsync(DefenseCoopContext db, ChangeSet change, CancellationToken ct)
    {
        foreach (var record in change.Records)
        {
            var later = await db.RecordChanges.AsNoTracking()
                .Where(r => r.ChangeSetId > change.Id && r.Kind == record.Kind && r.Subject == record.Subject)
                .OrderBy(r => r.ChangeSetId)
                .Select(r => new { r.ChangeSetId, r.ChangeSet.Person })
                .FirstOrDefaultAsync(ct);
            if (later is not null)
            {
                throw Refused(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{later.Person} changed {record.Subject} since (change {later.ChangeSetId}), "
                            + $"so it cannot be taken back: that would undo theirs, too. Change the record instead."));
            }
        }
    }

    private static ConflictException Refused(string message) => new(message);
}

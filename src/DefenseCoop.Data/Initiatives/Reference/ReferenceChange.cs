using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>Somebody else changed the record since the person read it. Nothing was changed.</summary>
public sealed class ChangedMeanwhileException()
    : ConflictException("Somebody else changed this record while you had it open, so yours was not saved. Compare what is stored now with what you wrote, then save again to put yours in its place.");

/// <summary>What the commands on categories, organizations and sites have in common.</summary>
internal static class ReferenceChange
{
    /// <exception cref="ChangedMeanwhileException">The record is not the one that the person saw.</exception>
    public static void RequireSeen(long stored, long seen)
    {
        if (stored != seen) throw new ChangedMeanwhileException();
    }

    /// <summary>Runs a command, whose change everybody is told of.</summary>
    /// <exception cref="ChangedMeanwhileException">Another writer was faster.</exception>
    public static async Task RunAsync(CommandRunner runner, Actor actor, Right right, Func<CommandWork, Task> work, CancellationToken ct)
    {
        try
        {
            await runner.ChangeAsync(actor, right, null, Done, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ChangedMeanwhileException();
        }

        async Task<bool> Done(CommandWork given)
        {
            await work(given);
            return true;
        }
    }

    /// <summary>Takes away what a record cites, before the record itself.</summary>
    public static async Task RemoveCitationsAsync(CommandWork work, SubjectKind kind, string code) =>
        work.Db.RemoveRange(await work.Db.Citations.Where(c => c.Kind == kind && c.SubjectCode == code).ToListAsync(work.Ct));

    public static RecordGoneException Gone(string noun) =>
        new($"There is no such {noun} any more: somebody deleted it. Go back to the list.");

    public static InvalidInputException Taken(string field, string noun) =>
        new(field, $"There is another {noun} with this short name: use that one, or write another name.");

    /// <exception cref="ConflictException">Something uses the record; the message says what.</exception>
    public static void RequireUnused(ReferenceUses uses)
    {
        if (!uses.Any) return;
        var named = string.Join(", ", uses.First.Take(5).Select(i => i.Code)) + (uses.Initiatives > 5 ? ", …" : "");
        List<string> users = [];
        if (uses.Initiatives > 0) users.Add($"{Words.Count(uses.Initiatives, "initiative", "initiatives")} ({named})");
        if (uses.Events > 0) users.Add(Words.Count(uses.Events, "event", "events"));
        if (uses.FocusArea is { } area) users.Add($"the focus area {area}");
        throw new ConflictException($"It is used by {string.Join(" and ", users)}. Only what nothing uses can be deleted.");
    }
}

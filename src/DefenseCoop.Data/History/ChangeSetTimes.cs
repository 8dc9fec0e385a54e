using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History;

/// <summary>What the forms ask of the history.</summary>
internal static class ChangeSetTimes
{
    private static readonly Func<DefenseCoopContext, Task<long?>> Newest =
        EF.CompileAsyncQuery((DefenseCoopContext db) => db.ChangeSets.Max(c => (long?)c.Id));

    /// <summary>Id of the newest change set; 0 where there is none.</summary>
    public static async Task<long> NewestAsync(DefenseCoopContext db, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return await Newest(db) ?? 0;
    }

    /// <summary>The instant of a change set; null where there is none of that id.</summary>
    public static Task<DateTime?> AtAsync(DefenseCoopContext db, long id, CancellationToken ct) =>
        db.ChangeSets.Where(c => c.Id == id).Select(c => (DateTime?)c.At).SingleOrDefaultAsync(ct);

    /// <summary>Who changed a record after a change set, each once, the first one first; null where nobody did.</summary>
    public static async Task<string?> ChangedByAsync(DefenseCoopContext db, RecordKind kind, string code, long after, CancellationToken ct)
    {
        var people = await db.RecordChanges
            .Where(r => r.Kind == kind && r.Subject == code && r.ChangeSetId > after)
            .OrderBy(r => r.ChangeSetId)
            .Select(r => r.ChangeSet.Person)
            .ToListAsync(ct);
        return people.Count == 0 ? null : string.Join(", ", people.Distinct(StringComparer.Ordinal));
    }
}

/// <summary>Sentences of the forms that several places say.</summary>
internal static class EditMessages
{
    public static string Gone(string noun) =>
        $"There is no such {noun} any more: somebody removed it while you had it open. "
            + "What you typed is still here for you to copy. Nothing was changed.";

    public static string NoParent(string noun) =>
        $"What the new {noun} is to belong to is not there any more: somebody removed it while you had this open. "
            + "What you typed is still here for you to copy. Nothing was changed.";

    public static string Restores(long changeSetId) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Restores the version of change {changeSetId}.");
}

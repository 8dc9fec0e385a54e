using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Starter;

/// <summary>Writes a starter file's content into an empty database.</summary>
public static class StarterImporter
{
    /// <summary>Everything is written in one transaction, so an import that was cut short has not taken place.</summary>
    /// <param name="context">Of the database.</param>
    /// <param name="content">What to write.</param>
    /// <param name="now">By the clock, UTC.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DbUpdateException">The database holds records of the same codes.</exception>
    public static async Task<StarterCounts> ImportAsync(
        DefenseCoopContext context, StarterContent content, DateTime now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(content);
        context.AddRange(content.Roots);
        var note = new ChangeNote(null, ChangeNote.Program, "Loaded from the starter data");
        await VersionedSave.RecordAsync(context, note, now, cancellationToken).ConfigureAwait(false);
        context.ChangeTracker.Clear();
        return content.Counts;
    }
}

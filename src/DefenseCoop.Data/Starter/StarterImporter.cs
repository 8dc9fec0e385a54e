using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Starter;

/// <summary>Writes a starter file's content into an empty database.</summary>
public static class StarterImporter
{
    /// <summary>Everything is written in one transaction, so an import that was cut short has not taken place.</summary>
    /// <exception cref="DbUpdateException">The database holds records of the same codes.</exception>
    public static async Task<StarterCounts> ImportAsync(
        DefenseCoopContext context, StarterContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(content);
        context.Note = new ChangeNote(null, ChangeNote.Program, "Loaded from the starter data");
        try
        {
            context.AddRange(content.Roots);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            context.ChangeTracker.Clear();
            return content.Counts;
        }
        finally
        {
            context.Note = null;
        }
    }
}

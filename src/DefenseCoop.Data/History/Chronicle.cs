using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History;

/// <summary>Opens the database as it is now, or as it was known at an instant: the same queries answer for both.</summary>
/// <param name="contexts">Of the present.</param>
/// <param name="historic">Makes a read-only context of an instant.</param>
public sealed class Chronicle(IDbContextFactory<DefenseCoopContext> contexts, Func<DateTime, DefenseCoopContext> historic)
{
    private DateTime? _began;

    /// <summary>When the first change was recorded, UTC: nothing is known of the time before. Null where nothing is recorded yet.</summary>
    public async ValueTask<DateTime?> BeganAsync(CancellationToken ct)
    {
        if (_began is { } known) return known;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return _began = await db.ChangeSets.OrderBy(c => c.Id).Select(c => (DateTime?)c.At).FirstOrDefaultAsync(ct);
    }

    /// <param name="knownAt">UTC; null for the present.</param>
    /// <param name="ct">Ends the opening.</param>
    public async Task<DefenseCoopContext> OpenAsync(DateTime? knownAt, CancellationToken ct) =>
        knownAt is { } instant ? historic(instant) : await contexts.CreateDbContextAsync(ct);
}

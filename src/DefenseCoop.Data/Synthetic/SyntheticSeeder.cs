using System.Globalization;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Synthetic;

/// <summary>Adds synthetic initiatives to a prepared database. The stored findings are not touched: recompute them after it.</summary>
public sealed class SyntheticSeeder(IDbContextFactory<DefenseCoopContext> contexts, TimeProvider clock)
{
    public const string SourceCode = "S-SYNTHETIC";

    private const int BatchSize = 500;

    /// <summary>Adds initiatives after those that an earlier call added, a batch per transaction.</summary>
    /// <param name="count">How many to add.</param>
    /// <param name="progress">Told after every batch how many were added so far.</param>
    /// <exception cref="OperationCanceledException">Stopped between two batches; what was added until then stays.</exception>
    public async Task SeedAsync(int count, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var today = clock.Today;
        var first = await NextNumberAsync(cancellationToken).ConfigureAwait(false);
        for (var done = 0; done < count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = Math.Min(BatchSize, count - done);
            await AddBatchAsync(first + done, size, today, cancellationToken).ConfigureAwait(false);
            done += size;
            progress?.Report(done);
        }
    }

    private async Task AddBatchAsync(int first, int count, DateOnly today, CancellationToken cancellationToken)
    {
        using var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var source = await SourceAsync(context, cancellationToken).ConfigureAwait(false);
        var references = await ReferencesAsync(context, cancellationToken).ConfigureAwait(false);
        foreach (var initiative in new SyntheticGenerator(references, today).Generate(first, count))
        {
            context.Add(initiative);
            context.Add(Citation.Create(source, SubjectKind.Initiative, initiative.Code));
        }

        var note = new ChangeNote(null, ChangeNote.Program, "Synthetic data for scale tests");
        await VersionedSave.RecordAsync(context, note, clock.Now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> NextNumberAsync(CancellationToken cancellationToken)
    {
        using var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);

        // By number, not by text: after SYN-99999 comes SYN-100000.
        var last = await context.Initiatives
            .Where(i => i.Code.StartsWith(SyntheticGenerator.CodePrefix))
            .OrderByDescending(i => i.Code.Length).ThenByDescending(i => i.Code)
            .Select(i => i.Code)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return last is null ? 1 : 1 + int.Parse(last.AsSpan(SyntheticGenerator.CodePrefix.Length), CultureInfo.InvariantCulture);
    }

    private static async Task<Source> SourceAsync(DefenseCoopContext context, CancellationToken cancellationToken)
    {
        var source = await context.Sources.AsTracking()
            .SingleOrDefaultAsync(s => s.Code == SourceCode, cancellationToken)
            .ConfigureAwait(false);
        if (source is not null) return source;
        source = Source.Create(
            SourceCode, "Synthetic data for scale tests", "This program", "urn:defensecoop:synthetic", SourceTier.Secondary);
        source.Annotate("Not a public text: what cites it was made up by the program.");
        context.Add(source);
        return source;
    }

    private static async Task<SyntheticReferences> ReferencesAsync(DefenseCoopContext context, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<string, ExpectedOutcome>(StringComparer.Ordinal);
        foreach (var outcome in await context.ExpectedOutcomes.AsTracking()
            .Include(o => o.Objective.FocusArea).OrderBy(o => o.Id).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            outcomes.TryAdd(outcome.Objective.FocusArea.Slug, outcome);
        }

        return new SyntheticReferences(
            await AllAsync<Category>().ConfigureAwait(false),
            await AllAsync<Organization>().ConfigureAwait(false),
            await AllAsync<Site>().ConfigureAwait(false),
            outcomes);

        Task<List<T>> AllAsync<T>() where T : class =>
            context.Set<T>().AsTracking().OrderBy(e => EF.Property<int>(e, "Id")).ToListAsync(cancellationToken);
    }
}

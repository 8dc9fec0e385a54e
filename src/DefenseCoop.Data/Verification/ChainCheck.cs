using System.Globalization;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Chain;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Verification;

/// <summary>
/// Walks the chain from its first change set to its head, and computes every hash anew. All versions go by in the order
/// of the change sets that answer for them, so that each is read twice, however many there are.
/// </summary>
internal sealed class ChainCheck(DefenseCoopContext db, FirstProblems problems) : IAsyncDisposable
{
    private readonly List<VersionStream> _streams = [];
    private ChangeSet? _last;

    /// <summary>How many change sets there are.</summary>
    public int Count { get; private set; }

    public ChainHead? Head => _last is null ? null : new ChainHead(_last.Id, _last.At, _last.Hash);

    /// <summary>How many change sets came after the one of the wanted hash; null where no change set has it.</summary>
    public int? After { get; private set; }

    public async Task RunAsync(string? wanted, Action<double> progress, CancellationToken ct)
    {
        foreach (var rows in VersionTable.All(db.Model).SelectMany(HashedRows.Of))
        {
            _streams.Add(await VersionStream.OpenAsync(db, rows, ct));
        }
        var all = await db.ChangeSets.CountAsync(ct);
        await foreach (var change in db.ChangeSets.AsNoTracking()
            .Include(c => c.Records).OrderBy(c => c.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            await CheckAsync(change, ct);
            Count++;
            if (change.Hash == wanted) After = all - Count;
            _last = change;
            if (Count % 64 == 0) progress((double)Count / all);
        }

        foreach (var stream in _streams.Where(s => s.Rows.What != HashedRows.Shown && s.IsOnRow))
        {
            problems.Add(VerifiedPart.Versions, stream.Orphan());
        }
        if (_last is not null) await CheckNumbersAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _streams) await stream.DisposeAsync();
    }

    private async Task CheckAsync(ChangeSet change, CancellationToken ct)
    {
        var expected = (_last?.Id ?? 0) + 1;
        if (change.Id != expected)
        {
            problems.Add(
                VerifiedPart.Chain,
                $"The change set {expected} is missing: {(_last is null ? "the first" : $"the next after {_last.Id}")} is {change.Id}.");
        }
        if (change.At <= _last?.At) problems.Add(VerifiedPart.Chain, $"{Name(change)} is not later than the one before it.");
        if (change.PreviousHash != (_last?.Hash ?? ChangeHash.Zero))
        {
            problems.Add(
                VerifiedPart.Chain, $"{Name(change)} does not follow from the one before it: that one, or this one, was replaced.");
        }
        using var hash = new ChangeHash(change);
        foreach (var stream in _streams) await AddAsync(hash, stream, change, ct);
        if (hash.Finish() != change.Hash)
        {
            problems.Add(
                VerifiedPart.Chain,
                $"{Name(change)} is not what was recorded: it, its records, or a version that it made or ended was altered.");
        }
    }

    private async Task AddAsync(ChangeHash hash, VersionStream stream, ChangeSet change, CancellationToken ct)
    {
        while (stream.IsOnRow)
        {
            var (isBefore, isOfIt) = stream.Rows.What switch
            {
                HashedRows.Made => (stream.Number < change.Id, stream.Number == change.Id),
                HashedRows.Ended => (stream.Instant < change.At, stream.Instant == change.At),
                _ => (false, stream.Instant < change.At),
            };
            if (isBefore) problems.Add(VerifiedPart.Versions, stream.Orphan());
            else if (!isOfIt) return;
            else hash.Add(stream.Rows, stream.Reader);
            if (isOfIt && stream.Rows.What == HashedRows.Made && stream.From != change.At)
            {
                problems.Add(
                    VerifiedPart.Versions,
                    $"A version of {stream.Subject()} was made by the change set {change.Id}, and begins at another instant.");
            }

            await stream.NextAsync(ct);
        }
    }

    /// <summary>What was taken out in one piece leaves a gap in the numbers that rows were given.</summary>
    private async Task CheckNumbersAsync(CancellationToken ct)
    {
        var records = await db.RecordChanges.OrderBy(r => r.Id).Select(r => new { r.Id, r.ChangeSetId }).ToListAsync(ct);
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i].Id == i + 1 && (i == 0 || records[i].ChangeSetId >= records[i - 1].ChangeSetId)) continue;
            problems.Add(
                VerifiedPart.Chain,
                $"The record {records[i].Id} of the change set {records[i].ChangeSetId} is out of order: "
                    + "one was removed, added or renumbered.");
            return;
        }
    }

    private static string Name(ChangeSet change)
    {
        var records = change.Records.Take(3).Select(r => $"{r.Kind} {r.Subject}").ToList();
        var more = change.Records.Count > records.Count ? ", …" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The change set {change.Id} of {change.At:yyyy-MM-dd HH:mm:ss} UTC by {change.Person} ({string.Join(", ", records)}{more})");
    }
}

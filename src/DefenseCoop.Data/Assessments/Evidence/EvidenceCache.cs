using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;

namespace DefenseCoop.Data.Assessments.Evidence;

/// <summary>Keeps the evidence that was gathered last: several people write one assessment, and ask again and again.</summary>
public sealed class EvidenceCache(EvidenceBuilder builder)
{
    /// <summary>One is some hundred kilobytes at most.</summary>
    private const int Kept = 40;

    private readonly Lock _gate = new();
    private readonly LinkedList<((long Revision, string Slug, DateOnly Day) Key, FrozenEvidence Evidence)> _known = new();

    /// <returns>Null where there is no such focus area.</returns>
    public async Task<FrozenEvidence?> OfAsync(DefenseCoopContext db, string slug, DateOnly day, CancellationToken ct)
    {
        var key = (await FindingsKeeper.RevisionAsync(db, ct), slug, day);
        lock (_gate)
        {
            var known = _known.FirstOrDefault(k => k.Key == key);
            if (known.Evidence is not null) return known.Evidence;
        }

        if (await builder.BuildAsync(db, slug, day, ct) is not { } evidence) return null;
        lock (_gate)
        {
            _known.AddFirst((key, evidence));
            if (_known.Count > Kept) _known.RemoveLast();
        }

        return evidence;
    }
}

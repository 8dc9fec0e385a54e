using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History.Changes;

/// <summary>
/// Where records stand that belong to none by themselves, as their descriptors say: an organization with the first initiative
/// that names it, an event with its focus area.
/// </summary>
internal sealed class SharedPlaces
{
    private readonly Dictionary<(RecordKind, string), RecordReference> _places = [];

    private SharedPlaces()
    {
    }

    /// <summary>Null where no page but that of its history shows it.</summary>
    public RecordReference? Of(RecordKind kind, string code) => _places.GetValueOrDefault((kind, code));

    /// <summary>Of those among the given records that have such a place.</summary>
    public static async Task<SharedPlaces> ReadAsync(
        DefenseCoopContext db, IEnumerable<(RecordKind Kind, string Code)> records, CancellationToken ct)
    {
        var wanted = records.Distinct().ToLookup(r => r.Kind, r => r.Code);
        var places = new SharedPlaces();
        var loader = new RecordOwners(db, ct);
        foreach (var of in wanted)
        {
            if (RecordDescriptors.Of(of.Key) is { HasOwner: false, Places: { } all })
            {
                await places.AddAsync(of.Key, [.. of], all(loader), ct);
            }
        }

        return places;
    }

    /// <summary>Of those records that the lines tell of, and that are still there.</summary>
    public static Task<SharedPlaces> ReadAsync(DefenseCoopContext db, IEnumerable<RecordLine> lines, CancellationToken ct) =>
        ReadAsync(db, lines.Where(l => l.Action != ChangeAction.Removed).Select(l => (l.Kind, l.Code)), ct);

    /// <summary>The same lines, with the places of those that have one.</summary>
    public IReadOnlyList<RecordLine> In(IEnumerable<RecordLine> lines) => [.. lines.Select(l => l with { Shared = Of(l.Kind, l.Code) })];

    private async Task AddAsync(RecordKind kind, List<string> codes, IQueryable<RecordPlace> all, CancellationToken ct)
    {
        foreach (var place in await all.Where(p => EF.Parameter(codes).Contains(p.Code)).ToListAsync(ct))
        {
            _places.TryAdd((kind, place.Code), new RecordReference(kind, place.Code, place.Initiative, place.Area));
        }
    }
}

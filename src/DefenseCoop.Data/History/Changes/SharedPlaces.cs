using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History.Changes;

/// <summary>
/// Where records stand that belong to none by themselves: an organization, a site and an agreement with the first initiative
/// that names them, a category and an event with their focus area.
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
        await Add(RecordKind.Organization, db.Initiatives.OrderBy(i => i.Id)
            .SelectMany(i => i.Participations, (i, p) => new Place { Code = p.Organization.Code, Initiative = i.Code }));
        await Add(RecordKind.Site, db.Initiatives.OrderBy(i => i.Id)
            .SelectMany(i => i.Sites, (i, s) => new Place { Code = s.Code, Initiative = i.Code }));
        await Add(RecordKind.Agreement, db.Initiatives.OrderBy(i => i.Id)
            .Where(i => i.Agreement != null).Select(i => new Place { Code = i.Agreement!.Code, Initiative = i.Code }));
        await Add(RecordKind.Category, db.FocusAreas.Select(a => new Place { Code = a.Slug, Area = a.Slug }));
        await Add(RecordKind.Event, db.Events
            .SelectMany(e => e.Categories.OrderBy(c => c.Id), (e, c) => new Place { Code = e.Code, Area = c.Slug }));
        return places;

        Task Add(RecordKind kind, IQueryable<Place> all) => places.AddAsync(kind, [.. wanted[kind]], all, ct);
    }

    /// <summary>Of those records that the lines tell of, and that are still there.</summary>
    public static Task<SharedPlaces> ReadAsync(DefenseCoopContext db, IEnumerable<RecordLine> lines, CancellationToken ct) =>
        ReadAsync(db, lines.Where(l => l.Action != ChangeAction.Removed).Select(l => (l.Kind, l.Code)), ct);

    /// <summary>The same lines, with the places of those that have one.</summary>
    public IReadOnlyList<RecordLine> In(IEnumerable<RecordLine> lines) => [.. lines.Select(l => l with { Shared = Of(l.Kind, l.Code) })];

    private async Task AddAsync(RecordKind kind, List<string> codes, IQueryable<Place> all, CancellationToken ct)
    {
        if (codes.Count == 0) return;
        foreach (var place in await all.Where(p => EF.Parameter(codes).Contains(p.Code)).ToListAsync(ct))
        {
            _places.TryAdd((kind, place.Code), new RecordReference(kind, place.Code, place.Initiative, place.Area));
        }
    }

    /// <summary>Members rather than a constructor, so that the filter on the code runs in SQL.</summary>
    private sealed record Place
    {
        public required string Code { get; init; }

        public string? Initiative { get; init; }

        public string? Area { get; init; }
    }
}

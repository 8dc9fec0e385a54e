using System.Linq.Expressions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History;

/// <summary>The initiative that a record belongs to.</summary>
/// <param name="Code">Null for a record of none.</param>
/// <param name="Category">Slug of its category.</param>
internal readonly record struct RecordOwner(string? Code, string? Category);

/// <summary>Finds what rows belong to: among what is loaded, else in the database.</summary>
internal sealed class RecordOwners(DefenseCoopContext db, CancellationToken ct) : IRecordLoader
{
    // Compiled: it stands in every save of a fact. With the category, which names the place of whatever is the initiative's.
    private static readonly Func<DefenseCoopContext, int, Task<Initiative>> InitiativeOf = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int id) => db.Initiatives.AsNoTracking().Include(i => i.Category).Single(i => i.Id == id));

    private readonly Dictionary<(Type, int), object> _found = [];
    private readonly Dictionary<object, (RecordOwner, string?)> _places = new(ReferenceEqualityComparer.Instance);
    private HashSet<(SubjectKind, string)>? _atHand;

    /// <summary>What a record belongs to directly.</summary>
    public async ValueTask<IReadOnlyList<object>> OfAsync(RecordDescriptor descriptor, object record)
    {
        List<object> owners = [];
        foreach (var link in descriptor.Owners(record)) owners.Add(await link.LoadAsync(this));
        return owners;
    }

    /// <summary>The initiative and the focus area that a record belongs to, itself among them.</summary>
    public async ValueTask<(RecordOwner Initiative, string? Area)> PlaceAsync(object record)
    {
        if (_places.TryGetValue(record, out var known)) return known;
        (RecordOwner Initiative, string? Area) place = record switch
        {
            Category category => (new RecordOwner(null, category.Slug), null),
            FocusArea area => (default, area.Slug),
            _ => default,
        };
        foreach (var owner in RecordDescriptors.Of(record.GetType()) is { } descriptor ? await OfAsync(descriptor, record) : [])
        {
            var (initiative, area) = await PlaceAsync(owner);
            place = (initiative == default ? place.Initiative : initiative, area ?? place.Area);
        }

        if (record is Initiative own) place.Initiative = place.Initiative with { Code = own.Code };
        return _places[record] = place;
    }

    /// <summary>The row of an id, which a row that is about to be saved names.</summary>
    public async Task<T> ByIdAsync<T>(int id) where T : class
    {
        if (db.Set<T>().Local.FindEntry(id)?.Entity is { } tracked) return tracked;
        if (_found.TryGetValue((typeof(T), id), out var found)) return (T)found;
        object read = typeof(T) == typeof(Initiative)
            ? await InitiativeOf(db, id)
            : await db.Set<T>().AsNoTracking().SingleAsync(e => EF.Property<int>(e, "Id") == id, ct);
        _found[(typeof(T), id)] = read;
        return (T)read;
    }

    /// <summary>Untracked: what is only looked at must not be saved along.</summary>
    public async Task<object?> ByCodeAsync<T>(Expression<Func<T, string>> code, string wanted) where T : class
    {
        // As a captured variable it is a parameter of the query, which is then made once.
        Expression<Func<string>> value = () => wanted;
        var which = Expression.Lambda<Func<T, bool>>(Expression.Equal(code.Body, value.Body), code.Parameters);
        return await db.Set<T>().AsNoTracking().SingleOrDefaultAsync(which, ct);
    }

    public IQueryable<T> Rows<T>() where T : class => db.Set<T>();

    /// <summary>Whether the baseline, target or provision is itself about to be saved, so that its record is named already.</summary>
    public bool IsAtHand(SubjectKind kind, string code)
    {
        _atHand ??= (from entry in db.ChangeTracker.Entries()
                     where entry.State != EntityState.Unchanged
                     let part = RecordDescriptors.PartOf(entry.Entity.GetType())
                     where part?.Cited is not null
                     select (part!.Cited!.Value, part.Code(entry.Entity)!)).ToHashSet();
        return _atHand.Contains((kind, code));
    }

    /// <summary>The record that cites, or the part of one; null where it is gone.</summary>
    public Task<object?> SubjectAsync(SubjectKind kind, string code) =>
        RecordDescriptors.Citing(kind) is { } descriptor ? descriptor.FindAsync(this, code)
        : RecordDescriptors.Parts.First(p => p.Cited == kind).FindAsync(this, code);
}

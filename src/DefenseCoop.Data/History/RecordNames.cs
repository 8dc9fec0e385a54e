using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Typing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DefenseCoop.Data.History;

/// <summary>
/// Says of rows that are about to be saved which records they are of, as people speak of them: a target is of its
/// indicator, a citation of what it is cited for. Asks the database only for what is not at hand.
/// </summary>
internal sealed class RecordNames(DefenseCoopContext db, CancellationToken ct)
{
    private readonly Dictionary<(RecordKind, string), ChangedRecord> _records = [];
    private readonly RecordOwners _owners = new(db, ct);

    public async Task<IReadOnlyList<ChangedRecord>> OfAsync(IEnumerable<EntityEntry> rows)
    {
        List<EntityEntry> cited = [];
        foreach (var row in rows)
        {
            if (row.Entity is Citation) cited.Add(row);
            else if (row.Entity is Dictionary<string, object>) await AddLinkedAsync(row);
            else await AddAsync(row.Entity, ActionOf(row.State));
        }

        // Last: mostly the record that cites is among those named already.
        foreach (var row in cited) await AddCitingAsync((Citation)row.Entity);
        return [.. _records.Values];
    }

    private static ChangeAction ActionOf(EntityState state) => state switch
    {
        EntityState.Added => ChangeAction.Created,
        EntityState.Deleted => ChangeAction.Removed,
        _ => ChangeAction.Changed,
    };

    private async Task AddAsync(object entity, ChangeAction action)
    {
        if (RecordDescriptors.Of(entity.GetType()) is { } descriptor)
        {
            var owners = await _owners.OfAsync(descriptor, entity);
            var (initiative, area) = await _owners.PlaceAsync(entity);
            Add(descriptor.Kind, descriptor.Code(entity), descriptor.Title(entity, owners), action, initiative, area);
        }
        else if (RecordDescriptors.PartOf(entity.GetType()) is { } part)
        {
            await AddAsync(await part.OwnerAsync(_owners, Id(entity, part.Key)), ChangeAction.Changed);
        }
        else
        {
            throw new InvalidOperationException($"{entity.GetType().Name} has a history, but no name in it.");
        }
    }

    /// <summary>A row that links two records: what it is a property of has changed.</summary>
    private async Task AddLinkedAsync(EntityEntry link) => await AddAsync(
        link.Metadata.FindProperty("InitiativeId") is { } initiative
            ? await _owners.ByIdAsync<Initiative>((int)link.Property(initiative).CurrentValue!)
            : await _owners.ByIdAsync<CooperationEvent>((int)link.Property("EventId").CurrentValue!),
        ChangeAction.Changed);

    /// <summary>Of a row that belongs to a new one, the id that stands in until the database gives one.</summary>
    private int Id(object row, string property) => (int)db.Entry(row).Property(property).CurrentValue!;

    /// <summary>A citation comes or goes: what cites has changed.</summary>
    private async Task AddCitingAsync(Citation citation)
    {
        var code = citation.SubjectCode;
        if (RecordDescriptors.Citing(citation.Kind) is { } descriptor)
        {
            if (_records.ContainsKey((descriptor.Kind, code))) return;
        }
        else if (_owners.IsAtHand(citation.Kind, code))
        {
            return;
        }

        // Gone already where the record that cites goes with it.
        if (await _owners.SubjectAsync(citation.Kind, code) is { } subject) await AddAsync(subject, ChangeAction.Changed);
    }

    /// <summary>What happens to the record itself says more than that something of it changes.</summary>
    private void Add(RecordKind kind, string code, string title, ChangeAction action, RecordOwner owner, string? area)
    {
        code = code.Cut(RecordChange.MaxCode);
        if (_records.TryGetValue((kind, code), out var known) && (known.Action != ChangeAction.Changed || action == ChangeAction.Changed)) return;
        var words = title.Shorten(RecordChange.MaxTitle);
        _records[(kind, code)] = new ChangedRecord(kind, code, words, owner.Code, owner.Category, area, action);
    }
}

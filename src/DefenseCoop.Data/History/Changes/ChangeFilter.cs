using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History.Changes;

/// <summary>Puts the question into the query.</summary>
internal static class ChangeFilter
{
    /// <summary>Named one by one, so that the index on kind and subject answers for a code alone.</summary>
    private static readonly RecordKind[] EveryKind = Enum.GetValues<RecordKind>();

    public static IQueryable<ChangeSet> Changes(DefenseCoopContext db, ChangeQuery query)
    {
        var changes = Known(db.ChangeSets.AsNoTracking(), query.KnownAt);
        if (query.Before is { } later) changes = changes.Where(c => c.Id < later);
        if (query.AccountId is { } account) changes = changes.Where(c => c.AccountId == account);
        if (query.Person is { } person) changes = changes.Where(c => c.Person == person);
        if (query.From is { } from)
        {
            var first = ReaderDay.Start(from, query.Zone);
            changes = changes.Where(c => c.At >= first);
        }

        // The last of all days ends when time does.
        if (query.To is { } to && to < DateOnly.MaxValue)
        {
            var after = ReaderDay.Start(to.AddDays(1), query.Zone);
            changes = changes.Where(c => c.At < after);
        }

        if (!query.HasRecordFilter) return changes;
        var matching = Records(db, query).Select(r => r.ChangeSetId);
        return changes.Where(c => matching.Contains(c.Id));
    }

    /// <summary>The records that are asked for, of any change.</summary>
    public static IQueryable<RecordChange> Records(DefenseCoopContext db, ChangeQuery query)
    {
        var records = db.RecordChanges.AsNoTracking();
        if (query.Record is { } code)
        {
            records = records.Where(r => (EF.Constant(EveryKind).Contains(r.Kind) && r.Subject == code) || r.InitiativeCode == code);
        }

        if (query.Kinds.Count > 0)
        {
            var kinds = query.Kinds;
            records = records.Where(r => EF.Parameter(kinds).Contains(r.Kind));
        }

        if (query.Categories.Count > 0)
        {
            var categories = query.Categories;
            records = records.Where(r => EF.Parameter(categories).Contains(r.CategorySlug));
        }

        if (query.Actions.Count > 0)
        {
            var actions = query.Actions;
            records = records.Where(r => EF.Parameter(actions).Contains(r.Action));
        }

        return records;
    }

    /// <summary>What was recorded by an instant; all where there is none.</summary>
    public static IQueryable<ChangeSet> Known(IQueryable<ChangeSet> changes, DateTime? knownAt) =>
        knownAt is { } instant ? changes.Where(c => c.At <= instant) : changes;

    public static IQueryable<RecordLine> Lines(IQueryable<RecordChange> records) => records.Select(r =>
        new RecordLine(r.Kind, r.Subject, r.Title, r.InitiativeCode, r.CategorySlug, r.FocusAreaSlug, r.Action));

    public static IQueryable<ChangeHead> Heads(IQueryable<ChangeSet> changes) => changes.Select(c =>
        new ChangeHead(c.Id, c.At, c.AccountId, c.Person, c.Why, c.Request, c.PreviousHash, c.Hash));
}

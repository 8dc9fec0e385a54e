using System.Linq.Expressions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History;

/// <summary>The initiative that a record belongs to.</summary>
/// <param name="Code">Null for a record of none.</param>
/// <param name="Category">Slug of its category.</param>
internal readonly record struct RecordOwner(string? Code, string? Category, string? Title = null);

/// <summary>Finds what rows belong to: among what is loaded, else in the database.</summary>
internal sealed class RecordOwners(DefenseCoopContext db, CancellationToken ct)
{
    private static readonly Func<DefenseCoopContext, int, Task<RecordOwner>> OwnerOf = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int id) => db.Initiatives.Where(i => i.Id == id).Select(i => new RecordOwner(i.Code, i.Category.Slug, i.Title)).Single());

    private readonly Dictionary<int, RecordOwner> _initiatives = [];
    private HashSet<(SubjectKind, string)>? _atHand;

    /// <param name="id">Of the initiative.</param>
    /// <param name="loaded">Null where it is not at hand.</param>
    public async ValueTask<RecordOwner> InitiativeAsync(int id, Initiative? loaded)
    {
        // Of new ones the id is not known yet.
        if (loaded is not null && await SlugAsync(loaded) is var slug) return new RecordOwner(loaded.Code, slug, loaded.Title);
        if (_initiatives.TryGetValue(id, out var known)) return known;
        if (db.Initiatives.Local.FindEntry(id)?.Entity is { } tracked) return _initiatives[id] = new RecordOwner(tracked.Code, await SlugAsync(tracked), tracked.Title);
        return _initiatives[id] = await OwnerOf(db, id);
    }

    public async ValueTask<RecordOwner> OfExerciseAsync(Exercise exercise) => exercise switch
    {
        { Initiative: { } loaded } => await InitiativeAsync(loaded.Id, loaded),
        { InitiativeId: { } id } => await InitiativeAsync(id, null),
        _ => default,
    };

    /// <summary>The row of an id, which a row that is about to be saved names.</summary>
    public async ValueTask<T> FindAsync<T>(int id) where T : class =>
        db.Set<T>().Local.FindEntry(id)?.Entity ?? await db.Set<T>().AsNoTracking().SingleAsync(e => EF.Property<int>(e, "Id") == id, ct);

    public async ValueTask<string> AreaOfAsync(Objective objective) =>
        (objective.FocusArea ?? await FindAsync<FocusArea>(objective.FocusAreaId)).Slug;

    public async ValueTask<string> AreaOfAsync(ExpectedOutcome outcome) =>
        await AreaOfAsync(outcome.Objective ?? await FindAsync<Objective>(outcome.ObjectiveId));

    /// <summary>Whether the baseline, target or provision is itself about to be saved, so that its record is named already.</summary>
    public bool IsAtHand(SubjectKind kind, string code)
    {
        _atHand ??= db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged)
            .Select(e => e.Entity switch
            {
                Baseline b => (Kind: SubjectKind.Baseline, b.Code),
                Target t => (Kind: SubjectKind.Target, t.Code),
                Provision p => (Kind: SubjectKind.Provision, p.Code),
                _ => (Kind: default(SubjectKind), Code: ""),
            })
            .Where(e => e.Code.Length > 0)
            .ToHashSet();
        return _atHand.Contains((kind, code));
    }

    /// <summary>The record that cites; null where it is gone.</summary>
    public async Task<object?> SubjectAsync(SubjectKind kind, string code) => kind switch
    {
        SubjectKind.Category => await OneAsync<Category>(c => c.Slug == code),
        SubjectKind.Organization => await OneAsync<Organization>(o => o.Code == code),
        SubjectKind.Site => await OneAsync<Site>(s => s.Code == code),
        SubjectKind.Agreement => await OneAsync<Agreement>(a => a.Code == code),
        SubjectKind.Provision => await OneAsync<Provision>(p => p.Code == code),
        SubjectKind.Initiative => await OneAsync<Initiative>(i => i.Code == code),
        SubjectKind.Contribution => await OneAsync<Contribution>(c => c.Code == code),
        SubjectKind.Milestone => await OneAsync<Milestone>(m => m.Code == code),
        SubjectKind.Baseline => await OneAsync<Baseline>(b => b.Code == code),
        SubjectKind.Target => await OneAsync<Target>(t => t.Code == code),
        SubjectKind.Reading => await OneAsync<Reading>(r => r.Code == code),
        SubjectKind.Edition => await OneAsync<ExerciseEdition>(e => e.Code == code),
        SubjectKind.Event => await OneAsync<CooperationEvent>(e => e.Code == code),
        SubjectKind.SpendingFigure => await OneAsync<Domain.Spending.SpendingFigure>(f => f.Code == code),
        SubjectKind.Recommendation => await OneAsync<Domain.Recommendations.Recommendation>(r => r.Code == code),
        SubjectKind.Exercise => await OneAsync<Exercise>(e => e.Code == code),
        _ => throw new InvalidOperationException($"{kind} is cited, but no record of it is known."),
    };

    /// <summary>Untracked: what is only looked at must not be saved along.</summary>
    private Task<T?> OneAsync<T>(Expression<Func<T, bool>> which) where T : class => db.Set<T>().AsNoTracking().SingleOrDefaultAsync(which, ct);

    private async ValueTask<string> SlugAsync(Initiative initiative) => (initiative.Category ?? await FindAsync<Category>(initiative.CategoryId)).Slug;
}

using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>What an administrator does with the categories.</summary>
public sealed class CategoryCommands(CommandRunner runner, SecurityLog log)
{
    /// <exception cref="NotAllowedException">The acting person may not do it.</exception>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    [Requires(Right.EditCategories)]
    public async Task AddAsync(Actor actor, string? slug, CategoryValues values, CancellationToken ct)
    {
        await ReferenceChange.RunAsync(runner, actor, Right.EditCategories, async work =>
        {
            var sources = await ChosenSources.ReadAsync(work.Db, SubjectKind.Category, null, values.Sources, work.Ct);
            var category = Category.Create(slug, values.Name, values.Text, sources.Attribution(null, values.Note));
            if (await work.Db.Categories.AnyAsync(c => c.Slug == category.Slug, work.Ct)) throw ReferenceChange.Taken("Slug", "category");
            await PlaceAsync(work, category, values.Place);
            work.Db.Add(category);
            sources.Cite(work.Db, SubjectKind.Category, category.Slug);
        }, ct);
        log.Event("CategoryAdded", actor.AccountId, $"category {slug}");
    }

    /// <param name="version">The version that the person saw.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    [Requires(Right.EditCategories)]
    public async Task ChangeAsync(Actor actor, string slug, long version, CategoryValues values, CancellationToken ct)
    {
        await ReferenceChange.RunAsync(runner, actor, Right.EditCategories, async work =>
        {
            var category = await FindAsync(work, slug, version);
            var sources = await ChosenSources.ReadAsync(work.Db, SubjectKind.Category, slug, values.Sources, work.Ct);
            category.Change(values.Name, values.Text, sources.Attribution(category.Attribution, values.Note));
            await PlaceAsync(work, category, values.Place);
            sources.Cite(work.Db, SubjectKind.Category, slug);
        }, ct);
        log.Event("CategoryChanged", actor.AccountId, $"category {slug}");
    }

    /// <exception cref="InvalidInputException">Something uses it.</exception>
    [Requires(Right.EditCategories)]
    public async Task DeleteAsync(Actor actor, string slug, long version, CancellationToken ct)
    {
        await ReferenceChange.RunAsync(runner, actor, Right.EditCategories, async work =>
        {
            var category = await FindAsync(work, slug, version);
            ReferenceChange.RequireUnused(await ReferenceQueries.UsesAsync(work.Db, category, work.Ct));
            await ReferenceChange.RemoveCitationsAsync(work, SubjectKind.Category, slug);
            work.Db.Remove(category);
            Number(await OthersAsync(work, category));
        }, ct);
        log.Event("CategoryDeleted", actor.AccountId, $"category {slug}");
    }

    private static async Task<Category> FindAsync(CommandWork work, string slug, long version)
    {
        var category = await work.Db.Categories.SingleOrDefaultAsync(c => c.Slug == slug, work.Ct) ?? throw ReferenceChange.Gone("category");
        ReferenceChange.RequireSeen(category.Version, version);
        return category;
    }

    /// <summary>Puts it at its place; those after it move on. So no two ever have the same place, by which registers are sorted.</summary>
    private static async Task PlaceAsync(CommandWork work, Category category, int? place)
    {
        var all = await OthersAsync(work, category);
        if (place is not { } wanted || wanted < 1 || wanted > all.Count + 1)
        {
            throw new InvalidInputException("Place", $"There are {all.Count + 1} places: write a number from 1 to {all.Count + 1}.");
        }

        all.Insert(wanted - 1, category);
        Number(all);
    }

    private static Task<List<Category>> OthersAsync(CommandWork work, Category category) =>
        work.Db.Categories.Where(c => c.Id != category.Id).OrderBy(c => c.Position).ThenBy(c => c.Id).ToListAsync(work.Ct);

    private static void Number(List<Category> categories)
    {
        foreach (var (position, category) in categories.Index()) category.MoveTo(position);
    }
}

using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>Reads categories, organizations and sites for whoever edits them. Each asks for the right at the time of reading.</summary>
public sealed class ReferenceQueries(IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights)
{
    /// <summary>All categories, in their order.</summary>
    /// <exception cref="NotAllowedException">The acting person may not edit them.</exception>
    public Task<IReadOnlyList<CategoryRow>> CategoriesAsync(Actor actor, CancellationToken ct) =>
        ListAsync(actor, Right.EditCategories, db => db.Categories.OrderBy(c => c.Position).Select(c => new CategoryRow(
            c.Slug,
            c.Name,
            c.Position + 1,
            db.Initiatives.Count(i => i.CategoryId == c.Id),
            db.Events.Count(e => e.Categories.Any(x => x.Id == c.Id)),
            db.FocusAreas.Any(a => a.Slug == c.Slug),
            c.Attribution)), ct);

    /// <summary>All organizations, by name.</summary>
    /// <exception cref="NotAllowedException">The acting person may not edit them.</exception>
    public async Task<IReadOnlyList<OrganizationRow>> OrganizationsAsync(Actor actor, CancellationToken ct) =>
        [.. (await ListAsync(actor, Right.EditOrganizations, db => db.Organizations.OrderBy(o => o.Id).Select(o => new OrganizationRow(
            o.Code,
            o.Name,
            o.Abbreviation,
            o.Country,
            o.Kind,
            db.Initiatives.Count(i => i.Participations.Any(p => p.OrganizationId == o.Id)),
            o.Attribution)), ct)).OrderByText(o => o.Name)];

    /// <summary>All sites, by name.</summary>
    /// <exception cref="NotAllowedException">The acting person may not edit them.</exception>
    public async Task<IReadOnlyList<SiteRow>> SitesAsync(Actor actor, CancellationToken ct) =>
        [.. (await ListAsync(actor, Right.EditSites, db => db.Sites.OrderBy(s => s.Id).Select(s => new SiteRow(
            s.Code,
            s.Name,
            s.Kind,
            s.Territory,
            s.Latitude,
            s.Longitude,
            s.Icao,
            db.Initiatives.Count(i => i.Sites.Any(x => x.Id == s.Id)),
            s.Attribution)), ct)).OrderByText(s => s.Name)];

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        Actor actor, Right right, Func<DefenseCoopContext, IQueryable<T>> rows, CancellationToken ct)
    {
        await using var db = await OpenAsync(actor, right, ct);
        return await rows(db).ToListAsync(ct);
    }

    private async Task<DefenseCoopContext> OpenAsync(Actor actor, Right right, CancellationToken ct)
    {
        var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            await rights.RequireAsync(db, actor, right, ct);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}

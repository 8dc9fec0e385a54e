using System.Linq.Expressions;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
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

    /// <returns>Null where there is none of that short name.</returns>
    /// <exception cref="NotAllowedException">The acting person may not edit it.</exception>
    public async Task<ReferenceDetails<CategoryValues>?> CategoryAsync(Actor actor, string slug, CancellationToken ct)
    {
        await using var db = await OpenAsync(actor, Right.EditCategories, ct);
        if (await db.Categories.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } c) return null;
        var sources = await SourcesAsync(db, SubjectKind.Category, slug, ct);
        var values = new CategoryValues(c.Name, c.ArticleText, c.Position + 1, Codes(sources), c.Attribution.Note);
        return new(slug, values, c.Version, c.Attribution, sources, await UsesAsync(db, c, ct));
    }

    /// <returns>Null where there is none of that short name.</returns>
    /// <exception cref="NotAllowedException">The acting person may not edit it.</exception>
    public async Task<ReferenceDetails<OrganizationValues>?> OrganizationAsync(Actor actor, string code, CancellationToken ct)
    {
        await using var db = await OpenAsync(actor, Right.EditOrganizations, ct);
        if (await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, ct) is not { } o) return null;
        var sources = await SourcesAsync(db, SubjectKind.Organization, code, ct);
        var values = new OrganizationValues(o.Name, o.LocalName, o.Abbreviation, o.Country, o.Kind, Codes(sources), o.Attribution.Note);
        return new(code, values, o.Version, o.Attribution, sources, await UsesAsync(db, o, ct));
    }

    /// <returns>Null where there is none of that short name.</returns>
    /// <exception cref="NotAllowedException">The acting person may not edit it.</exception>
    public async Task<ReferenceDetails<SiteValues>?> SiteAsync(Actor actor, string code, CancellationToken ct)
    {
        await using var db = await OpenAsync(actor, Right.EditSites, ct);
        if (await db.Sites.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, ct) is not { } s) return null;
        var sources = await SourcesAsync(db, SubjectKind.Site, code, ct);
        var values = new SiteValues(s.Name, s.Kind, s.Territory, s.Latitude, s.Longitude, s.Icao, Codes(sources), s.Attribution.Note);
        return new(code, values, s.Version, s.Attribution, sources, await UsesAsync(db, s, ct));
    }

    internal static async Task<ReferenceUses> UsesAsync(DefenseCoopContext db, Category category, CancellationToken ct) =>
        await InitiativesAsync(db, i => i.CategoryId == category.Id, ct) with
        {
            Events = await db.Set<CooperationEvent>().CountAsync(e => e.Categories.Any(c => c.Id == category.Id), ct),
            FocusArea = await db.FocusAreas.Where(a => a.Slug == category.Slug).Select(a => a.Name).SingleOrDefaultAsync(ct),
        };

    internal static Task<ReferenceUses> UsesAsync(DefenseCoopContext db, Organization organization, CancellationToken ct) =>
        InitiativesAsync(db, i => i.Participations.Any(p => p.OrganizationId == organization.Id), ct);

    internal static Task<ReferenceUses> UsesAsync(DefenseCoopContext db, Site site, CancellationToken ct) =>
        InitiativesAsync(db, i => i.Sites.Any(s => s.Id == site.Id), ct);

    private static async Task<ReferenceUses> InitiativesAsync(DefenseCoopContext db, Expression<Func<Initiative, bool>> uses, CancellationToken ct)
    {
        var users = db.Initiatives.Where(uses);
        return new ReferenceUses(
            await users.CountAsync(ct),
            await users.OrderBy(i => i.Id).Take(ReferenceUses.Listed).Select(i => new UsingInitiative(i.Code, i.Title)).ToListAsync(ct));
    }

    private static async Task<IReadOnlyList<SourceRef>> SourcesAsync(DefenseCoopContext db, SubjectKind kind, string code, CancellationToken ct) =>
        (await SourceLookup.ReadAsync(db, [code], ct)).Of(kind, code);

    private static List<string> Codes(IReadOnlyList<SourceRef> sources) => [.. sources.Select(s => s.Code)];

    private async Task<IReadOnlyList<T>> ListAsync<T>(Actor actor, Right right, Func<DefenseCoopContext, IQueryable<T>> rows, CancellationToken ct)
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

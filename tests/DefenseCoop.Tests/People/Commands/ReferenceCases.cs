using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>The cases of categories, organizations and sites. Each works on a record of the asking person's own.</summary>
internal static class ReferenceCases
{
    private static readonly CategoryValues Category = new("A category", "What it covers.", 1, [], null);
    private static readonly OrganizationValues Organization = new("An organization", null, "ORG", "DK", "agency", [], null);
    private static readonly SiteValues Site = new("A site", "port", "DK", null, null, null, [], null);

    public static IReadOnlyList<CommandCase> All { get; } =
    [
        new("Category.Add", c => c.Get<CategoryCommands>().AddAsync(c.Actor, Code(c), Category, Ct)),
        new("Category.Change", c => c.Get<CategoryCommands>().ChangeAsync(c.Actor, Code(c), 0, Category, Ct), AddAsync),
        new("Category.Delete", c => c.Get<CategoryCommands>().DeleteAsync(c.Actor, Code(c), 0, Ct), AddAsync),
        new("Organization.Add", c => c.Get<OrganizationCommands>().AddAsync(c.Actor, Code(c), Organization, Ct)),
        new("Organization.Change", c => c.Get<OrganizationCommands>().ChangeAsync(c.Actor, Code(c), 0, Organization, Ct), AddAsync),
        new("Organization.Delete", c => c.Get<OrganizationCommands>().DeleteAsync(c.Actor, Code(c), 0, Ct), AddAsync),
        new("Site.Add", c => c.Get<SiteCommands>().AddAsync(c.Actor, Code(c), Site, Ct)),
        new("Site.Change", c => c.Get<SiteCommands>().ChangeAsync(c.Actor, Code(c), 0, Site, Ct), AddAsync),
        new("Site.Delete", c => c.Get<SiteCommands>().DeleteAsync(c.Actor, Code(c), 0, Ct), AddAsync),

        new("ReferenceQueries.Categories", c => c.Get<ReferenceQueries>().CategoriesAsync(c.Actor, Ct), Writes: false, Reads: Right.EditCategories),
        new("ReferenceQueries.Category", c => c.Get<ReferenceQueries>().CategoryAsync(c.Actor, "cybersecurity", Ct), Writes: false, Reads: Right.EditCategories),
        new("ReferenceQueries.Organizations", c => c.Get<ReferenceQueries>().OrganizationsAsync(c.Actor, Ct), Writes: false, Reads: Right.EditOrganizations),
        new("ReferenceQueries.Organization", c => c.Get<ReferenceQueries>().OrganizationAsync(c.Actor, "dk-fmn", Ct), Writes: false, Reads: Right.EditOrganizations),
        new("ReferenceQueries.Sites", c => c.Get<ReferenceQueries>().SitesAsync(c.Actor, Ct), Writes: false, Reads: Right.EditSites),
        new("ReferenceQueries.Site", c => c.Get<ReferenceQueries>().SiteAsync(c.Actor, "karup", Ct), Writes: false, Reads: Right.EditSites),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Code(CommandCall call) => $"of-{call.Person.Id}";

    private static Task AddAsync(CommandCall call) => call.Stage.ChangeAsync(db =>
    {
        var attribution = new Attribution { Provenance = Provenance.Illustrative };
        db.Add(Domain.Initiatives.Category.Create(Code(call), "One", "Words.", attribution));
        db.Add(Domain.Initiatives.Organization.Create(Code(call), "One", null, null, "DK", "agency", attribution));
        db.Add(Domain.Initiatives.Site.Create(Code(call), "One", "port", "DK", null, null, null, attribution));
        return db.SaveRecordsAsync();
    });
}

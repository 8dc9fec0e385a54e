using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Domain.People;
using Xunit;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>The cases of categories, organizations and sites, whose forms take rights of their own.</summary>
internal static class ReferenceCases
{
    private static readonly (string Form, Right Right)[] Forms =
    [
        (FormNames.Category, Right.EditCategories), (FormNames.Organization, Right.EditOrganizations), (FormNames.Site, Right.EditSites),
    ];

    public static IReadOnlyList<CommandCase> All { get; } =
    [
        .. Forms.SelectMany(f => Of(f.Form, f.Right)),

        new(
            "ReferenceQueries.Categories", c => c.Get<ReferenceQueries>().CategoriesAsync(c.Actor, Ct),
            Writes: false, Needs: [Right.EditCategories]),
        new(
            "ReferenceQueries.Organizations", c => c.Get<ReferenceQueries>().OrganizationsAsync(c.Actor, Ct),
            Writes: false, Needs: [Right.EditOrganizations]),
        new("ReferenceQueries.Sites", c => c.Get<ReferenceQueries>().SitesAsync(c.Actor, Ct), Writes: false, Needs: [Right.EditSites]),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<CommandCase> Of(string form, Right right)
    {
        var key = new FormKey(form, null, null);
        return
        [
            new($"Edit.Save of {form}", c => c.Get<EditCommands>().SaveAsync(c.Actor, Submission(key, c), Ct), Needs: [right]),
            new(
                $"Edit.Preview of {form}", c => c.Get<EditCommands>().PreviewAsync(c.Actor, Submission(key, c), Ct),
                Writes: false, Needs: [right]),
            new(
                $"Draft.Keep of {form}",
                c => c.Get<DraftCommands>().KeepAsync(c.Actor, key, 0, new Dictionary<string, string> { ["Name"] = "A" }, null, Ct),
                Needs: [right]),
            new(
                $"EditQueries.Open of {form}", c => c.Get<EditQueries>().OpenAsync(c.Actor, key, null, Ct),
                Writes: false, Needs: [right]),
        ];
    }

    private static EditSubmission Submission(FormKey key, CommandCall call) => new(key, 0, new Dictionary<string, string>
    {
        ["ShortName"] = $"of-{call.Person.Id}",
        ["Name"] = "One",
        ["Text"] = "Words.",
        ["Place"] = "1",
        ["Country"] = "DK",
        ["Kind"] = "port",
        ["Territory"] = "DK",
        ["Provenance"] = "illustrative",
    }, null);
}

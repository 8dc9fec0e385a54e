using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Editing;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>Categories, organizations and sites over HTTP, as an administrator's browser edits them.</summary>
public sealed class ReferencePagesTests(LiveProduct target) : VisitTests(target)
{
    private const string Markup = "<script>alert(1)</script>";

    private static readonly (string Field, string? Value)[] Organization =
        [("Name", "One organization"), ("Country", "DK"), ("Kind", "A kind that nobody else has")];

    private EditingBrowser _administrator = null!;

    public override async ValueTask InitializeAsync() => _administrator = await EditAsync(Roles.Administrator, "admin");

    [Fact]
    public async Task Organization_AddedChangedRemovedAndBroughtBack_IsThereAsWritten()
    {
        var page = await _administrator.OpenAsync("/edit/organization/new");
        var added = await _administrator.SendAsync(
            page, [.. Organization, ("ShortName", "dk-one"), ("Provenance", "confirmed"), ("Sources", "S-FMN-EXP")]);
        var list = await _administrator.SavedAsync(added);
        Assert.StartsWith($"{AccountUrls.Organizations}?saved=", _administrator.Path(added), StringComparison.Ordinal);
        Assert.Equal("Record another organization", Ways(list)[0]);
        Assert.Contains("Saved.", list.QuerySelector(".saved")!.TextContent, StringComparison.Ordinal);
        var row = list.QuerySelector("tr[data-code=dk-one]")!;
        Assert.Equal("/edit/organization/dk-one", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(
            ["/history/organization/dk-one", "/edit/organization-remove/dk-one"],
            Links((await _administrator.OpenAsync("/edit/organization/dk-one")).QuerySelector("p.edit-links")!));

        var changed = await _administrator.SaveAsync(
            "/edit/organization/dk-one", ("Abbreviation", "ONE"), ("Sources", null), ("Provenance", "illustrative"));
        list = await _administrator.SavedAsync(changed);
        Assert.Contains("Illustrative", list.QuerySelector("tr[data-code=dk-one]")!.TextContent, StringComparison.Ordinal);

        var question = await _administrator.OpenAsync("/edit/organization-remove/dk-one");
        Assert.Equal("Remove the organization “One organization”?", question.QuerySelector("h1")!.TextContent);
        Assert.Contains("its short name is free", question.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        list = await _administrator.SavedAsync(await _administrator.SendAsync(question));
        Assert.Null(list.QuerySelector("tr[data-code=dk-one]"));
        await _administrator.OpenAsync("/edit/organization/dk-one", HttpStatusCode.NotFound);

        var undo = list.QuerySelector<IHtmlFormElement>(".saved form")!;
        await _administrator.Browser.PostAsync(
            undo.GetAttribute("action")!,
            [.. EditingBrowser.Fields(undo), ("change", undo.QuerySelector("button")!.GetAttribute("value")!)]);
        Assert.Equal("ONE", (await StoredAsync("dk-one"))!.Abbreviation);
        var history = await _administrator.OpenAsync("/history/organization/dk-one");
        Assert.NotEmpty(history.QuerySelectorAll("a[data-restore]"));
    }

    [Fact]
    public async Task Category_Added_IsOfferedByTheRegisterAndSaidToBeNotAssessed()
    {
        var list = await _administrator.SavedAsync(await _administrator.SaveAsync(
            "/edit/category/new",
            ("ShortName", "space"), ("Name", Markup), ("Text", Markup), ("Place", "1"), ("Provenance", "illustrative")));

        Assert.Contains("not assessed", list.QuerySelector("tr[data-code=space]")!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[]
        {
            "/initiatives?category=space", "/initiatives?category=space&asOf=2025-06-30", "/", "/focus-areas",
            "/sources", "/initiatives/BE-1", AccountUrls.Categories, "/edit/category/space", "/history/category/space", EditUrls.Drafts,
        })
        {
            var page = await _administrator.Browser.GetAsync(address);
            Assert.True(page.Status == HttpStatusCode.OK, $"{address}: {page.Status}");
            Assert.DoesNotContain(Markup, page.Body, StringComparison.OrdinalIgnoreCase);
        }

        var register = (await _administrator.Browser.GetAsync("/initiatives?category=space")).Document();
        Assert.Contains(register.QuerySelectorAll("label"), l => l.TextContent.Contains(Markup, StringComparison.Ordinal));
        Assert.Empty(register.QuerySelectorAll("tr[data-code]"));
    }

    [Fact]
    public async Task Names_WithMarkup_AreTextEverywhere()
    {
        await using (var db = Target.NewContext())
        {
            var organization = await db.Organizations.SingleAsync(o => o.Code == "us-dos", Stop);
            organization.Rename(Markup);
            organization.NameAtHome(Markup);
            organization.Abbreviate("<b>x");
            organization.Classify(Markup);
            var site = await db.Sites.SingleAsync(s => s.Code == "pituffik", Stop);
            site.Rename(Markup);
            site.Classify(Markup);
            await db.SaveRecordsAsync();
        }

        var shown = new List<string>();
        foreach (var address in new[]
        {
            AccountUrls.Organizations, "/edit/organization/us-dos", AccountUrls.Sites,
            "/edit/site/pituffik", "/initiatives", "/initiatives/BE-1",
        })
        {
            var page = await _administrator.Browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(Markup, page.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>x", page.Body, StringComparison.Ordinal);
            if (page.Document().Body!.TextContent.Contains(Markup, StringComparison.Ordinal)) shown.Add(address);
        }

        Assert.Contains(AccountUrls.Organizations, shown);
        Assert.Contains("/edit/site/pituffik", shown);
    }

    [Fact]
    public async Task SecondSave_OfWhatAnotherChanged_ShowsBothAndKeepsWhatWasTyped()
    {
        using var person = await Target.NewPersonAsync($"admin-{Guid.NewGuid():N}", Roles.Administrator);
        var other = new EditingBrowser(Target, person);
        var opened = await _administrator.OpenAsync("/edit/organization/dk-navy");
        await other.SavedAsync(await other.SaveAsync("/edit/organization/dk-navy", ("Name", "Stored by the first")));

        var late = await _administrator.SendAsync(opened, ("Name", "Typed by the second"), ("Note", "Of the second."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var shown = late.Document();
        Assert.Contains("Stored by the first", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Typed by the second", EditingBrowser.Value(shown, "Name"));
        Assert.Equal("Stored by the first", (await StoredAsync("dk-navy"))!.Name);

        await _administrator.SavedAsync(await _administrator.SendAsync(shown, (":keep.Name", "mine")));
        var stored = (await StoredAsync("dk-navy"))!;
        Assert.Equal(("Typed by the second", "Of the second."), (stored.Name, stored.Attribution.Note));
    }

    [Fact]
    public async Task Remove_OfOneThatIsUsed_HasNoButtonAndIsRefused()
    {
        var page = await _administrator.OpenAsync("/edit/organization-remove/dk-fmn");
        Assert.Null(page.QuerySelector(".buttons button"));

        var answer = await _administrator.SendAsync(page);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("It is used by", EditingBrowser.Problems(answer.Document()), StringComparison.Ordinal);
        Assert.NotNull(await StoredAsync("dk-fmn"));
    }

    [Fact]
    public async Task Sources_WithoutAScript_AreFoundChosenAndDropped()
    {
        const string Page = "/edit/organization/dk-fe";
        var before = await _administrator.OpenAsync(Page);

        var found = await _administrator.SendAsync(before, (":find.Sources", "S-FMN"), (":do", "find:Sources"), ("Kind", "Another kind"));
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Contains(
            "S-FMN-EXP",
            found.Document().QuerySelectorAll("#f-Sources .found input[name='f.Sources']").Select(i => i.GetAttribute("value")));
        Assert.Equal("Another kind", EditingBrowser.Value(found.Document(), "Kind"));

        var dropped = await _administrator.SendAsync(
            before, ("Sources", "S-FMN-EXP"), ("Sources", "S-ARTICLE"), (":do", "drop:Sources:S-ARTICLE"));
        Assert.Equal(["S-FMN-EXP"], Chosen(dropped.Document()));

        // The button for a new one was offered for what was written before.
        var coded = (await _administrator.SendAsync(before, (":find.Sources", "s-fmn-exp"), (":do", "new:Sources"))).Document();
        Assert.Contains("S-FMN-EXP", Chosen(coded));
        Assert.DoesNotContain("new", Chosen(coded));

        var open = await _administrator.SendAsync(before, (":find.Sources", "what no source is called"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, open.Status);
        Assert.Contains(
            "nothing of it is chosen", open.Document().QuerySelector("#f-Sources-error")!.TextContent, StringComparison.Ordinal);

        await _administrator.SavedAsync(
            await _administrator.SendAsync(before, ("Sources", null), ("Provenance", "confirmed"), (":find.Sources", "S-FMN-EXP")));
        Assert.Equal(["S-FMN-EXP"], Chosen(await _administrator.OpenAsync(Page)));
        Assert.Equal(HttpStatusCode.OK, (await _administrator.Browser.GetAsync($"{EditUrls.SourcesPath}?q=S-FMN")).Status);
    }

    /// <summary>What people have kept of addresses leads to the forms.</summary>
    [Theory]
    [InlineData("/admin/categories/cybersecurity", "/edit/category/cybersecurity")]
    [InlineData("/admin/organizations/dk-fmn", "/edit/organization/dk-fmn")]
    [InlineData("/admin/sites/karup", "/edit/site/karup")]
    [InlineData("/admin/sites/narsarsuaq?ask=delete", "/edit/site-remove/narsarsuaq")]
    [InlineData("/admin/add/category", "/edit/category/new")]
    [InlineData("/admin/add/organization", "/edit/organization/new")]
    [InlineData("/admin/add/site", "/edit/site/new")]
    public async Task FormerAddress_Asked_LeadsToTheForm(string former, string address)
    {
        using var editor = await Target.NewPersonAsync($"editor-{Guid.NewGuid():N}", Roles.Editor);
        using var visitor = Target.NewBrowser();

        var answer = await _administrator.Browser.GetAsync(former);

        Assert.Equal((HttpStatusCode.Found, address), (answer.Status, _administrator.Path(answer)));
        await _administrator.OpenAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync(former)).Status);
        Assert.Contains(AccountUrls.SignInPath, (await visitor.GetAsync(former)).Location, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Links(IElement row) => [.. row.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)];

    private static IReadOnlyList<string> Ways(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".saved-ways a").Select(a => a.TextContent)];

    private static IEnumerable<string> Chosen(IHtmlDocument page) =>
        page.QuerySelectorAll("[data-picked] input[name='f.Sources']").Select(i => i.GetAttribute("value")!);

    private async Task<Domain.Initiatives.Organization?> StoredAsync(string code)
    {
        await using var db = Target.NewContext();
        return await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, Stop);
    }
}

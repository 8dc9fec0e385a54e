using System.Net;
using AngleSharp.Dom;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>Categories, organizations and sites over HTTP, as an administrator's browser edits them.</summary>
public sealed class ReferencePagesTests(Target target) : IClassFixture<Target>, IAsyncLifetime
{
    private const string Markup = "<script>alert(1)</script>";

    private Browser _administrator = null!;

    public static TheoryData<string, string, string> WrongOrganizations { get; } = new()
    {
        { "Code", "Input.Code", "DK New" },
        { "Code", "Input.Code", "dk-fmn" },
        { "Name", "Input.Name", "" },
        { "Country", "Input.Country", "Denmark" },
        { "Sources", "f.Sources", "S-NO-SUCH" },
        { "Note", "Input.Note", new string('n', 1001) },
    };

    public static TheoryData<string, string, string> WrongSites { get; } = new()
    {
        { "Latitude", "Input.Latitude", "56,3,1" },
        { "Latitude", "Input.Latitude", "1e400" },
        { "Longitude", "Input.Longitude", "NaN" },
        { "Longitude", "Input.Longitude", "181" },
        { "Longitude", "Input.Longitude", "" },
        { "Icao", "Input.Icao", "ekka" },
        { "Territory", "Input.Territory", "INT" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _administrator = await target.NewPersonAsync($"admin-{Guid.NewGuid():N}", Roles.Administrator);

    public ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Organization_AddedChangedAndDeleted_IsThereAsWrittenAndGone()
    {
        var added = await _administrator.SubmitAsync(AccountUrls.AddOrganization, "add", Organization("dk-one", ("f.Sources", "S-FMN-EXP"), ("f.Sources", "S-ARTICLE")));
        var page = AccountUrls.Organization("dk-one");
        Assert.Equal($"{page}?done=added", Location(added));
        var shown = (await _administrator.GetAsync(page)).Document();
        Assert.Equal(["S-ARTICLE", "S-FMN-EXP"], Chosen(shown).Order(StringComparer.Ordinal));
        Assert.Equal("0", Value(shown, "Input.Version"));

        var changed = await _administrator.SubmitAsync(page, "change", Organization(null, ("Input.Version", "0"), ("Input.Abbreviation", "ONE")));
        Assert.Equal($"{page}?done=changed", Location(changed));
        Assert.Contains("Illustrative", (await _administrator.GetAsync(AccountUrls.Organizations)).Document().QuerySelector("tr[data-code=dk-one]")!.TextContent, StringComparison.Ordinal);

        var deleted = await _administrator.SubmitAsync($"{page}?ask=delete", "delete", ("Deletion.Version", "1"));
        Assert.Equal($"{AccountUrls.Organizations}?done=deleted", Location(deleted));
        Assert.Equal(HttpStatusCode.NotFound, (await _administrator.GetAsync(page)).Status);
    }

    [Fact]
    public async Task Category_Added_IsOfferedByTheRegisterAndSaidToBeNotAssessed()
    {
        var added = await _administrator.SubmitAsync(
            AccountUrls.AddCategory, "add", ("Input.Slug", "space"), ("Input.Name", Markup), ("Input.Text", Markup), ("Input.Place", "1"));

        Assert.Equal($"{AccountUrls.Category("space")}?done=added", Location(added));
        Assert.Contains("not assessed", (await _administrator.GetAsync(AccountUrls.Category("space"))).Document().QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { "/initiatives?category=space", "/initiatives?category=space&asOf=2025-06-30", "/", "/focus-areas", "/sources", "/initiatives/BE-1", AccountUrls.Categories, AccountUrls.Category("space") })
        {
            var page = await _administrator.GetAsync(address);
            Assert.True(page.Status == HttpStatusCode.OK, $"{address}: {page.Status}");
            Assert.DoesNotContain(Markup, page.Body, StringComparison.OrdinalIgnoreCase);
        }

        var register = (await _administrator.GetAsync("/initiatives?category=space")).Document();
        Assert.Contains(register.QuerySelectorAll("label"), l => l.TextContent.Contains(Markup, StringComparison.Ordinal));
        Assert.Empty(register.QuerySelectorAll("tr[data-code]"));
    }

    [Fact]
    public async Task Names_WithMarkup_AreTextEverywhere()
    {
        await using (var db = target.NewContext())
        {
            var organization = await db.Organizations.SingleAsync(o => o.Code == "us-dos", Stop);
            organization.Change(Markup, Markup, "<b>x", "US", Markup, organization.Attribution);
            var site = await db.Sites.SingleAsync(s => s.Code == "pituffik", Stop);
            site.Change(Markup, Markup, "GL", null, null, null, site.Attribution);
            await db.SaveRecordsAsync();
        }

        var shown = new List<string>();
        foreach (var address in new[] { AccountUrls.Organizations, AccountUrls.Organization("us-dos"), AccountUrls.Sites, AccountUrls.Site("pituffik"), "/initiatives", "/initiatives/BE-1" })
        {
            var page = await _administrator.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(Markup, page.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>x", page.Body, StringComparison.Ordinal);
            if (page.Document().Body!.TextContent.Contains(Markup, StringComparison.Ordinal)) shown.Add(address);
        }

        Assert.Contains(AccountUrls.Organizations, shown);
        Assert.Contains(AccountUrls.Site("pituffik"), shown);
    }

    [Theory]
    [MemberData(nameof(WrongOrganizations))]
    public async Task Organization_WrittenWrongly_IsRefusedBesideTheFieldAndKeepsWhatWasTyped(string field, string name, string value)
    {
        var answer = await _administrator.SubmitAsync(AccountUrls.AddOrganization, "add", Organization("dk-wrong", (name, value)));

        await AssertRefusedAsync(answer, field, AccountUrls.Organization("dk-wrong"));
        if (field != "Sources") Assert.Equal(value, Value(answer.Document(), name));
        Assert.Equal("A kind that nobody else has", Value(answer.Document(), "Input.Kind"));
    }

    [Theory]
    [MemberData(nameof(WrongSites))]
    public async Task Site_WrittenWrongly_IsRefusedBesideTheFieldAndKeepsWhatWasTyped(string field, string name, string value)
    {
        (string Name, string Value)[] fields =
        [
            ("Input.Code", "wrong"), ("Input.Name", "Wrong"), ("Input.Kind", "port"), ("Input.Territory", "DK"), ("Input.Latitude", "56.3"), ("Input.Longitude", "9.1"), ("Input.Icao", "EKKA"),
        ];
        var answer = await _administrator.SubmitAsync(AccountUrls.AddSite, "add", [.. fields.Where(f => f.Name != name), (name, value)]);

        await AssertRefusedAsync(answer, field, AccountUrls.Site("wrong"));
        Assert.Equal(value, Value(answer.Document(), name));
    }

    [Fact]
    public async Task SecondSave_OfTheSameVersion_SaysSoShowsWhatIsStoredAndKeepsWhatWasTyped()
    {
        var page = AccountUrls.Organization("dk-navy");
        using var other = await target.NewPersonAsync($"admin-{Guid.NewGuid():N}", Roles.Administrator);
        var version = Value((await _administrator.GetAsync(page)).Document(), "Input.Version")!;
        Assert.NotNull((await other.SubmitAsync(page, "change", Organization(null, ("Input.Version", version), ("Input.Name", "Stored by the first")))).Location);

        var late = await _administrator.SubmitAsync(
            page, "change", Organization(null, ("Input.Version", version), ("Input.Name", "Typed by the second"), ("f.Sources", "S-ARTICLE")));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var shown = late.Document();
        Assert.Contains("Somebody else changed this record", shown.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Stored by the first", shown.QuerySelector("[aria-labelledby=stored-now]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Typed by the second", Value(shown, "Input.Name"));
        Assert.Equal(["S-ARTICLE"], Chosen(shown));
        Assert.Equal("Stored by the first", (await StoredAsync("dk-navy"))!.Name);

        var again = await _administrator.SubmitAsync(
            page, "change", Organization(null, ("Input.Version", Value(shown, "Input.Version")!), ("Input.Name", "Typed by the second")));

        Assert.Equal($"{page}?done=changed", Location(again));
        Assert.Equal("Typed by the second", (await StoredAsync("dk-navy"))!.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public async Task Save_OfNoVersion_IsAConflict(string version)
    {
        var answer = await _administrator.SubmitAsync(AccountUrls.Organization("dk-hjv"), "change", Organization(null, ("Input.Version", version)));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Danish Home Guard", (await StoredAsync("dk-hjv"))!.Name);
    }

    [Fact]
    public async Task Delete_OfOneThatIsUsed_IsNotOfferedAndRefused()
    {
        var page = AccountUrls.Organization("dk-fmn");
        Assert.Null((await _administrator.GetAsync($"{page}?ask=delete")).Document().QuerySelector("[name='Deletion.Version']"));

        var answer = await _administrator.SubmitAsync(page, "delete", ("Deletion.Version", "0"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("It is used by", answer.Document().QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await StoredAsync("dk-fmn"));
    }

    [Fact]
    public async Task Sources_WithoutAScript_AreFoundChosenAndDropped()
    {
        var page = AccountUrls.Organization("dk-fe");
        var before = (await _administrator.GetAsync(page)).Document();
        var version = Value(before, "Input.Version")!;
        Assert.Null(before.QuerySelector("#Sources input[type=checkbox]"));

        var found = await _administrator.SubmitAsync(page, "change", Organization(null, ("Input.Version", version), ("find.Sources", "S-FMN"), ("do", "find:Sources")));

        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Contains("S-FMN-EXP", found.Document().QuerySelectorAll("#Sources .found input[name='f.Sources']").Select(i => i.GetAttribute("value")));
        Assert.Equal("A kind that nobody else has", Value(found.Document(), "Input.Kind"));
        var dropped = await _administrator.SubmitAsync(page, "change", Organization(null, ("Input.Version", version), ("f.Sources", "S-FMN-EXP"), ("f.Sources", "S-ARTICLE"), ("do", "drop:Sources:S-ARTICLE")));
        Assert.Equal(["S-FMN-EXP"], Chosen(dropped.Document()));
        Assert.Equal(version, Value((await _administrator.GetAsync(page)).Document(), "Input.Version"));

        var open = await _administrator.SubmitAsync(page, "change", Organization(null, ("Input.Version", version), ("find.Sources", "what no source is called")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, open.Status);
        Assert.Contains("nothing of it is chosen", open.Document().QuerySelector("#Sources-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("what no source is called", Value(open.Document(), "find.Sources"));

        var saved = await _administrator.SubmitAsync(page, "change", Organization(null, ("Input.Version", version), ("find.Sources", "S-FMN-EXP")));
        Assert.Equal($"{page}?done=changed", Location(saved));
        Assert.Equal(["S-FMN-EXP"], Chosen((await _administrator.GetAsync(page)).Document()));
    }

    /// <summary>Below a number or date stands what is understood of it.</summary>
    [Fact]
    public async Task Numbers_OfEveryForm_SayBelowWhatIsUnderstood()
    {
        foreach (var (path, form, field, typed, words) in new[]
        {
            (AccountUrls.AddSite, "add", "Latitude", "56,2975", "56.2975 °"), (AccountUrls.AddSite, "add", "Longitude", "9,1", "9.1 °"), (AccountUrls.AddCategory, "add", "Place", "1 000", "1\u202F000"),
        })
        {
            var line = (await _administrator.SubmitAsync(path, form, ($"Input.{field}", typed))).Document();
            var box = line.GetElementById(field)!;

            Assert.NotNull(box.GetAttribute("data-reads"));
            Assert.Contains($"{field}-echo", box.GetAttribute("aria-describedby")!.Split(' '));
            Assert.Equal(words, line.GetElementById($"{field}-echo")!.TextContent);
        }
    }

    [Fact]
    public async Task Forms_SentByAnEditor_ChangeNothing()
    {
        using var editor = await target.NewPersonAsync($"editor-{Guid.NewGuid():N}", Roles.Editor | Roles.Manager);
        var token = (await editor.GetAsync(AccountUrls.Profile)).Token();
        foreach (var (path, form) in new[] { (AccountUrls.AddOrganization, "add"), (AccountUrls.Organization("dk-bii"), "change"), (AccountUrls.Organization("us-eucom"), "delete"), (AccountUrls.AddCategory, "add"), (AccountUrls.AddSite, "add") })
        {
            var answer = await editor.PostAsync(path, [("_handler", form), (Browser.TokenField, token), ("Deletion.Version", "0"), .. Organization("dk-editor", ("Input.Version", "0"))]);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        }

        Assert.Null(await StoredAsync("dk-editor"));
        Assert.Equal("foundation", (await StoredAsync("dk-bii"))!.Kind);
        Assert.NotNull(await StoredAsync("us-eucom"));
    }

    /// <summary>What a browser sends of an organization: the given fields in place of the usual ones.</summary>
    private static (string Name, string Value)[] Organization(string? code, params (string Name, string Value)[] given)
    {
        (string Name, string Value)[] usual =
        [
            ("Input.Code", code ?? ""), ("Input.Name", "One organization"), ("Input.LocalName", ""), ("Input.Abbreviation", ""), ("Input.Country", "DK"),
            ("Input.Kind", "A kind that nobody else has"), ("Input.Note", ""),
        ];
        return [.. usual.Where(u => given.All(g => g.Name != u.Name)), .. given];
    }

    private static IEnumerable<string> Chosen(IDocument page) => page.QuerySelectorAll("[data-picked] input[name='f.Sources']").Select(i => i.GetAttribute("value")!);

    private static string? Value(IDocument page, string name) => page.QuerySelector($"main [name='{name}']") switch
    {
        { LocalName: "textarea" } area => area.TextContent,
        var input => input?.GetAttribute("value"),
    };

    private string Location(Answer answer) => new Uri(target.Address, answer.Location).PathAndQuery;

    private async Task AssertRefusedAsync(Answer answer, string field, string page)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var link = answer.Document().QuerySelector("[role=alert] a")!;
        Assert.EndsWith($"#{field}", link.GetAttribute("href"), StringComparison.Ordinal);
        var label = answer.Document().QuerySelector($"label[for={field}], #{field} > legend")!.FirstChild!.TextContent.Trim();
        Assert.Contains(label, link.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(answer.Document().GetElementById(field));
        Assert.Matches(": |^Enter the ", answer.Document().QuerySelector($"#{field}-error")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await _administrator.GetAsync(page)).Status);
    }

    private async Task<Domain.Initiatives.Organization?> StoredAsync(string code)
    {
        await using var db = target.NewContext();
        return await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, Stop);
    }
}

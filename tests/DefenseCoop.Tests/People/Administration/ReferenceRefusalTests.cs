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

/// <summary>What is written wrongly of categories, organizations and sites, or by who may not, over HTTP.</summary>
public sealed class ReferenceRefusalTests(LiveProduct target) : VisitTests(target)
{
    private static readonly (string Field, string? Value)[] Organization =
        [("Name", "One organization"), ("Country", "DK"), ("Kind", "A kind that nobody else has"), ("Provenance", "illustrative")];

    private static readonly (string Field, string? Value)[] Site =
    [
        ("ShortName", "wrong"), ("Name", "Wrong"), ("Kind", "port"), ("Territory", "DK"),
        ("Latitude", "56.3"), ("Longitude", "9.1"), ("Icao", "EKKA"), ("Provenance", "illustrative"),
    ];

    private EditingBrowser _administrator = null!;

    public static TheoryData<string, string> WrongOrganizations { get; } = new()
    {
        { "ShortName", "DK New" },
        { "ShortName", "dk-fmn" },
        { "Name", "" },
        { "Country", "Denmark" },
        { "Sources", "S-NO-SUCH" },
        { "Note", new string('n', 1001) },
    };

    public static TheoryData<string, string, string> WrongSites { get; } = new()
    {
        { "Latitude", "Latitude", "56,3,1" },
        { "Latitude", "Latitude", "1e400" },
        { "Longitude", "Longitude", "NaN" },
        { "Longitude", "Longitude", "181" },
        { "Longitude", "Longitude", "" },
        { "Icao", "Icao", "ekka" },
        { "Territory", "Territory", "INT" },
    };

    public override async ValueTask InitializeAsync() => _administrator = await EditAsync(Roles.Administrator, "admin");

    [Theory]
    [MemberData(nameof(WrongOrganizations))]
    public async Task Organization_WrittenWrongly_IsRefusedBesideTheFieldAndKeepsWhatWasTyped(string field, string value)
    {
        var answer = await _administrator.SaveAsync(
            "/edit/organization/new", With([.. Organization, ("ShortName", "dk-wrong")], (field, value)));

        AssertRefused(answer, field);
        if (field != "Sources") Assert.Equal(value, EditingBrowser.Value(answer.Document(), field));
        Assert.Equal("A kind that nobody else has", EditingBrowser.Value(answer.Document(), "Kind"));
        Assert.Null(await StoredAsync("dk-wrong"));
    }

    [Theory]
    [MemberData(nameof(WrongSites))]
    public async Task Site_WrittenWrongly_IsRefusedBesideTheFieldAndKeepsWhatWasTyped(string field, string name, string value)
    {
        var answer = await _administrator.SaveAsync("/edit/site/new", With(Site, (name, value)));

        AssertRefused(answer, field);
        Assert.Equal(value, EditingBrowser.Value(answer.Document(), name));
    }

    /// <summary>Below a number or date stands what is understood of it.</summary>
    [Theory]
    [InlineData("site", "Latitude", "56,2975", "56.2975 °")]
    [InlineData("site", "Longitude", "9,1", "9.1 °")]
    [InlineData("category", "Place", "1 000", "1\u202F000")]
    public async Task Numbers_OfEveryForm_SayBelowWhatIsUnderstood(string form, string field, string typed, string words)
    {
        var page = (await _administrator.PreviewAsync(await _administrator.OpenAsync($"/edit/{form}/new"), (field, typed))).Document();
        var box = page.GetElementById($"f-{field}")!;

        Assert.NotNull(box.GetAttribute("data-reads"));
        Assert.Contains($"f-{field}-echo", box.GetAttribute("aria-describedby")!.Split(' '));
        if (page.GetElementById($"f-{field}-error") is null) Assert.Equal(words, page.GetElementById($"f-{field}-echo")!.TextContent);
    }

    [Fact]
    public async Task Forms_SentByAnEditor_ChangeNothing()
    {
        using var editor = await Target.NewPersonAsync($"editor-{Guid.NewGuid():N}", Roles.Editor | Roles.Manager);
        var token = (await editor.GetAsync(AccountUrls.Profile)).Token();
        foreach (var (form, code) in new[]
        {
            ("organization", ""), ("organization", "dk-bii"), ("organization-remove", "us-eucom"), ("category", ""), ("site", ""),
        })
        {
            (string, string)[] fields =
            [
                ("_handler", "edit"), (Browser.TokenField, token), ("Form", form), ("Code", code), ("Base", "1"),
                ("f.ShortName", "dk-editor"), .. Organization.Select(f => ($"f.{f.Field}", f.Value!)),
            ];
            foreach (var path in new[] { $"/edit/{form}/{(code.Length == 0 ? "new" : code)}", EditUrls.DraftPath, EditUrls.PreviewPath })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync(path, fields)).Status);
            }
        }

        Assert.Null(await StoredAsync("dk-editor"));
        Assert.Equal("foundation", (await StoredAsync("dk-bii"))!.Kind);
        Assert.NotNull(await StoredAsync("us-eucom"));
    }

    /// <summary>The given fields in place of the usual ones.</summary>
    private static (string Field, string? Value)[] With(
        (string Field, string? Value)[] usual, params (string Field, string? Value)[] given) =>
        [.. usual.Where(u => given.All(g => g.Field != u.Field)), .. given];

    private static void AssertRefused(Answer answer, string field)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var page = answer.Document();
        var link = page.QuerySelector("[role=alert] a")!;
        Assert.EndsWith($"#f-{field}", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById($"f-{field}"));
        Assert.NotEmpty(page.GetElementById($"f-{field}-error")!.TextContent);
    }

    private async Task<Domain.Initiatives.Organization?> StoredAsync(string code)
    {
        await using var db = Target.NewContext();
        return await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, Stop);
    }
}

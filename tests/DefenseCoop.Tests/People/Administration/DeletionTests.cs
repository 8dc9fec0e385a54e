using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>What cannot be brought back is asked about before it is deleted.</summary>
public sealed class DeletionTests(Target target) : IClassFixture<Target>
{
    /// <summary>The first click asks; what it would do is said before it is done.</summary>
    [Theory]
    [InlineData("category", "A name")]
    [InlineData("organization", "A name")]
    [InlineData("site", "A name")]
    public async Task Delete_OfAnyKind_AsksFirstNamingWhatItDoes(string kind, string name)
    {
        using var administrator = await target.NewPersonAsync($"admin-{Guid.NewGuid():N}", Roles.Administrator);
        var code = $"gone-{kind}";
        var (add, url, list, fields) = kind switch
        {
            "category" =>
                (AccountUrls.AddCategory, AccountUrls.Category(code), AccountUrls.Categories,
                 new[] { ("Input.Slug", code), ("Input.Text", "A text"), ("Input.Place", "1") }),
            "organization" =>
                (AccountUrls.AddOrganization, AccountUrls.Organization(code), AccountUrls.Organizations,
                 [("Input.Code", code), ("Input.Country", "DK"), ("Input.Kind", "agency")]),
            _ =>
                (AccountUrls.AddSite, AccountUrls.Site(code), AccountUrls.Sites,
                 [("Input.Code", code), ("Input.Territory", "DK"), ("Input.Kind", "port")]),
        };
        Assert.Equal($"{url}?done=added", Location(await administrator.SubmitAsync(add, "add", [("Input.Name", name), .. fields])));
        var plain = (await administrator.GetAsync(url)).Document();
        Assert.Null(plain.QuerySelector("[name='Deletion.Version']"));

        var question = (await administrator.GetAsync(plain.QuerySelectorAll("main a.button")
            .Single(a => a.TextContent.StartsWith("Delete", StringComparison.Ordinal))
            .GetAttribute("href")!)).Document();

        Assert.Equal($"Delete the {kind} “{name}”?", question.QuerySelector(".question h2")!.TextContent);
        Assert.Contains("cannot be brought back", question.QuerySelector(".question")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(url, question.QuerySelector(".question a.button")!.GetAttribute("href"));
        var deleted = await administrator.SubmitAsync(
            $"{url}?ask=delete",
            "delete",
            ("Deletion.Version", question.QuerySelector("[name='Deletion.Version']")!.GetAttribute("value")!));
        Assert.Equal($"{list}?done=deleted", Location(deleted));
    }

    private string Location(Answer answer) => new Uri(target.Address, answer.Location).PathAndQuery;
}

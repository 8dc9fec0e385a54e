using System.Net;
using System.Text.Json;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>The changes for programs: the same answers as the page, and errors that name what is wrong.</summary>
public sealed class ChangesApiTests(ChangedSite site) : IClassFixture<ChangedSite>
{
    private const string Address = "/api/v1/changes";

    [Theory]
    [MemberData(nameof(ChangesPageTests.Questions), MemberType = typeof(ChangesPageTests))]
    public async Task Changes_Question_GivesTheChangesOfThePage(string query, long[] expected)
    {
        var answer = await site.Visitor.GetAsync($"{Address}?{query}");

        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (answer.Status, answer.Headers["Content-Type"]));
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(expected, json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt64()));
        Assert.Equal((expected.Length, 1, 50), (Number(json, "total"), Number(json, "page"), Number(json, "size")));
    }

    [Theory]
    [MemberData(nameof(ChangesPageTests.Unusable), MemberType = typeof(ChangesPageTests))]
    [InlineData("size", "size=0")]
    [InlineData("size", "size=201")]
    [InlineData("size", "size=all")]
    [InlineData("asOf", "asOf=tomorrow")]
    public async Task Changes_WhatCannotBeUsed_IsAnErrorThatNamesIt(string name, string query)
    {
        if (query == "page=999") return;

        var answer = await site.Visitor.GetAsync($"{Address}?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.Headers["Content-Type"]));
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(400, Number(json, "status"));
        var error = Assert.Single(json.RootElement.GetProperty("errors").EnumerateObject());
        Assert.Equal(name, error.Name);
        Assert.All(error.Value.EnumerateArray(), m => Assert.EndsWith(".", m.GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_SeveralErrors_AreAllNamed()
    {
        var answer = await site.Visitor.GetAsync($"{Address}?kind=Ship&page=x&nonsense=1&from=2026");

        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(
            ["from", "kind", "nonsense", "page"],
            json.RootElement.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Changes_Item_HasEverythingInPlainForms()
    {
        using var json = JsonDocument.Parse((await site.Visitor.GetAsync($"{Address}?day=2026-11-24")).Body);

        var item = json.RootElement.GetProperty("items")[0];
        Assert.Equal("2026-11-24T12:00:00Z", item.GetProperty("at").GetString());
        Assert.Equal(
            (site.EvasAccount, "Eva", ChangedSite.Why),
            (item.GetProperty("accountId").GetInt32(), item.GetProperty("person").GetString(), item.GetProperty("why").GetString()));
        Assert.Equal(
            (site.Changes[1].Hash, site.Changes[0].Hash),
            (item.GetProperty("hash").GetString(), item.GetProperty("previousHash").GetString()));
        Assert.Equal("/changes/2", item.GetProperty("url").GetString());
        var record = item.GetProperty("records")[0];
        Assert.Equal(
            ("Milestone", "BE-1-M1", "BE-1", "base-expansion", "Changed"),
            (Text(record, "kind"), Text(record, "code"), Text(record, "initiativeCode"),
             Text(record, "categorySlug"), Text(record, "action")));
        Assert.Equal(ChangedSite.Html, Text(record, "title"));
        Assert.Equal(1, item.GetProperty("recordCount").GetInt32());
    }

    [Fact]
    public async Task Changes_ChangeOfManyRecords_IsCountedAndNotListed()
    {
        using var json = JsonDocument.Parse((await site.Visitor.GetAsync($"{Address}?to=2026-11-23")).Body);

        var item = json.RootElement.GetProperty("items")[0];
        Assert.Equal(25, item.GetProperty("records").GetArrayLength());
        Assert.Equal(
            item.GetProperty("recordCount").GetInt32(),
            item.GetProperty("counts").EnumerateArray().Sum(c => c.GetProperty("count").GetInt32()));
        Assert.True(item.GetProperty("recordCount").GetInt32() > 500);
    }

    [Fact]
    public async Task Changes_Pages_HoldEverythingOnceAndEnd()
    {
        List<long> ids = [];
        for (var page = 1; page < 10; page++)
        {
            using var json = JsonDocument.Parse((await site.Visitor.GetAsync($"{Address}?size=3&page={page}")).Body);
            Assert.Equal((7, page, 3), (Number(json, "total"), Number(json, "page"), Number(json, "size")));
            ids.AddRange(json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt64()));
        }

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], ids);
    }

    [Theory]
    [InlineData(Address)]
    [InlineData("/feeds/changes.atom")]
    public async Task Programs_WhereNobodyReadsAnonymously_AreAskedToSignInByTheStatus(string address)
    {
        await using var closed = new LiveProduct { AnonymousRead = false };
        using var visitor = closed.NewBrowser();
        using var nobody = await closed.NewPersonAsync("nobody", Roles.None);
        using var reader = await closed.NewPersonAsync("reader", Roles.Reader);

        var answer = await visitor.GetAsync(address);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.Null(answer.Location);
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(401, Number(json, "status"));
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), await StatusAsync(nobody));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address)).Status);

        async Task<(HttpStatusCode, string)> StatusAsync(Browser browser)
        {
            var refused = await browser.GetAsync(address);
            return (refused.Status, refused.Headers["Content-Type"]);
        }
    }

    [Theory]
    [InlineData("GET", "/api/v1/no-such", HttpStatusCode.NotFound)]
    [InlineData("GET", "/feeds/no-such.atom", HttpStatusCode.NotFound)]
    [InlineData("DELETE", Address, HttpStatusCode.NotFound)]
    public async Task Programs_WhatIsNotThere_IsToldInProblemDetails(string method, string address, HttpStatusCode expected)
    {
        var answer = await site.Visitor.SendAsync(new HttpMethod(method), address, null, ("Origin", site.Visitor.Origin));

        Assert.Equal((expected, "application/problem+json"), (answer.Status, answer.Headers["Content-Type"]));
    }

    private static int Number(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetInt32();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

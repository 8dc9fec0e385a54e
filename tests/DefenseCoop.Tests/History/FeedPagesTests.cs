using System.Globalization;
using System.Net;
using System.Xml.Linq;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Editing;
using DefenseCoop.Web.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>A feed of more changes than an answer holds, read by readers that come by different ways.</summary>
public sealed class FeedPagesTests : IAsyncLifetime
{
    private const string Address = "/feeds/changes.atom";
    private const int Many = 237;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly LiveProduct _target = new() { Settings = { ["Proxy:Addresses"] = "127.0.0.1", ["AllowedHosts"] = "*" } };
    private Browser _reader = null!;
    private Browser _editor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _reader = _target.NewBrowser();
        _editor = await _target.NewPersonAsync("Ole", Roles.Administrator);
        await using var db = _target.NewContext();
        var last = await db.ChangeSets.MaxAsync(c => c.Id, Stop);
        var at = await db.ChangeSets.MaxAsync(c => c.At, Stop);

        // Written past the history, as no chain is walked here: what is read is what counts.
        for (var i = 1; i <= Many; i++)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO ChangeSets (Id, At, AccountId, Person, Why, Request, PreviousHash, Hash)
                SELECT {last + i}, {at.AddMilliseconds(i)}, AccountId, Person, Why, Request, PreviousHash, lower(hex(randomblob(32)))
                FROM ChangeSets WHERE Id = {last}
                """,
                Stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _editor.Dispose();
        await _target.DisposeAsync();
    }

    [Fact]
    public async Task Feed_FollowedToItsEnd_HasEachChangeOnceHoweverManyAreAddedMeanwhile()
    {
        await using var db = _target.NewContext();
        var before = await db.ChangeSets.OrderByDescending(c => c.Id).Select(c => c.Id).ToListAsync(Stop);
        var read = new List<long>();
        var pages = 0;

        for (string? next = Address; next is not null; pages++)
        {
            var feed = XElement.Parse((await _reader.GetAsync(next)).Body);
            read.AddRange(
                feed.Elements(Atom + "entry")
                    .Select(e => long.Parse(e.Element(Atom + "id")!.Value.Split(':')[^1], CultureInfo.InvariantCulture)));
            next = LinkOf(feed, "next");
            await ChangeAsync($"Added while page {pages} was read");
        }

        Assert.Equal(before, read);
        Assert.Equal((before.Count + 99) / 100, pages);
    }

    [Fact]
    public async Task Next_OfAFilteredFeed_KeepsTheFilterAndEnds()
    {
        var feed = XElement.Parse((await _reader.GetAsync($"{Address}?to=2026-12-31&person=nobody")).Body);
        var all = XElement.Parse((await _reader.GetAsync($"{Address}?to=2026-12-31&from=2020-01-01")).Body);

        Assert.Null(LinkOf(feed, "next"));
        Assert.Contains("to=2026-12-31", LinkOf(all, "next"), StringComparison.Ordinal);
        Assert.Contains("from=2020-01-01", LinkOf(all, "next"), StringComparison.Ordinal);
        Assert.Contains("before=", LinkOf(all, "next"), StringComparison.Ordinal);
    }

    /// <summary>By another name, beneath a path, with the question in another order: the same feed with the same entries.</summary>
    [Fact]
    public async Task Identity_OfFeedAndEntries_IsTheSameByWhateverAddressTheyAreRead()
    {
        const string first = $"{Address}?kind=Milestone&action=Created&from=2020-01-01";
        const string other = $"{Address}?from=2020-01-01&action=Created&kind=Milestone";
        var plain = XElement.Parse((await _reader.GetAsync(first)).Body);
        foreach (var (address, headers) in new (string, (string, string)[])[]
        {
            (other, []),
            (first, [("X-Forwarded-Host", "tracker.example.org"), ("X-Forwarded-Proto", "https")]),
            (other, [("X-Forwarded-Prefix", "/tracker")]),
            ("/tracker" + first, [("X-Forwarded-Prefix", "/tracker"), ("X-Forwarded-Host", "10.0.0.5:8080")]),
        })
        {
            var feed = XElement.Parse((await _reader.GetAsync(address, headers)).Body);
            Assert.Equal(plain.Descendants(Atom + "id").Select(i => i.Value), feed.Descendants(Atom + "id").Select(i => i.Value));
        }

        var beneath = XElement.Parse((await _reader.GetAsync(first, ("X-Forwarded-Prefix", "/tracker"))).Body);
        Assert.All(
            beneath.Descendants(Atom + "link"), l => Assert.Contains("/tracker/", l.Attribute("href")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validators_AreStrong_AndChangeWithTheBytesOnly()
    {
        var first = await _reader.GetAsync(Address);
        var same = await _reader.GetAsync(Address);
        var elsewhere = await _reader.GetAsync(Address, ("X-Forwarded-Prefix", "/tracker"));
        await ChangeAsync("Something new");
        var later = await _reader.GetAsync(
            Address,
            ("If-None-Match", first.Headers["ETag"]),
            ("If-Modified-Since", first.Headers.GetValueOrDefault("Last-Modified", "Mon, 01 Jan 2001 00:00:00 GMT")));
        var unchanged = await _reader.GetAsync(Address, ("If-None-Match", later.Headers["ETag"]));
        var byAny = await _reader.GetAsync(Address, ("If-None-Match", $"\"x\", {later.Headers["ETag"]}"));

        Assert.Matches("^\"[0-9a-f]{32}\"$", first.Headers["ETag"]);
        Assert.Equal(first.Headers["ETag"], same.Headers["ETag"]);
        Assert.NotEqual(first.Headers["ETag"], elsewhere.Headers["ETag"]);
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.NotEqual(first.Headers["ETag"], later.Headers["ETag"]);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotModified), (unchanged.Status, byAny.Status));

        // The clock stands: what was recorded within this very second has no date that could tell it from what comes next.
        Assert.DoesNotContain("Last-Modified", later.Headers.Keys);
    }

    private async Task ChangeAsync(string name) => Assert.Equal(
        HttpStatusCode.Found,
        (await new EditingBrowser(_target, _editor).SaveAsync("/edit/organization/dk-fmn", ("LocalName", name))).Status);

    private static string? LinkOf(XElement feed, string rel) =>
        feed.Elements(Atom + "link").SingleOrDefault(l => l.Attribute("rel")!.Value == rel)?.Attribute("href")!.Value;
}

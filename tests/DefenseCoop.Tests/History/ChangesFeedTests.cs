using System.Net;
using System.Xml;
using System.Xml.Linq;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>The feed is Atom 1.0 as readers insist on it, whatever people write.</summary>
public sealed class ChangesFeedTests(ChangedSite site) : IClassFixture<ChangedSite>
{
    private const string Address = "/feeds/changes.atom";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Feed_Asked_HasWhatTheStandardRequires()
    {
        var feed = await ReadAsync(Address);

        Assert.Equal(Atom + "feed", feed.Name);
        AssertOnce(feed, "id", "title", "updated");
        Assert.Matches("^tag:defensecoop,2026:[0-9a-f]{32}:changes$", feed.Element(Atom + "id")!.Value);
        Assert.Equal(
            site.Changes[^1].At, XmlConvert.ToDateTimeOffset(feed.Element(Atom + "updated")!.Value).UtcDateTime, TimeSpan.FromSeconds(1));
        AssertLink(feed, "self", new Uri(site.Address, Address));
        AssertLink(feed, "alternate", new Uri(site.Address, "/changes"));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(site.Changes.Reverse().Select(c => c.Id), entries.Select(NumberOf));
        Assert.All(entries, entry =>
        {
            AssertOnce(entry, "id", "title", "updated", "summary", "author");
            Assert.NotEmpty(entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
            Assert.NotEmpty(entry.Elements(Atom + "category"));
            AssertLink(entry, "alternate", new Uri(site.Address, $"/changes/{NumberOf(entry)}"));
        });
    }

    [Fact]
    public async Task Feed_Entry_SaysWhatWasDoneByWhomAndWhy()
    {
        var entry = (await ReadAsync($"{Address}?day=2026-11-24")).Elements(Atom + "entry").Single();

        Assert.Equal($"Milestone BE-1-M1 changed: {ChangedSite.Html}", entry.Element(Atom + "title")!.Value);
        Assert.Equal("text", entry.Element(Atom + "title")!.Attribute("type")?.Value ?? "text");
        Assert.Contains($"Why: {ChangedSite.Why}", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Equal("Eva", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(["Milestone", "base-expansion"], entry.Elements(Atom + "category").Select(c => c.Attribute("term")!.Value));
    }

    [Fact]
    public async Task Feed_WordsThatNoXmlMayHold_AreLeftOut()
    {
        var entry = (await ReadAsync($"{Address}?kind=Note&action=Changed")).Elements(Atom + "entry").Single();

        Assert.Equal("Odd  and \ud83d\ude80", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.EndsWith("Odd  and \ud83d\ude80", entry.Element(Atom + "title")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ChangesPageTests.Questions), MemberType = typeof(ChangesPageTests))]
    public async Task Feed_Question_HasTheChangesOfThePage(string query, long[] expected)
    {
        var feed = await ReadAsync($"{Address}?{query}");

        Assert.Equal(expected, feed.Elements(Atom + "entry").Select(NumberOf));
        AssertOnce(feed, "id", "title", "updated");
    }

    [Theory]
    [InlineData("kind=Ship")]
    [InlineData("page=2")]
    [InlineData("before=0")]
    [InlineData("before=x")]
    [InlineData("from=x")]
    public async Task Feed_WhatCannotBeUsed_IsAnError(string query)
    {
        var answer = await site.Visitor.GetAsync($"{Address}?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.Headers["Content-Type"]));
    }

    [Fact]
    public async Task Feed_AskedAgain_IsNotSentTwice()
    {
        // Of a day that is past by the clock of the machine, too: dates in the future are not looked at.
        const string past = $"{Address}?to=2026-11-23";
        var first = await site.Visitor.GetAsync(past);
        var (tag, date) = (first.Headers["ETag"], first.Headers["Last-Modified"]);

        var byTag = await site.Visitor.GetAsync(past, ("If-None-Match", tag));
        var byDate = await site.Visitor.GetAsync(past, ("If-Modified-Since", date));
        var other = await site.Visitor.GetAsync($"{Address}?kind=Milestone", ("If-None-Match", tag));
        var older = await site.Visitor.GetAsync(Address, ("If-Modified-Since", date));

        Assert.Equal("application/atom+xml; charset=utf-8", first.Headers["Content-Type"]);
        Assert.Equal((HttpStatusCode.NotModified, ""), (byTag.Status, byTag.Body));
        Assert.Equal(tag, byTag.Headers["ETag"]);
        Assert.Equal((HttpStatusCode.NotModified, ""), (byDate.Status, byDate.Body));
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.NotEqual(tag, other.Headers["ETag"]);
        Assert.Equal(HttpStatusCode.OK, older.Status);
    }

    private async Task<XElement> ReadAsync(string address)
    {
        var answer = await site.Visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        using var reader = XmlReader.Create(
            new StringReader(answer.Body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XElement.Load(reader);
    }

    private static long NumberOf(XElement entry) =>
        long.Parse(entry.Element(Atom + "id")!.Value.Split(":change:")[1], System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertOnce(XElement parent, params string[] names) =>
        Assert.All(names, name => Assert.NotEmpty(Assert.Single(parent.Elements(Atom + name)).Value));

    private static void AssertLink(XElement parent, string rel, Uri expected) =>
        Assert.Equal(
            expected.AbsoluteUri,
            Assert.Single(parent.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == rel).Attribute("href")!.Value);
}

using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Status;
using DefenseCoop.Web.History;
using DefenseCoop.Web.History.Changes;
using DefenseCoop.Web.Shared;
using Microsoft.Net.Http.Headers;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Api;

/// <summary><c>GET /feeds/changes.atom</c>: the newest changes, filtered like the page, as Atom 1.0 (RFC 4287).</summary>
internal static class ChangesFeed
{
    private const int Entries = 100;

    /// <summary>How many records of a change an entry names.</summary>
    private const int FirstRecords = 10;

    /// <summary>Counted up whenever the same changes are written otherwise.</summary>
    private const string Form = "1";

    public static async Task<IResult> AnswerAsync(
        HttpContext http, ChangeQueries changes, RegisterQueries register, FindingsKeeper keeper, CancellationToken ct)
    {
        var asked = new ApiQuery(http.Request, keeper);
        var query = ChangeParameters.Read(asked.Values, (await register.VocabularyAsync(ct)).Categories) with { Page = 1, Size = Entries, KnownAt = asked.Day.KnownAt };
        if (asked.Refusal(ChangeParameters.Filters) is { } refusal) return refusal;
        var list = await changes.ListAsync(query, ct, FirstRecords);
        var root = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        var self = $"{root}{http.Request.Path}{http.Request.QueryString}";

        // Changes stay as they are, so the newest one tells which there are; links depend on where the reader is.
        var newest = list.Rows.Count > 0 ? list.Rows[0].Head : null;
        var updated = new DateTimeOffset(newest?.At ?? DateTime.UnixEpoch);
        var tag = SHA256.HashData(Encoding.UTF8.GetBytes($"{Form} {self} {newest?.Hash} {newest?.Id}"));
        return HttpResults.File(
            Write(Feed(list, query, root, self, updated)),
            "application/atom+xml; charset=utf-8",
            lastModified: updated,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(tag)[..32]}\""));
    }

    private static SyndicationFeed Feed(ChangeList list, ChangeQuery query, string root, string self, DateTimeOffset updated)
    {
        var feed = new SyndicationFeed([.. list.Rows.Select(row => Entry(row, root))])
        {
            Id = self,
            Title = new TextSyndicationContent("Changes – DefenseCoop"),
            Description = new TextSyndicationContent("What was recorded, changed or removed: by whom, when and why."),
            LastUpdatedTime = updated,
            Language = "en",
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(self), "application/atom+xml"));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(root + ChangeUrls.Changes(query, default)), "text/html"));
        return feed;
    }

    private static SyndicationItem Entry(ChangeRow row, string root)
    {
        var url = new Uri(root + ChangeUrls.Change(row.Head.Id, default));
        var entry = new SyndicationItem
        {
            Id = url.AbsoluteUri,
            Title = Text(ChangeWords.Title(row)),
            Summary = Text(Summary(row)),
            PublishDate = row.Head.At,
            LastUpdatedTime = row.Head.At,
        };
        entry.Authors.Add(new SyndicationPerson { Name = Clean(row.Head.Person) });
        entry.Links.Add(SyndicationLink.CreateAlternateLink(url, "text/html"));
        foreach (var kind in row.Counts.Select(c => c.Kind).Distinct()) entry.Categories.Add(new SyndicationCategory(kind.ToString()));
        foreach (var slug in row.Records.Select(r => r.CategorySlug).OfType<string>().Distinct()) entry.Categories.Add(new SyndicationCategory(Clean(slug)));
        return entry;
    }

    private static string Summary(ChangeRow row)
    {
        var text = new StringBuilder();
        foreach (var record in row.Records) text.Append(ChangeWords.Of(record)).Append('\n');
        if (row.RecordCount > row.Records.Count) text.Append(row.Records.Count > 0 ? "In all " : "").Append(ChangeWords.Counts(row)).Append('\n');
        return text.Append(CultureInfo.InvariantCulture, $"Why: {row.Head.Why ?? "no reason given"}").ToString();
    }

    private static TextSyndicationContent Text(string text) => new(Clean(text), TextSyndicationContentKind.Plaintext);

    /// <summary>Without what no XML may hold, such as control characters and halves of characters.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))) clean.Append(rune.ToString());
        }

        return clean.Length > 0 ? clean.ToString() : "–";
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            feed.GetAtom10Formatter().WriteTo(xml);
        }

        return bytes.ToArray();
    }
}

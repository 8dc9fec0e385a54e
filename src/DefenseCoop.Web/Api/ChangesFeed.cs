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
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Api;

/// <summary>
/// <c>GET /feeds/changes.atom</c>: the newest changes, filtered like the page, as Atom 1.0 (RFC 4287), and by
/// <c>rel="next"</c> all earlier ones (RFC 5005). What identifies feed and entries is the installation, not its address.
/// </summary>
internal static class ChangesFeed
{
    private const int Entries = 100;

    /// <summary>How many records of a change an entry names.</summary>
    private const int FirstRecords = 10;

    private const string Before = "before";

    private const string Type = "application/atom+xml";

    /// <summary>A date says no more than a second; what changes twice within one would be taken for unchanged.</summary>
    private static readonly TimeSpan Unsettled = TimeSpan.FromSeconds(2);

    public static async Task<IResult> AnswerAsync(
        HttpContext http, ChangeQueries changes, RegisterQueries register, TimeProvider clock, CancellationToken ct)
    {
        var asked = new ApiQuery(http.Request, clock);
        var query = ChangeParameters.Read(asked.Values, (await register.VocabularyAsync(ct)).Categories) with { Page = 1, Size = Entries, KnownAt = asked.Day.KnownAt };
        query = query with { Before = asked.Values.Number(Before, n => n >= 1, "changes are counted from 1") };
        if (asked.Refusal([.. ChangeParameters.Filters, Before]) is { } refusal) return refusal;
        var list = await changes.ListAsync(query, ct, FirstRecords);
        var tag = $"tag:defensecoop,2026:{await changes.InstallationAsync(ct) ?? "empty"}";
        var root = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        var self = $"{root}{http.Request.Path}{http.Request.QueryString}";

        var updated = list.Rows.Count > 0 ? list.Rows[0].Head.At : DateTime.UnixEpoch;
        var bytes = Write(Feed(list, query, new Place(tag, root, self), updated));
        return HttpResults.File(
            bytes,
            $"{Type}; charset=utf-8",
            lastModified: clock.GetUtcNow().UtcDateTime - updated > Unsettled ? updated : null,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\""));
    }

    private static SyndicationFeed Feed(ChangeList list, ChangeQuery query, Place place, DateTime updated)
    {
        var feed = new SyndicationFeed([.. list.Rows.Select(row => Entry(row, place))])
        {
            Id = QueryHelpers.AddQueryString($"{place.Tag}:changes", Identity(query)),
            Title = new TextSyndicationContent("Changes – DefenseCoop"),
            Description = new TextSyndicationContent("What was recorded, changed or removed: by whom, when and why."),
            LastUpdatedTime = updated,
            Language = "en",
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(place.Self), Type));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(place.Root + ChangeUrls.Changes(query, default)), "text/html"));
        if (list.Total > list.Rows.Count) feed.Links.Add(new SyndicationLink(new Uri(Next(place.Self, list.Rows[^1].Head.Id)), "next", null, Type, 0));
        return feed;
    }

    /// <summary>The same for the same question, in whatever order it is asked, and for all its pages.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Identity(ChangeQuery query)
    {
        var parameters = ChangeParameters.Write(query).OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal);
        return query.KnownAt is { } instant ? parameters.Append(new("knownAt", Instants.Exact(instant))) : parameters;
    }

    private static string Next(string self, long before)
    {
        var parts = self.Split('?', 2);
        var others = QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1)).Where(p => !p.Key.Equals(Before, StringComparison.OrdinalIgnoreCase));
        return QueryHelpers.AddQueryString(parts[0], others.Append(new(Before, before.ToString(CultureInfo.InvariantCulture))));
    }

    private static SyndicationItem Entry(ChangeRow row, Place place)
    {
        var entry = new SyndicationItem
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{place.Tag}:change:{row.Head.Id}"),
            Title = Text(ChangeWords.Title(row)),
            Summary = Text(Summary(row)),
            PublishDate = row.Head.At,
            LastUpdatedTime = row.Head.At,
        };
        entry.Authors.Add(new SyndicationPerson { Name = Clean(row.Head.Person) });
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(place.Root + ChangeUrls.Change(row.Head.Id, default)), "text/html"));
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

    /// <param name="Tag">What identifies the installation.</param>
    /// <param name="Root">Under which address the reader finds it.</param>
    /// <param name="Self">The address of the feed.</param>
    private sealed record Place(string Tag, string Root, string Self);
}

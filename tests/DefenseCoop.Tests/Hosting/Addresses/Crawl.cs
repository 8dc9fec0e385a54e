using System.Net;
using AngleSharp.Dom;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;

namespace DefenseCoop.Tests.Hosting.Addresses;

/// <summary>
/// Walks a site from every page that there is over every link, form, script and style sheet, and notes each address that
/// leaves the path beneath which the site is served, or does not answer there.
/// </summary>
internal sealed class Crawl(Browser browser, string root)
{
    /// <summary>Of addresses that differ in a code or a question only, how many are followed.</summary>
    private const int MostAlike = 3;

    private readonly Queue<string> _waiting = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _alike = new(StringComparer.Ordinal);

    public List<string> Problems { get; } = [];

    public int Pages { get; private set; }

    public int Addresses { get; private set; }

    public async Task RunAsync()
    {
        foreach (var row in RouteTable.Rows.Where(r => r.Template is not "/error")) Add(root + row.Address);
        while (_waiting.TryDequeue(out var address)) await VisitAsync(address);
    }

    private async Task VisitAsync(string address)
    {
        var answer = await browser.GetAsync(address);
        if (answer.Location is { } location)
        {
            Note(address, "Location", location);
            if (!location.StartsWith('/')) Problems.Add($"{address}: the redirect to {location} is not relative");
        }

        if ((int)answer.Status >= 500) Problems.Add($"{address}: {answer.Status}");
        if (!answer.Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/html", StringComparison.Ordinal)
            || answer.Body.Length == 0)
        {
            return;
        }
        Pages++;
        var page = answer.Document();
        if (page.QuerySelector("base")?.GetAttribute("href") is { } start && start != $"{root}/")
        {
            Problems.Add($"{address}: the base is {start}");
        }
        foreach (var element in page.All)
        {
            foreach (var attribute in element.Attributes.Where(IsAddress))
            {
                Note(address, $"{element.LocalName} {attribute.Name}", attribute.Value);
            }
        }
    }

    private static bool IsAddress(IAttr attribute) =>
        attribute.Name is "href" or "src" or "action" or "formaction"
            || attribute.Name.StartsWith("data-", StringComparison.Ordinal) && attribute.Value.StartsWith('/');

    private void Note(string page, string place, string address)
    {
        if (address.Length == 0 || address.Contains(':', StringComparison.Ordinal) && !address.StartsWith('/')) return;
        Addresses++;
        var full = address.StartsWith('/') ? address : $"{root}/{address}";
        if (full != root && !full.StartsWith($"{root}/", StringComparison.Ordinal))
        {
            Problems.Add($"{page}: {place} {address} leaves {root}");
        }
        else if (full.StartsWith($"{root}{root}", StringComparison.Ordinal)) Problems.Add($"{page}: {place} {address} has the path twice");
        else if (!place.StartsWith("form ", StringComparison.Ordinal)
            && !place.Contains(" data-", StringComparison.Ordinal) && !full.Contains("/sign-out", StringComparison.Ordinal))
        {
            Add(full);
        }
    }

    private void Add(string address)
    {
        var plain = address.Split('#')[0];
        var parts = plain.Split('?')[0].Split('/');
        var shape = string.Join('/', parts.Take(4)) + (parts.Length > 4 ? $"/+{parts.Length}" : "");
        if (parts is [_, _, "initiatives" or "changes" or "focus-areas" or "history" or "edit", ..]) shape = $"{parts[2]} {parts.Length}";
        if (!_seen.Add(plain) || _alike.GetValueOrDefault(shape) >= MostAlike) return;
        _alike[shape] = _alike.GetValueOrDefault(shape) + 1;
        _waiting.Enqueue(plain);
    }
}

namespace DefenseCoop.Domain.Sources;

/// <summary>Web addresses of sources: which are the same, and what an address itself tells of its text.</summary>
public static class SourceAddress
{
    private const int LeastWords = 3;

    private static readonly HashSet<string> Trackers = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src",
    };

    /// <summary>
    /// One form for all ways to write one address: no scheme, no <c>www.</c>, no fragment, no slash at the end, none of the
    /// parameters by which readers are followed. Null where the text is no web address.
    /// </summary>
    public static string? Normal(string text)
    {
        if (Read(text) is not { } url) return null;
        var query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !Trackers.Contains(p.Split('=')[0]))
            .Order(StringComparer.Ordinal);
        var port = url.IsDefaultPort ? "" : $":{url.Port}";
        return $"{HostOf(url)}{port}{url.AbsolutePath.TrimEnd('/')}?{string.Join('&', query)}".TrimEnd('?');
    }

    /// <summary>The name of its site, without <c>www.</c>; null where the text is no web address.</summary>
    public static string? Host(string text) => Read(text) is { } url ? HostOf(url) : null;

    /// <summary>What the last part of the address says in words, as a first proposal for a title; null where it says none.</summary>
    public static string? Title(string text)
    {
        if (Read(text) is not { } url) return null;
        var last = Uri.UnescapeDataString(url.AbsolutePath.TrimEnd('/')).Split('/')[^1];
        var dot = last.LastIndexOf('.');
        var words = (dot > 0 ? last[..dot] : last)
            .Split(['-', '_', ' ', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Count(w => w.All(char.IsLetter)) < LeastWords) return null;
        var title = string.Join(' ', words);
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    /// <summary>People paste addresses with and without their scheme.</summary>
    private static Uri? Read(string text)
    {
        var typed = text.Trim();
        if (typed.Length == 0 || typed.Any(char.IsWhiteSpace)) return null;
        if (typed.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) typed = "https://" + typed;
        return Uri.TryCreate(typed, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https" && url.Host.Contains('.', StringComparison.Ordinal) ? url : null;
    }

    private static string HostOf(Uri url) => url.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? url.IdnHost[4..] : url.IdnHost;
}

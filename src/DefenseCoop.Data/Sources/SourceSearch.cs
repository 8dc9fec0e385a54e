using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;

namespace DefenseCoop.Data.Sources;

/// <summary>What is offered to somebody who looks for a source to cite.</summary>
/// <param name="Found">The best matches.</param>
/// <param name="More">How many others match.</param>
/// <param name="New">What a new source would begin with; null where what was written is the code or address of one that is there.</param>
public sealed record SourceOffer(IReadOnlyList<SourceRef> Found, int More, NewSourceProposal? New);

/// <summary>A new source as far as it is known without reading it.</summary>
public sealed record NewSourceProposal(string Title, string Publisher, string Url, SourceTier? Tier);

/// <summary>Finds sources by words of their title, publisher, code or day, or by their address.</summary>
internal static class SourceSearch
{
    public const int Shown = 12;

    /// <summary>Fewer letters find everything.</summary>
    public const int LeastLetters = 2;

    public static SourceOffer Of(string typed, IReadOnlyList<SourceRef> all)
    {
        var text = typed.Trim();
        if (SourceAddress.Normal(text) is { } address) return OfAddress(text, address, all);
        if (text.Length < LeastLetters) return new([], 0, null);
        var query = SearchQuery.Of(text);
        if (query.Terms.Count == 0) return new([], 0, new(text, "", "", null));
        var found = all
            .Where(s => query.IsIn(SearchText.Of([s.Title, s.Publisher, s.Code, s.Published?.ToDisplay(), s.Published?.ToString()])))
            .OrderByDescending(s => FoldedText.AreSame(s.Code, text))
            .ThenByDescending(s => query.IsIn(SearchText.Of([s.Title])))
            .ThenByDescending(s => s.Published?.FirstDay)
            .ThenBy(s => s.Code, StringComparer.Ordinal)
            .ToList();
        // What is nothing but a code names its source, and is the title of no other.
        var made = found.Any(s => FoldedText.AreSame(s.Code, text)) ? null : new NewSourceProposal(text, "", "", null);
        return new([.. found.Take(Shown)], Math.Max(0, found.Count - Shown), made);
    }

    /// <summary>The one source that the text names beyond doubt, by its code or its address; null where it names none.</summary>
    public static SourceRef? Named(string typed, IReadOnlyList<SourceRef> all)
    {
        var text = typed.Trim();
        return all.FirstOrDefault(s => FoldedText.AreSame(s.Code, text))
            ?? (SourceAddress.Normal(text) is { } address ? all.FirstOrDefault(s => SourceAddress.Normal(s.Url) == address) : null);
    }

    private static SourceOffer OfAddress(string text, string address, IReadOnlyList<SourceRef> all)
    {
        var known = all.Where(s => SourceAddress.Normal(s.Url) == address).ToList();
        if (known.Count > 0) return new(known, 0, null);
        var host = SourceAddress.Host(text);
        var ofSite = all.Where(s => SourceAddress.Host(s.Url) == host).ToList();
        return new([], 0, new(
            SourceAddress.Title(text) ?? "",
            Most(ofSite.Select(s => s.Publisher)) ?? "",
            text,
            ofSite.Count == 0 ? null : Most(ofSite.Select(s => s.Tier))));
    }

    private static T? Most<T>(IEnumerable<T> values) =>
        values.GroupBy(v => v).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
}

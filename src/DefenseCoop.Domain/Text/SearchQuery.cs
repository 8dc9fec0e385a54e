namespace DefenseCoop.Domain.Text;

/// <summary>What somebody searches for: every term must be found in a <see cref="SearchText"/>, in any order.</summary>
/// <param name="Terms">At most <see cref="MostTerms"/>.</param>
/// <param name="Unusable">The words that nothing is found by, as they were
/// typed: without a letter or digit, or beyond the last term.</param>
public sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms, IReadOnlyList<string> Unusable)
{
    /// <summary>Each costs a look at every text.</summary>
    public const int MostTerms = 16;

    public static SearchQuery Of(string? text)
    {
        List<SearchTerm> terms = [];
        List<string> unusable = [];
        string? before = null;
        foreach (var typed in (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = FoldedText.Of(typed);
            if (folded.Length == 0) continue;
            var plain = SearchText.Words(SearchText.Letters(folded, isSpelled: false));
            if (plain is [var number] && before is not null && SearchText.IsName(before, number))
            {
                terms[^1] = SearchTerm.OfName(before, number);
            }
            else if (plain.Length == 0 || terms.Count == MostTerms) unusable.Add(typed);
            else terms.Add(SearchTerm.Of(folded, plain));
            before = plain is [var word] ? word : null;
        }

        return new SearchQuery(terms, unusable);
    }

    /// <param name="searchText">As <see cref="SearchText.Of"/> makes it.</param>
    public bool IsIn(string searchText) => Terms.All(t => t.IsIn(searchText));
}

/// <summary>One term of a search.</summary>
/// <param name="Ways">It is found where all parts of one of them stand in the search text.</param>
public sealed record SearchTerm(IReadOnlyList<IReadOnlyList<string>> Ways)
{
    /// <param name="searchText">As <see cref="SearchText.Of"/> makes it.</param>
    public bool IsIn(string searchText) => Ways.Any(w => w.All(p => searchText.Contains(p, StringComparison.Ordinal)));

    /// <summary>A word in plain letters, in spelled ones, and where it has hyphens by its parts.</summary>
    internal static SearchTerm Of(string folded, string[] plain)
    {
        List<IReadOnlyList<string>> ways = [plain];
        Add(SearchText.Words(SearchText.Letters(folded, isSpelled: true)));
        var parts = SearchText.Words(SearchText.Letters(folded.Replace('-', ' '), isSpelled: false));
        if (parts.All(p => p.All(char.IsLetter))) Add(parts);
        return new SearchTerm(ways);

        void Add(string[] way)
        {
            if (!ways.Any(w => w.SequenceEqual(way, StringComparer.Ordinal))) ways.Add(way);
        }
    }

    /// <summary>Letters and a number that were typed with a space between: as one word, or both by themselves.</summary>
    internal static SearchTerm OfName(string letters, string number) => new([[letters + number], [$" {letters} ", number]]);
}

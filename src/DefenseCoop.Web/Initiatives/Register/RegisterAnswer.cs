using DefenseCoop.Data.Initiatives;

namespace DefenseCoop.Web.Initiatives.Register;

/// <summary>What the register page shows: the question as its address was understood, and the answer to it.</summary>
/// <param name="Counts">How many rows each choice of the filters finds.</param>
/// <param name="Advice">Which filter to drop when nothing matches, and how many rows that finds.</param>
public sealed record RegisterAnswer(
    RegisterVocabulary Words,
    RegisterQuery Query,
    RegisterResult Result,
    RegisterCounts Counts,
    IReadOnlyList<RegisterChip> Chips,
    IReadOnlyList<(RegisterChip Chip, int Count)> Advice)
{
    /// <summary>Whether the filter form and the chips would read the same.</summary>
    public bool HasWordsOf(RegisterVocabulary other) =>
        Same(Words.Categories, other.Categories)
            && Same(Words.FocusAreas, other.FocusAreas) && Same(Words.Leads, other.Leads) && Same(Words.Sites, other.Sites);

    /// <summary>Whether the table would read the same.</summary>
    public bool HasResultOf(RegisterResult other) =>
        (Result.Total, Result.Page, Result.Pages) == (other.Total, other.Page, other.Pages) && Result.Rows.SequenceEqual(other.Rows);

    /// <summary>
    /// How many rows would appear, vanish or move if the newer result took the place of the one shown. Where the register
    /// goes on over the page, a row that appears pushes another over the edge, and the two count as one.
    /// </summary>
    public static int RowsMoved(RegisterResult shown, RegisterResult newer)
    {
        var old = shown.Rows.Select(r => r.Code).ToList();
        var now = newer.Rows.Select(r => r.Code).ToList();
        var place = now.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        var kept = old.Where(place.ContainsKey).Select(code => place[code]).ToList();
        var (vanished, appeared) = (old.Count - kept.Count, now.Count - kept.Count);
        return kept.Count - LongestRise(kept) + (newer.Pages > 1 || shown.Pages > 1 ? Math.Max(vanished, appeared) : vanished + appeared);
    }

    /// <summary>The rows shown, in their order, with what is known of them now.</summary>
    public static RegisterResult InPlace(RegisterResult shown, RegisterResult newer)
    {
        var now = newer.Rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        return shown with { Rows = [.. shown.Rows.Select(r => now.GetValueOrDefault(r.Code, r))] };
    }

    /// <summary>How many of the numbers can stay where they are while the others move between them.</summary>
    private static int LongestRise(List<int> numbers)
    {
        List<int> ends = [];
        foreach (var number in numbers)
        {
            var at = ends.BinarySearch(number);
            if (at < 0) at = ~at;
            if (at == ends.Count) ends.Add(number);
            else ends[at] = number;
        }

        return ends.Count;
    }

    private static bool Same(Terms one, Terms other) => ReferenceEquals(one, other) || one.All.SequenceEqual(other.All);
}

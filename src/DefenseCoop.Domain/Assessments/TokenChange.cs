namespace DefenseCoop.Domain.Assessments;

/// <summary>Some tokens of a text that were put in place of others.</summary>
/// <param name="From">The first one replaced.</param>
/// <param name="To">The first one after them.</param>
/// <param name="Text">What stands there now.</param>
internal sealed record TokenChange(int From, int To, string Text)
{
    /// <summary>Whether nothing was replaced.</summary>
    public bool IsAddition => From == To;
}

/// <summary>Cuts a text into sentences and lines; put together again they are the text to the letter.</summary>
internal static class Sentences
{
    /// <summary>Sentences, line breaks and the space between are tokens of their own.</summary>
    public static List<string> Of(string text)
    {
        List<string> tokens = [];
        var start = 0;
        while (start < text.Length)
        {
            var end = char.IsWhiteSpace(text[start]) ? EndOfSpace(text, start) : EndOfSentence(text, start);
            tokens.Add(text[start..end]);
            start = end;
        }

        return tokens;
    }

    private static int EndOfSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    /// <summary>After a full stop that space follows, at a line break, or at the end of the text; space within it belongs to it.</summary>
    private static int EndOfSentence(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] is '\n' or '\r') break;
            if (char.IsWhiteSpace(text[at]) && text[at - 1] is '.' or '!' or '?' or ':' or ';') break;
        }

        while (at > 0 && char.IsWhiteSpace(text[at - 1])) at--;
        return at;
    }
}

/// <summary>Finds the tokens that differ between two texts.</summary>
internal static class TokenChanges
{
    /// <summary>Beyond so many comparisons what differs counts as one change.</summary>
    private const long MostComparisons = 4_000_000;

    public static List<TokenChange> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        int rows = before.Count - start - end, columns = after.Count - start - end;
        if (rows == 0 && columns == 0) return [];
        if (rows == 0 || columns == 0 || (long)rows * columns > MostComparisons)
        {
            return [Change(start, start + rows, after, start, start + columns)];
        }
        return Walk(before, after, start, Lengths(before, after, start, rows, columns), rows, columns);
    }

    /// <summary>Lengths of the longest common part of what is left from each pair of places on.</summary>
    private static int[,] Lengths(IReadOnlyList<string> before, IReadOnlyList<string> after, int start, int rows, int columns)
    {
        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                lengths[i, j] = before[start + i] == after[start + j]
                    ? Weight(before[start + i]) + lengths[i + 1, j + 1]
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    /// <summary>A sentence that stayed says more about what was changed than the space between two.</summary>
    private static int Weight(string token) => char.IsWhiteSpace(token[0]) ? 1 : 4;

    private static List<TokenChange> Walk(
        IReadOnlyList<string> before, IReadOnlyList<string> after, int start, int[,] lengths, int rows, int columns)
    {
        List<TokenChange> changes = [];
        int i = 0, j = 0;
        while (i < rows || j < columns)
        {
            if (i < rows && j < columns && before[start + i] == after[start + j])
            {
                i++;
                j++;
                continue;
            }

            int fromI = i, fromJ = j;
            while ((i < rows || j < columns) && !(i < rows && j < columns && before[start + i] == after[start + j]))
            {
                if (j >= columns || (i < rows && lengths[i + 1, j] >= lengths[i, j + 1])) i++;
                else j++;
            }

            changes.Add(Change(start + fromI, start + i, after, start + fromJ, start + j));
        }

        return changes;
    }

    private static TokenChange Change(int from, int to, IReadOnlyList<string> after, int start, int end) =>
        new(from, to, string.Concat(after.Skip(start).Take(end - start)));
}

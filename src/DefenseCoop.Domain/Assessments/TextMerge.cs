namespace DefenseCoop.Domain.Assessments;

/// <summary>What a merge of two changed texts came to.</summary>
/// <param name="Text">Both changes in one text; null where both changed the same sentence.</param>
public readonly record struct MergedText(string? Text)
{
    public bool IsConflict => Text is null;
}

/// <summary>
/// Merges two changes of one text, sentence by sentence and line by line. What two people added at the same place is kept
/// from both; what both changed in one sentence is a conflict that people settle, unless they changed it to the same.
/// </summary>
public static class TextMerge
{
    /// <param name="original">What both started from.</param>
    /// <param name="mine">What one made of it.</param>
    /// <param name="theirs">What is stored now.</param>
    public static MergedText Of(string original, string mine, string theirs)
    {
        if (mine == theirs || mine == original) return new(theirs);
        if (theirs == original) return new(mine);
        var tokens = Sentences.Of(original);
        var left = TokenChanges.Between(tokens, Sentences.Of(theirs));
        var right = TokenChanges.Between(tokens, Sentences.Of(mine));
        return new(Merge(tokens, left, right));
    }

    private static string? Merge(List<string> tokens, List<TokenChange> theirs, List<TokenChange> mine)
    {
        var text = new MergedBuilder();
        int at = 0, t = 0, m = 0;
        while (t < theirs.Count || m < mine.Count)
        {
            var their = t < theirs.Count ? theirs[t] : null;
            var my = m < mine.Count ? mine[m] : null;
            if (their is not null && my is not null && Meets(their, my))
            {
                // The same change made by both, or two additions at one place.
                var isSame = their.From == my.From && their.To == my.To && their.Text == my.Text;
                if (!isSame && !(their.IsAddition && my.IsAddition)) return null;
                text.Append(tokens, at, their.From);
                text.Append(their.Text);
                if (!isSame) text.AppendApart(my.Text);
                at = their.To;
                t++;
                m++;
                continue;
            }

            var next = my is null || (their is not null && IsFirst(their, my)) ? their! : my;
            text.Append(tokens, at, next.From);
            text.Append(next.Text);
            at = next.To;
            if (ReferenceEquals(next, their)) t++;
            else m++;
        }

        text.Append(tokens, at, tokens.Count);
        return text.ToString();
    }

    /// <summary>Whether both touch one sentence: changes side by side do not.</summary>
    private static bool Meets(TokenChange one, TokenChange other) =>
        one.IsAddition && other.IsAddition ? one.From == other.From : one.From < other.To && other.From < one.To;

    private static bool IsFirst(TokenChange one, TokenChange other) => one.From != other.From ? one.From < other.From : one.To < other.To;
}

/// <summary>Puts a merged text together.</summary>
internal sealed class MergedBuilder
{
    private readonly System.Text.StringBuilder _text = new();

    public void Append(IReadOnlyList<string> tokens, int from, int to)
    {
        for (var i = from; i < to; i++) _text.Append(tokens[i]);
    }

    public void Append(string text) => _text.Append(text);

    /// <summary>Adds what somebody else wrote at the same place, so that the two do not run together.</summary>
    public void AppendApart(string text)
    {
        if (_text.Length > 0 && text.Length > 0 && !char.IsWhiteSpace(_text[^1]) && !char.IsWhiteSpace(text[0])) _text.Append('\n');
        _text.Append(text);
    }

    public override string ToString() => _text.ToString();
}

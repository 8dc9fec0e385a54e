using System.Text.RegularExpressions;

namespace DefenseCoop.Tests.Architecture;

/// <summary>What a source file says to people: literals of C# and scripts, markup of components, documents as a whole.</summary>
internal static partial class WrittenText
{
    /// <summary>Pieces of text with the line that each stands in, from 1.</summary>
    public static IEnumerable<(int Line, string Text)> Of(string file, string content) => Path.GetExtension(file) switch
    {
        ".cs" => Literals(content, 1),
        ".js" => Lines(Comments().Replace(content, m => Blank(m.Value)), 1)
            .SelectMany(l => Quoted().Matches(l.Text).Select(m => (l.Line, m.Value))),
        ".razor" => Component(content),
        _ => Lines(content, 1),
    };

    private static IEnumerable<(int, string)> Component(string content)
    {
        var plain = MarkupComments().Replace(content, m => Blank(m.Value));
        var code = plain.IndexOf("@code {", StringComparison.Ordinal);
        var markup = code < 0 ? plain : plain[..code];
        return Lines(Names().Replace(markup, " "), 1).Concat(code < 0 ? [] : Literals(plain[code..], markup.Count(c => c == '\n') + 1));
    }

    /// <summary>
    /// The literals of C#, with what stands between the holes of
    /// those that are interpolated, and the literals in the holes.
    /// </summary>
    private static IEnumerable<(int, string)> Literals(string code, int line)
    {
        for (var at = 0; at < code.Length;)
        {
            var token = Token().Match(code, at);
            if (!token.Success) yield break;

            line += code.AsSpan(at, token.Index - at).Count('\n');
            at = token.Index + token.Length;
            if (token.Groups["open"] is { Success: true } open)
            {
                var end = End(code, at, open.Value);
                foreach (var piece in Pieces(code[at..end], open.Value, line)) yield return piece;
                line += code.AsSpan(at, end - at).Count('\n');
                at = end + open.Value.Count(c => c == '"');
            }
            else
            {
                line += token.ValueSpan.Count('\n');
            }
        }
    }

    private static IEnumerable<(int, string)> Pieces(string text, string open, int line)
    {
        if (!open.Contains('$', StringComparison.Ordinal)) return Lines(text, line);

        var holes = Holes().Matches(text);
        return Lines(Holes().Replace(text, m => Blank(m.Value)), line)
            .Concat(holes.SelectMany(h => Literals(h.Value[1..^1], line + text.AsSpan(0, h.Index).Count('\n'))));
    }

    private static int End(string code, int at, string open)
    {
        var quotes = open[open.IndexOf('"', StringComparison.Ordinal)..];
        var (isRaw, isVerbatim, depth) = (quotes.Length > 2, open.Contains('@', StringComparison.Ordinal), 0);
        for (; at < code.Length; at++)
        {
            if (depth == 0 && string.CompareOrdinal(code, at, quotes, 0, quotes.Length) == 0)
            {
                if (!isVerbatim || code.ElementAtOrDefault(at + 1) != '"') return at;
                at++;
            }
            else if (code[at] == '\\' && !isRaw && !isVerbatim)
            {
                at++;
            }
            else if (open.Contains('$', StringComparison.Ordinal) && code[at] is '{' or '}')
            {
                if (depth == 0 && code[at] == '{' && code.ElementAtOrDefault(at + 1) == '{') at++;
                else depth = Math.Max(0, depth + (code[at] == '{' ? 1 : -1));
            }
        }

        return code.Length;
    }

    private static IEnumerable<(int Line, string Text)> Lines(string text, int from) => text.Split('\n').Select((t, i) => (from + i, t));

    /// <summary>As many lines, with nothing in them.</summary>
    private static string Blank(string text) => " " + new string('\n', text.Count(c => c == '\n'));

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\\n])+'|(?<open>[$@]*(?:"{3,}|"))""", RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex(@"\{(?:[^{}]|(?<deep>\{)|(?<-deep>\}))*\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"^\s*//[^\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"""(?:\\.|[^""\\])*""|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex MarkupComments();

    /// <summary>
    /// Names of code in markup: after a point or at sign, before a
    /// bracket, a colon or another part, and identifiers with hyphens.
    /// </summary>
    [GeneratedRegex(@"(?<=[@.#_-])\w[\w-]*|\b\w+(?=[(_-]|\.\w|: \{|: \w+ [})])|\baria-labelledby\b")]
    private static partial Regex Names();
}

using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DefenseCoop.Web.Shared;

/// <summary>
/// The query of an address, read with a note for everything that cannot be used: a page never fails on its address,
/// and never ignores a part of it silently.
/// </summary>
public sealed class QueryValues
{
    /// <summary>A longer value is cut in a note; it is not worth more of the reader's screen.</summary>
    private const int LongestQuoted = 60;

    private readonly Dictionary<string, StringValues> _values;
    private readonly List<string> _notes = [];
    private readonly List<QueryProblem> _problems = [];

    public QueryValues(string uri)
    {
        var question = uri.IndexOf('?', StringComparison.Ordinal);
        _values = question < 0 ? [] : QueryHelpers.ParseQuery(uri[question..].Split('#')[0]);
    }

    /// <summary>What was ignored and why.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The same by parameter, for programs, to which it is an error.</summary>
    public IReadOnlyList<QueryProblem> Problems => _problems;

    public void Note(string sentence)
    {
        if (!_notes.Contains(sentence)) _notes.Add(sentence);
    }

    /// <summary>The value of a parameter; null where it is absent or empty. The last one where it is repeated.</summary>
    public string? Single(string name) => _values.TryGetValue(name, out var values) && values is [.., { } last] && last.Trim() is { Length: > 0 } text
        ? text
        : null;

    /// <summary>All values of a repeatable parameter, each once.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values)
        ? [.. values.OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)]
        : [];

    /// <summary>Reads a day; says in a note when it is none.</summary>
    public bool TryDay(string name, string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return true;
        Ignored(name, text, "it is no day. Write it as 2025-06-30.");
        return false;
    }

    public void Ignored(string name, string text, string reason)
    {
        Note($"{name}={Quoted(text)} was ignored: {reason}");
        _problems.Add(new QueryProblem(name, $"{char.ToUpperInvariant(reason[0])}{reason[1..]}"));
    }

    /// <summary>Notes every parameter that the page does not know.</summary>
    public void NoteUnknown(IReadOnlyCollection<string> known)
    {
        foreach (var name in _values.Keys.Where(k => k.Length > 0 && !known.Contains(k, StringComparer.OrdinalIgnoreCase)))
        {
            Note($"The parameter {Quoted(name)} was ignored: this page does not know it.");
            _problems.Add(new QueryProblem(name, "There is no such parameter."));
        }
    }

    private static string Quoted(string text) => text.Length <= LongestQuoted ? text : $"{text[..LongestQuoted]}…";
}

/// <summary>What of an address cannot be used.</summary>
/// <param name="Name">Of the parameter.</param>
/// <param name="Message">A sentence with the remedy.</param>
public sealed record QueryProblem(string Name, string Message);

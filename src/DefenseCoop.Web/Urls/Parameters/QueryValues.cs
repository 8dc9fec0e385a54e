using System.Globalization;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Typing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>
/// The query of an address, read with a note for everything that cannot be used: a page never fails on its address,
/// and never ignores a part of it silently.
/// </summary>
public sealed class QueryValues
{
    /// <summary>A longer value is cut in a note; it is not worth more of the reader's screen.</summary>
    private const int LongestQuoted = 60;

    private const string Iso = "yyyy-MM-dd";

    private readonly Dictionary<string, StringValues> _values;
    private readonly List<string> _notes = [];
    private readonly List<QueryProblem> _problems = [];
    private readonly Dictionary<string, string?> _canonical = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="uri">An address with its query.</param>
    /// <param name="isForPrograms">Whether a program asks, which writes days in the one form that addresses have.</param>
    public QueryValues(string uri, bool isForPrograms = false)
    {
        IsForPrograms = isForPrograms;
        var question = uri.IndexOf('?', StringComparison.Ordinal);
        _values = question < 0 ? [] : QueryHelpers.ParseQuery(uri[question..].Split('#')[0]);
    }

    /// <summary>Whether a program asks, which writes days in the one form that addresses have.</summary>
    public bool IsForPrograms { get; }

    /// <summary>What was ignored and why.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The same by parameter, for programs, to which it is an error.</summary>
    public IReadOnlyList<QueryProblem> Problems => _problems;

    public void Note(string sentence)
    {
        if (!_notes.Contains(sentence)) _notes.Add(sentence);
    }

    /// <summary>The value of a parameter; null where it is absent or empty. The last one where it is repeated.</summary>
    public string? Single(string name) =>
        _values.TryGetValue(name, out var values) && values is [.., { } last] && last.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>All values of a repeatable parameter, each once.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values)
        ? [.. values.OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)]
        : [];

    /// <summary>Reads a day in any form that people use; says in a note when it is none.</summary>
    /// <param name="first">Of a month or a year, whether its first day is meant, and not its last.</param>
    public bool TryDay(string name, string text, bool first, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return true;
        if (IsForPrograms)
        {
            Ignored(name, text, "it is no day. Write it as 2025-06-30.");
            return false;
        }

        if (DateReader.ReadDay(text, first).Day is { } read)
        {
            day = read;
            Says(name, day.ToString(Iso, CultureInfo.InvariantCulture));
            return true;
        }

        Ignored(name, text, DateReader.Read(text).Problem ?? "it is no day. Write it as 30 Jun 2025 or 2025-06-30.");
        return false;
    }

    /// <summary>A day in a note, as who asks writes it.</summary>
    public string Said(DateOnly day) => IsForPrograms ? day.ToString(Iso, CultureInfo.InvariantCulture) : Words.Of(day);

    /// <summary>Notes in which form an address says the value of a parameter; null where it does not name it.</summary>
    public void Says(string name, string? value) => _canonical[name] = value;

    /// <summary>
    /// The address with every value in the form that addresses
    /// have, and none that is empty; null where it has it already.
    /// </summary>
    public string? Canonical(string uri)
    {
        if (_canonical.Count == 0) return null;
        var parts = uri.Split('#', 2);
        var query = _values.SelectMany(v => _canonical.TryGetValue(v.Key, out var value)
            ? value is null ? Enumerable.Empty<KeyValuePair<string, string?>>() : [KeyValuePair.Create<string, string?>(v.Key, value)]
            : v.Value.Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => KeyValuePair.Create(v.Key, one)))
            .Concat(_canonical.Where(c => c.Value is not null && !_values.ContainsKey(c.Key)));
        return QueryHelpers.AddQueryString(parts[0].Split('?')[0], query) + (parts is [_, var fragment] ? $"#{fragment}" : "");
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

    private static string Quoted(string text) => text.Shorten(LongestQuoted);
}

/// <summary>What of an address cannot be used.</summary>
/// <param name="Name">Of the parameter.</param>
/// <param name="Message">A sentence with the remedy.</param>
public sealed record QueryProblem(string Name, string Message);

using System.Globalization;
using System.Text;
using DefenseCoop.Data.Starter.Records;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;

namespace DefenseCoop.Data.Starter;

/// <summary>
/// A starter file while it is being read. Fields are checked one by one; a wrong one is noted and reading goes on, so a
/// draft with problems holds records with holes and is never used.
/// </summary>
internal sealed class StarterDraft
{
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly List<(Place Place, Func<IEnumerable<Inconsistency>> Rule)> _rules = [];

    /// <summary>A file is loaded whatever the clock of the machine says: of no day in it is said that it has not come yet.</summary>
    public static DateOnly LastDay => DateOnly.MaxValue;

    public StarterContent Content { get; } = new();

    public StarterProblems Problems { get; } = new();

    public StarterIndex<Source> Sources { get; } = new("source");

    /// <summary>Notes a breach of the limits that the records themselves keep.</summary>
    public void Try(Place place, Action map)
    {
        try
        {
            map();
        }
        catch (InvalidInputException e)
        {
            Problems.Add(place, e.Message);
        }
    }

    /// <summary>Asks later, once it is linked with others, what of a record cannot all be right.</summary>
    public void Ask(Place place, Func<IEnumerable<Inconsistency>> rule) => _rules.Add((place, rule));

    /// <summary>Notes what cannot be right together; a draft with holes says nothing of that.</summary>
    public void CheckConsistency()
    {
        if (Problems.Count > 0) return;
        foreach (var (place, rule) in _rules)
        {
            foreach (var found in rule().Where(f => !f.IsPublishedAtTimes)) Problems.Add(place, found.Words);
        }
    }

    /// <summary>Counts an id as used before its record is made, so that a wrong record is not also reported as unknown.</summary>
    public void Declare<T>(StarterIndex<T> index, Place place, string? id) where T : class
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            Problems.Add(place, "id is missing");
        }
        else if (id.AsSpan().ContainsAnyExcept(StarterText.IdCharacters))
        {
            Problems.Add(place, $"id {StarterProblems.Quote(id)} may hold only letters, digits and . _ : -");
        }
        else if (!index.Declare(id))
        {
            Problems.Add(place, $"id {StarterProblems.Quote(id)} is used twice");
        }
    }

    /// <summary>The record that an id names; null, with a problem noted, where there is none.</summary>
    public T? Find<T>(StarterIndex<T> index, Place place, string field, string? id) where T : class
    {
        if (id is not null && index.TryFind(id, out var found)) return found;
        Problems.Add(place, id is null ? $"{field} is missing" : $"{field} names the unknown {index.Noun} {StarterProblems.Quote(id)}");
        return null;
    }

    public IEnumerable<T> FindAll<T>(StarterIndex<T> index, Place place, string field, IReadOnlyList<string>? ids) where T : class
    {
        foreach (var id in Distinct(place, field, ids))
        {
            if (Find(index, place, field, id) is { } found) yield return found;
        }
    }

    public PartialDate? Date(Place place, string field, string? text)
    {
        if (text is null) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        Problems.Add(place, $"{field} {StarterProblems.Quote(text)} is no date: write 2025, 2025-H1, 2025-Q1, 2025-03 or 2025-03-14");
        return null;
    }

    public PartialDate RequiredDate(Place place, string field, string? text)
    {
        if (text is null) Problems.Add(place, $"{field} is missing");
        return Date(place, field, text) ?? default;
    }

    public T Word<T>(Place place, string field, string? word, Dictionary<string, T> words)
    {
        if (word is not null && words.TryGetValue(word, out var meaning)) return meaning;
        Problems.Add(place, word is null
            ? $"{field} is missing"
            : $"{field} {StarterProblems.Quote(word)} is unknown: use {string.Join(", ", words.Keys)}");
        return default!;
    }

    public Provenance Provenance(Place place, string field, string? word) =>
        word is null ? Domain.Sources.Provenance.None : Word(place, field, word, StarterWords.Provenances);

    public decimal Number(Place place, string field, decimal? value)
    {
        if (value is null) Problems.Add(place, $"{field} is missing");
        else if ((decimal)(double)value != value)
        {
            Problems.Add(place, $"{field} {value.Value.ToString(CultureInfo.InvariantCulture)} has more than 15 digits");
        }
        return value ?? 0;
    }

    /// <summary>Where a fact comes from, as its record says; a fact without a record is unknown.</summary>
    public Attribution Attribution(Place place, FactRecord? fact, string? provenance = null, bool withNote = true) => new()
    {
        Provenance = Provenance(place, "provenance", provenance ?? fact?.Provenance),
        NeedsPrimaryCheck = fact?.NeedsPrimaryCheck ?? false,
        IsDerived = fact?.Derived ?? false,
        Derivation = fact?.Derivation,
        Note = withNote ? fact?.Note : null,
    };

    public void Cite(Place place, SubjectKind kind, string? code, FactRecord? fact, Aspect aspect = Aspect.Record)
    {
        Cite(place, kind, code, fact?.SourceIds, aspect);
        if (fact?.Provenance is not { } word || !StarterWords.Provenances.TryGetValue(word, out var provenance)) return;
        foreach (var found in AttributionConsistency.Of(provenance, fact.SourceIds?.Count ?? 0)) Problems.Add(place, found.Words);
    }

    /// <summary>What a record rests on; whole once the file has been read.</summary>
    public IReadOnlyCollection<Source> SourcesOf(SubjectKind kind, string code) =>
        [.. Content.Citations.Where(c => (c.Kind, c.SubjectCode, c.Aspect) == (kind, code, Aspect.Record)).Select(c => c.Source)];

    public void Cite(Place place, SubjectKind kind, string? code, IReadOnlyList<string>? sourceIds, Aspect aspect)
    {
        var position = 0;
        foreach (var source in FindAll(Sources, place, "source_ids", sourceIds))
        {
            Content.Citations.Add(Citation.Create(source, kind, code!, aspect, position++));
        }
    }

    /// <summary>A code made of a text, unique among those of its kind and no longer than allowed.</summary>
    public string UniqueCode(SubjectKind kind, string text, int max)
    {
        var slug = Slug.Of(text);
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
            var code = slug[..Math.Min(slug.Length, max - suffix.Length)].TrimEnd('-') + suffix;
            if (_codes.Add($"{kind}/{code}")) return code;
        }
    }

    private IEnumerable<string> Distinct(Place place, string field, IReadOnlyList<string>? ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids ?? [])
        {
            if (id is not null && seen.Add(id)) yield return id;
            else Problems.Add(place, id is null ? $"{field} holds null" : $"{field} names {StarterProblems.Quote(id)} twice");
        }
    }
}

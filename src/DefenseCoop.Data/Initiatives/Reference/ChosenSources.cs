using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Typing;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>The sources that an administrator chose for a record, and those that it cites now.</summary>
internal sealed class ChosenSources
{
    /// <summary>More than any record of the starter data has, many times over.</summary>
    public const int Max = 30;

    private readonly IReadOnlyList<Source> _chosen;
    private readonly IReadOnlyList<Citation> _cited;

    private ChosenSources(IReadOnlyList<Source> chosen, IReadOnlyList<Citation> cited) => (_chosen, _cited) = (chosen, cited);

    private bool AreThoseCited => _chosen.Count == _cited.Count && _chosen.All(s => _cited.Any(c => c.Source.Code == s.Code));

    /// <param name="subject">Code of the record; null for a new one.</param>
    /// <exception cref="InvalidInputException">Names the code that is none of a source.</exception>
    public static async Task<ChosenSources> ReadAsync(
        DefenseCoopContext db, SubjectKind kind, string? subject, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var asked = codes.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim()).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count > Max) throw new InvalidInputException("Sources", $"{asked.Count} sources are chosen: choose at most {Max}.");
        var found = await db.Sources.Where(s => EF.Parameter(asked).Contains(s.Code))
            .ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, ct);
        var unknown = asked.Where(c => !found.ContainsKey(c)).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidInputException(
                "Sources", $"No source is known by the code {string.Join(", ", unknown.Select(Quote))}: choose sources of the list.");
        }

        var cited = await db.Citations.Include(c => c.Source)
            .Where(c => c.Kind == kind && c.SubjectCode == subject && c.Aspect == Aspect.Record)
            .OrderBy(c => c.Position)
            .ToListAsync(ct);
        return new ChosenSources([.. asked.Select(c => found[c])], cited);
    }

    /// <summary>What is known of where the record comes from. As long as its sources are the same, that is as it was.</summary>
    /// <param name="now">What is stored; null for a new record.</param>
    /// <param name="note">As the person left it.</param>
    /// <param name="hasValue">Whether there is a value to speak of: a site may have no known coordinate.</param>
    /// <param name="hadValue">The same of what is stored.</param>
    public Attribution Attribution(Attribution? now, string? note, bool hasValue = true, bool hadValue = true)
    {
        // A form in the browser sends line breaks; a note is one paragraph.
        var words = note is null ? null : string.Join(' ', note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words?.Length > Domain.Sources.Attribution.MaxNote)
        {
            throw new InvalidInputException(
                "Note", $"The note has {words.Length} characters: shorten it to {Domain.Sources.Attribution.MaxNote}.");
        }
        if (words?.Any(char.IsControl) == true)
        {
            throw new InvalidInputException("Note", "The note holds a control character: write it as plain text.");
        }
        var isAsBefore = now is not null && AreThoseCited && hasValue == hadValue;
        return new Attribution
        {
            Provenance = isAsBefore ? now!.Provenance : Provenance(hasValue),
            NeedsPrimaryCheck = isAsBefore ? now!.NeedsPrimaryCheck : _chosen.Count > 0 && _chosen.All(s => s.Tier == SourceTier.Secondary),
            IsDerived = isAsBefore && now!.IsDerived,
            Derivation = isAsBefore ? now!.Derivation : null,
            Note = words,
        };
    }

    /// <summary>Makes the record cite what was chosen; what it cites already keeps its place.</summary>
    public void Cite(DefenseCoopContext db, SubjectKind kind, string subject)
    {
        db.RemoveRange(_cited.Where(c => !_chosen.Contains(c.Source)));
        var position = _cited.Count == 0 ? 0 : _cited[^1].Position + 1;
        foreach (var source in _chosen.Where(s => _cited.All(c => c.Source != s)))
        {
            db.Add(Citation.Create(source, kind, subject, position: position++));
        }
    }

    private Provenance Provenance(bool hasValue) => (_chosen.Count > 0, hasValue) switch
    {
        (false, _) => Domain.Sources.Provenance.Illustrative,
        (true, true) => Domain.Sources.Provenance.Confirmed,
        _ => Domain.Sources.Provenance.None,
    };

    private static string Quote(string code) => code.ForMessage();
}

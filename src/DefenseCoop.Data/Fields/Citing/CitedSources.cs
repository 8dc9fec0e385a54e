using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Fields.Citing;

/// <summary>The sources that a field names, and how a fact comes to cite them.</summary>
internal static class CitedSources
{
    private const int MaxSources = 30;

    /// <summary>Those that are chosen; what is wrong with them is noted at the field.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="isMain">Whether a source that is added with the form belongs here if no field cites it.</param>
    /// <param name="input">What was sent.</param>
    /// <param name="scope">Whose sources.</param>
    public static async Task<List<Source>> ChosenAsync(string field, bool isMain, FormInput input, FormScope scope)
    {
        var asked = FieldText.Lines(input.Text(field)).ToList();
        var takesNew = asked.RemoveAll(c => c == FieldSpec.NewSourceCode) > 0;
        if (asked.Count > MaxSources)
        {
            input.Refuse(field, $"{asked.Count} sources are named: name at most {MaxSources}.");
            return [];
        }

        var found = asked.Count == 0
            ? []
            : await scope.Db.Set<Source>()
                .Where(s => EF.Parameter(asked).Contains(s.Code))
                .ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, scope.Ct);
        var unknown = asked.Where(c => !found.ContainsKey(c)).ToList();
        if (unknown.Count > 0)
        {
            input.Refuse(
                field,
                $"No source is known by the code {string.Join(", ", unknown.Take(5).Select(FieldText.Quote))}: "
                    + "choose one of those that are found, or add it as a new one.");
        }

        List<Source> chosen = [.. asked.Where(found.ContainsKey).Select(c => found[c])];
        if (takesNew && input.NewSource is null && !NewSourcePart.HasProblem(input))
        {
            input.Refuse(field, "A new source is chosen, and none of its fields is filled in: fill them in, or remove it.");
        }

        if (input.NewSource is { } added && (takesNew || (!input.IsNewSourceCited && isMain))) chosen.Add(added);
        return chosen;
    }

    /// <summary>Lets a fact cite what it does not cite yet; what is cited already keeps its place.</summary>
    public static void Cite(
        FormScope scope, SubjectKind kind, string subject, Aspect aspect, IReadOnlyList<Citation> cited, IEnumerable<Source> chosen)
    {
        var position = cited.Count == 0 ? 0 : cited[^1].Position + 1;
        foreach (var source in chosen.Where(s => cited.All(c => c.Source != s)))
        {
            scope.Db.Add(Citation.Create(source, kind, subject, aspect, position++));
        }
    }
}

using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;


namespace DefenseCoop.Data.Editing;

/// <summary>Compares what a person saw, what is stored now and what they typed, field by field.</summary>
internal static class ThreeWayMerge
{
    /// <summary>The fields that somebody else changed meanwhile and that the person would write over, or has not seen.</summary>
    /// <param name="fields">Those of the form, and those that it writes over unseen.</param>
    /// <param name="seen">What was stored when the person opened the form; what is missing was empty.</param>
    /// <param name="theirs">What is stored now.</param>
    /// <param name="mine">What the person typed; fields that the form does not show are missing.</param>
    public static IReadOnlyList<FieldMerge> Of(
        IEnumerable<FieldSpec> fields,
        IReadOnlyDictionary<string, string> seen,
        IReadOnlyDictionary<string, string> theirs,
        IReadOnlyDictionary<string, string> mine) =>
    [
        .. from field in fields
           where theirs.ContainsKey(field.Name)
           let was = seen.GetValueOrDefault(field.Name, "")
           let stored = theirs[field.Name]
           where !FieldText.IsSame(field.Kind, was, stored)
           let typed = mine.GetValueOrDefault(field.Name, stored)
           let isShown = mine.ContainsKey(field.Name)
           where !isShown || !FieldText.IsSame(field.Kind, typed, stored)
           let isConflict = isShown && !FieldText.IsSame(field.Kind, typed, was)
           select new FieldMerge(field, was, stored, isConflict ? typed : stored, isConflict),
    ];

    /// <summary>What to show next: typed values, and those of others where the person typed nothing of their own.</summary>
    public static IReadOnlyDictionary<string, string> Values(IReadOnlyDictionary<string, string> mine, IEnumerable<FieldMerge> merges)
    {
        var values = new Dictionary<string, string>(mine, StringComparer.Ordinal);
        foreach (var merge in merges)
        {
            if (!merge.IsConflict && values.ContainsKey(merge.Field.Name)) values[merge.Field.Name] = merge.Theirs;
        }

        return values;
    }
}

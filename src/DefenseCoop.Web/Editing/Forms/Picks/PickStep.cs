using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Sources;

namespace DefenseCoop.Web.Editing.Forms.Picks;

/// <summary>What a button of a pick list asks for, where no script does it: the form comes back, and nothing is saved.</summary>
/// <param name="Act">One of the words below.</param>
/// <param name="Field">Of which field.</param>
/// <param name="Value">Which choice; empty where the act needs none.</param>
public sealed record PickStep(string Act, string Field, string Value)
{
    private const string FindAct = "find";
    private const string NewAct = "new";
    private const string SameAct = "same";
    private const string DropAct = "drop";

    public static string Find(string field) => $"{FindAct}:{field}";

    public static string New(string field) => $"{NewAct}:{field}";

    public static string Same(string field) => $"{SameAct}:{field}";

    public static string Drop(string field, string value) => $"{DropAct}:{field}:{value}";

    /// <summary>Null where the button is another one.</summary>
    public static PickStep? Read(string button)
    {
        var parts = button.Split(':', 3);
        return parts.Length >= 2 && parts[0] is FindAct or NewAct or SameAct or DropAct
            ? new(parts[0], parts[1], parts is [_, _, var value] ? value : "")
            : null;
    }

    /// <summary>Adds a choice to the value of a field.</summary>
    public static void Choose(Dictionary<string, string> values, string field, string choice) =>
        values[field] = string.Join('\n', Lines(values, field).Append(choice).Distinct());

    /// <summary>The values after it.</summary>
    /// <param name="fields">Of the form.</param>
    /// <param name="values">As sent.</param>
    /// <param name="proposal">What a new source begins with; null where nothing was written.</param>
    public Dictionary<string, string> Apply(
        IReadOnlyList<FieldSpec> fields, IReadOnlyDictionary<string, string> values, NewSourceProposal? proposal)
    {
        var changed = new Dictionary<string, string>(values, StringComparer.Ordinal);
        switch (Act)
        {
            case DropAct:
                changed[Field] = string.Join('\n', Lines(changed, Field).Where(l => l != Value));
                if (Value == FieldSpec.NewSourceCode && !IsCited(fields, changed))
                {
                    Fill(fields, changed, new("", "", "", null), isEmptied: true);
                }
                break;
            case SameAct when fields.FirstOrDefault(f => f.Name == Field)?.SameAs is { } same:
                foreach (var line in Lines(changed, same.Value)) Choose(changed, Field, line);
                break;
            case NewAct:
                Choose(changed, Field, FieldSpec.NewSourceCode);
                if (proposal is not null) Fill(fields, changed, proposal, isEmptied: false);
                break;
        }

        return changed;
    }

    /// <summary>Whether what was written in the box is done with.</summary>
    public bool EmptiesBox => Act == NewAct;

    private static bool IsCited(IReadOnlyList<FieldSpec> fields, Dictionary<string, string> values) =>
        fields.Any(f => f.Kind == FieldKind.Sources && Lines(values, f.Name).Contains(FieldSpec.NewSourceCode));

    /// <summary>What was typed already stays.</summary>
    private static void Fill(IReadOnlyList<FieldSpec> fields, Dictionary<string, string> values, NewSourceProposal proposal, bool isEmptied)
    {
        foreach (var field in fields.Where(f => f.IsOfNewSource && (isEmptied || values.GetValueOrDefault(f.Name, "").Trim().Length == 0)))
        {
            values[field.Name] = field.Name[FieldSpec.NewSource.Length..] switch
            {
                "Title" => proposal.Title,
                "Publisher" => proposal.Publisher,
                "Url" => proposal.Url,
                "Tier" => proposal.Tier?.ToString() ?? "",
                _ => "",
            };
        }
    }

    private static string[] Lines(Dictionary<string, string> values, string field) =>
        values.GetValueOrDefault(field, "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Web.Editing.Forms.Picks;
using DefenseCoop.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Editing.Forms;

/// <summary>All fields of a form.</summary>
public sealed partial class FieldSet
{
    [Parameter, EditorRequired]
    public EditForm Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Values { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormErrors Errors { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormPicks Picks { get; set; } = null!;

    private FormSpec Spec => Form.Spec;

    private IEnumerable<(string Name, IReadOnlyList<FieldSpec> Fields)> Groups => GroupsOf([.. Spec.Fields.Where(f => !f.IsOfNewSource)]);

    private IReadOnlyList<FieldSpec> NewSource => [.. Spec.Fields.Where(f => f.IsOfNewSource)];

    /// <summary>Whether anything of a new source is there to be seen.</summary>
    private bool HasNewSource => NewSource.Any(f => Errors[f.Name] is not null || Value(f).Trim().Length > 0) || Spec.Fields.Any(Cites);

    /// <summary>The field that cites the new source, or would.</summary>
    private string? NewSourceField =>
        (Spec.Fields.FirstOrDefault(Cites) ?? Spec.Fields.FirstOrDefault(f => f.Kind == FieldKind.Sources))?.Name;

    private string Value(FieldSpec field) => Values.GetValueOrDefault(field.Name, "");

    private Understood? UnderstoodOf(FieldSpec field)
    {
        var beside = field.Beside is null ? null : Values.GetValueOrDefault(field.Beside);
        return Understood.Of(field.Kind, Value(field), field.Unit ?? beside, beside == FieldSpec.Ticked);
    }

    private bool Cites(FieldSpec field) =>
        field.Kind == FieldKind.Sources && Value(field).Split('\n').Any(l => l.Trim() == FieldSpec.NewSourceCode);

    /// <summary>What says no more than an empty field, or was proposed, is not used.</summary>
    private bool IsUsed(FieldSpec field) => Errors[field.Name] is not null
        || (Value(field) is { Length: > 0 } value
            && !field.Usual.Contains(value) && !(field.Kind == FieldKind.Choice && field.Usual.Count == 0)
            && !(Form.Key.Code is null && value == Form.Stored.GetValueOrDefault(field.Name, "")));

    private static IEnumerable<(string Name, IReadOnlyList<FieldSpec> Fields)> GroupsOf(IReadOnlyList<FieldSpec> fields)
    {
        for (var start = 0; start < fields.Count;)
        {
            var name = fields[start].Group;
            IReadOnlyList<FieldSpec> group = [.. fields.Skip(start).TakeWhile(f => f.Group == name)];
            yield return (name, group);
            start += group.Count;
        }
    }
}

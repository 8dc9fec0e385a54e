using DefenseCoop.Data.Fields;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Shared.Forms;

/// <summary>One field of a plain form.</summary>
public sealed partial class Field
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Name of the value in the form, such as <c>Input.Email</c>; the last part is the name of the field.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public FormErrors? Errors { get; set; }

    [Parameter]
    public string? AutoComplete { get; set; }

    [Parameter]
    public string? InputMode { get; set; }

    [Parameter]
    public int? MaxLength { get; set; }

    [Parameter]
    public int Lines { get; set; } = 1;

    [Parameter]
    public bool Required { get; set; }

    /// <summary>Distinguishes the fields of several forms on one page.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    /// <summary>What can be chosen; null where it is written.</summary>
    [Parameter]
    public IReadOnlyList<FieldOption>? Options { get; set; }

    private bool IsLine => Lines == 1 && Options is null;

    private string Key => Name[(Name.LastIndexOf('.') + 1)..];

    private string Id => Prefix + Key;

    /// <summary>So that the list of errors above the form can name it.</summary>
    protected override void OnParametersSet() => Errors?.Name(Key, Label);
}

using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Shared.Forms;

/// <summary>One field of a plain form, of a form of editing or of an assessment.</summary>
public sealed partial class FieldFrame
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>As which it is sent.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What its form calls it.</summary>
    [Parameter, EditorRequired]
    public string Key { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public bool IsOptional { get; set; }

    /// <summary>What is asked for because of what stands in other fields; empty while nothing is, null where nothing ever is.</summary>
    [Parameter]
    public string? Asked { get; set; }

    /// <summary>The class of how wide it is.</summary>
    [Parameter]
    public string Width { get; set; } = "";

    [Parameter]
    public string Type { get; set; } = "text";

    /// <summary>More than one makes it a box for text.</summary>
    [Parameter]
    public int Lines { get; set; } = 1;

    /// <summary>What can be chosen; null where it is written.</summary>
    [Parameter]
    public IReadOnlyList<FieldOption>? Options { get; set; }

    /// <summary>What the choice of nothing is called; null where there is none.</summary>
    [Parameter]
    public string? Nothing { get; set; }

    /// <summary>As what it is read while it is typed; null where nothing is said of that.</summary>
    [Parameter]
    public string? Reads { get; set; }

    /// <summary>What is understood of the value; null where there is nothing to say.</summary>
    [Parameter]
    public Understood? Understood { get; set; }

    /// <summary>What is known already, beside the field.</summary>
    [Parameter]
    public IReadOnlyList<string> Beside { get; set; } = [];

    /// <summary>What stands before the control.</summary>
    [Parameter]
    public RenderFragment? Before { get; set; }

    /// <summary>What stands after all of it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What else is said of the control.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string? Invalid => Error is null ? null : "true";

    private string? DescribedBy
    {
        get
        {
            string[] parts =
            [
                Hint is null ? "" : $"{Id}-hint", Error is null ? "" : $"{Id}-error",
                Beside.Count == 0 ? "" : $"{Id}-beside", Reads is null ? "" : $"{Id}-echo",
            ];
            return string.Join(' ', parts.Where(p => p.Length > 0)) is { Length: > 0 } ids ? ids : null;
        }
    }
}

using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Editing.Forms.Picks;

/// <summary>Any number of a long list, chosen by name.</summary>
public sealed partial class PickList
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Name of the field.</summary>
    [Parameter, EditorRequired]
    public string Field { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public bool IsOptional { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public string? Error { get; set; }

    /// <summary>Where the script asks what is found.</summary>
    [Parameter, EditorRequired]
    public string Url { get; set; } = "";

    /// <summary>Where the form is sent, for buttons that come back to this field.</summary>
    [Parameter, EditorRequired]
    public string Action { get; set; } = "";

    [Parameter]
    public string FindLabel { get; set; } = "Find more";

    /// <summary>What is written in the box.</summary>
    [Parameter]
    public string Typed { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<PickOption> Chosen { get; set; } = [];

    /// <summary>What was found for it; null where nobody asked.</summary>
    [Parameter]
    public PickOffer? Offer { get; set; }

    [Parameter]
    public bool TakesNew { get; set; }

    /// <summary>The field whose choice can be taken over, with what the button says.</summary>
    [Parameter]
    public FieldOption? SameAs { get; set; }

    /// <summary>The fields of what is added in place.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Name => SentForm.Prefix + Field;

    private string Here => $"{Action}#{Id}";

    private string? DescribedBy =>
        Help is null && Error is null
            ? null
            : string.Join(' ', new[] { Help is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>());
}

using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Editing.Forms;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Writing.Fields;

/// <summary>One field of the form of an assessment.</summary>
public sealed partial class WritingField
{
    [Parameter, EditorRequired]
    public AssessmentForm Form { get; set; } = null!;

    /// <summary>One of <see cref="TextPartNames"/>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public bool IsOptional { get; set; }

    /// <summary>What is asked for because of what stands in other fields; empty while nothing is, null where nothing ever is.</summary>
    [Parameter]
    public string? Asked { get; set; }

    /// <summary>Of a judgement: what the evidence says.</summary>
    [Parameter]
    public string? Evidence { get; set; }

    /// <summary>Id of a list of what is often written here.</summary>
    [Parameter]
    public string? Suggestions { get; set; }

    [Parameter]
    public WritingKind Kind { get; set; }

    /// <summary>What can be chosen; null where it is written.</summary>
    [Parameter]
    public IReadOnlyList<FieldOption>? Options { get; set; }

    private string Id => EditField.IdPrefix + Name;

    private string Sent => SentForm.Prefix + Name;

    private ConflictRow? Conflict => Form.View.Conflicts.FirstOrDefault(c => c.Name == Name);

    private string Stored => Form.View.Fields.GetValueOrDefault(Name)?.Value ?? "";

    /// <summary>What could not be merged stands in the field as its author wrote it.</summary>
    private string Value => Form.Typed.GetValueOrDefault(Name) ?? Conflict?.Mine ?? Stored;

    private string Base => Conflict?.Mine ?? Stored;

    private string? Error => Form.Errors[Name];

    private int Lines => Math.Clamp((Value.Length / 60) + 2, Kind == WritingKind.Markdown ? 6 : 3, 18);

    private int MaxLength => Name == TextPartNames.Reason ? Assessment.MaxReason : Assessment.MaxText;

    private string Width => Options is not null ? "" : Kind switch
    {
        WritingKind.Day => "short",
        WritingKind.Line => "",
        _ => "wide",
    };

    private bool IsText => Kind is WritingKind.Text or WritingKind.Markdown;

    private Dictionary<string, object> More
    {
        get
        {
            Dictionary<string, object> more = [];
            if (Options is not null && Evidence is not null) more["data-evidence"] = Evidence;
            if (Options is not null) return more;
            if (IsText)
            {
                more["data-max"] = MaxLength;
                return more;
            }

            more["autocomplete"] = "off";
            if (Suggestions is not null) more["list"] = Suggestions;
            return more;
        }
    }
}

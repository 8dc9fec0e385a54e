using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Web.Editing.Forms.Picks;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Editing.Forms;

/// <summary>One field of a form of editing, by its kind.</summary>
public sealed partial class EditField
{
    /// <summary>Before the name of a field in its id.</summary>
    public const string IdPrefix = "f-";

    private const string DateHelp = "As exact as it is known: 14 Mar 2025, Mar 2025, Q1 2025 or 2025.";

    [Parameter, EditorRequired]
    public FieldSpec Field { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    [Parameter, EditorRequired]
    public string? Error { get; set; }

    /// <summary>What the pick lists of the form show; null where there is none.</summary>
    [Parameter]
    public FormPicks? Picks { get; set; }

    /// <summary>Where the form is sent.</summary>
    [Parameter]
    public string Action { get; set; } = "";

    /// <summary>Name of the form, of whose choices one is looked for.</summary>
    [Parameter]
    public string Form { get; set; } = "";

    /// <summary>What the source is called that is added in the same form.</summary>
    [Parameter]
    public string NewSource { get; set; } = "";

    /// <summary>What is known already, beside the field.</summary>
    [Parameter]
    public IReadOnlyList<string> Beside { get; set; } = [];

    /// <summary>Further fields within this one.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Whether a source can be added in this form.</summary>
    [Parameter]
    public bool TakesNewSource { get; set; }

    /// <summary>Whether it belongs to something that is added in the same form: then it is not optional, though all of that is.</summary>
    [Parameter]
    public bool IsInPlace { get; set; }

    private bool IsOptional => !Field.Required && !IsInPlace && Field.Kind != FieldKind.Sources;

    private string Id => IdPrefix + Field.Name;

    /// <summary>As which it is sent, where that is not the name of the field behind the prefix of all.</summary>
    [Parameter]
    public string? SentAs { get; set; }

    private string Name => SentAs ?? SentForm.Prefix + Field.Name;

    /// <summary>What the program understands of the value; null where there is nothing to say.</summary>
    [Parameter]
    public Understood? Understood { get; set; }

    /// <summary>Its kind, where people see what is understood of it.</summary>
    private string? Reads =>
        Field.Kind is FieldKind.PartialDate or FieldKind.Period or FieldKind.Number or FieldKind.WholeNumber ? Field.Kind.ToString() : null;

    /// <summary>No length is enforced here: a paste that is cut silently is lost.</summary>
    private Dictionary<string, object> More
    {
        get
        {
            Dictionary<string, object> more = [];
            if (Field.Required) more["aria-required"] = "true";
            if (Field.Kind == FieldKind.Choice) return more;
            if (Field.MaxLength is { } max) more["data-max"] = max;
            if (Field.Kind == FieldKind.Paragraph) return more;
            more["autocomplete"] = "off";
            if (Field.Kind == FieldKind.WholeNumber) more["inputmode"] = "numeric";
            if (Field is { Kind: FieldKind.Number, Unit: null }) more["inputmode"] = "decimal";
            if (Field.Unit is { } unit) more["data-unit"] = unit;
            if (Field.Beside is { } beside) more["data-beside"] = SentForm.Prefix + beside;
            return more;
        }
    }

    private string WidthClass => Field.Kind switch
    {
        FieldKind.PartialDate or FieldKind.Number or FieldKind.WholeNumber => "short",
        FieldKind.Choice or FieldKind.Period => "",
        _ => "wide",
    };

    private int Lines => Math.Clamp((Value.Length / 75) + 2, 3, 12);

    private string? Help => (Field.Kind, Field.Help) switch
    {
        (FieldKind.PartialDate, null) => DateHelp,
        (FieldKind.PartialDate, { } help) when !help.Contains("2025", StringComparison.Ordinal) => $"{help} {DateHelp}",
        var (_, help) => help,
    };

    /// <summary>What the choice of nothing is called; null where there is none.</summary>
    private string? Nothing => Field.Options.Any(o => o.Value.Length == 0) || (Field.Required && Value.Length > 0) ? null
        : IsOptional ? "None"
        : "Choose one";

    private string FindLabel => Field.Kind == FieldKind.Sources ? "Find a source by title, publisher or address" : "Find by name";

    private string PickUrl => Field.Kind == FieldKind.Sources ? EditUrls.SourcesPath : EditUrls.Choices(Form, Field.Name);
}

using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Shared.Forms;

/// <summary>
/// A page of plain forms, rendered on the server without a circuit. What went wrong stands beside the fields, and what
/// was typed stays.
/// </summary>
public abstract class FormPage : PlainForm
{
    /// <summary>Names what was done by the form that led here, so that the page can say so once.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    protected override FormErrors Errors { get; } = new();

    /// <summary>Before the title of the page, so that whoever hears it, or looks at its tab, knows that something is wrong.</summary>
    protected string ErrorMark => Errors.Any ? "Error: " : "";
}

/// <summary>What is wrong with a form, by field; the empty name stands for the form as a whole.</summary>
public sealed class FormErrors
{
    private readonly Dictionary<string, string> _byField = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<KeyValuePair<string, string>> All => _byField;

    public bool Any => _byField.Count > 0;

    public string? this[string field] => _byField.GetValueOrDefault(field);

    /// <summary>Says what people call a field.</summary>
    public void Name(string field, string label) => _labels[field] = label;

    /// <summary>What people call it; null where nobody has said so.</summary>
    public string? LabelOf(string field) => _labels.GetValueOrDefault(field);

    public void Add(string field, string message) => _byField[field] = message;

    public void Clear() => _byField.Clear();
}

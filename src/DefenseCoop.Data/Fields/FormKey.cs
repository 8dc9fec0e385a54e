namespace DefenseCoop.Data.Fields;

/// <summary>Names one form for one record.</summary>
/// <param name="Form">Name of the form, see <see cref="FormSpec.Name"/>.</param>
/// <param name="Code">Code of the record; null for a new one.</param>
/// <param name="Of">For a new one: code of what it belongs to; null where it belongs to nothing.</param>
public sealed record FormKey(string Form, string? Code, string? Of)
{
    /// <summary>One text that identifies it; codes hold no vertical bar.</summary>
    public string ToText() => $"{Form}|{Code}|{Of}";

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static FormKey FromText(string text)
    {
        var parts = text.Split('|');
        return new FormKey(parts[0], Part(1), Part(2));
        string? Part(int index) => index < parts.Length && parts[index].Length > 0 ? parts[index] : null;
    }
}

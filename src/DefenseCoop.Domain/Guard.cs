namespace DefenseCoop.Domain;

/// <summary>Limits that every stored text and number keeps; a breach names the field and the remedy.</summary>
internal static class Guard
{
    /// <summary>Largest magnitude of a stored value: beyond it the arithmetic of attainment could overflow.</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <exception cref="ArgumentException">Empty, or longer than <paramref name="max"/> characters.</exception>
    public static string Text(string? value, int max, string field)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text)) throw new ArgumentException($"{field} is empty: give it a text.", field);
        return text.Length <= max
            ? text
            : throw new ArgumentException($"{field} has {text.Length} characters: shorten it to {max}.", field);
    }

    /// <summary>Like <see cref="Text"/>, but nothing (null or blank) is allowed and stays null.</summary>
    public static string? OptionalText(string? value, int max, string field) =>
        string.IsNullOrWhiteSpace(value) ? null : Text(value, max, field);

    public static decimal Value(decimal value, string field) => Math.Abs(value) <= Largest
        ? value
        : throw new ArgumentException($"{field} {value} is out of range: use a larger unit.", field);
}

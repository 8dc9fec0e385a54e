using System.Globalization;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Domain;

/// <summary>Limits that every stored text and number keeps; a breach names the field and the remedy.</summary>
public static class Guard
{
    /// <summary>Largest magnitude of a stored value: beyond it the arithmetic of attainment could overflow.</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <exception cref="InvalidInputException">Empty, or longer than <paramref name="max"/> characters.</exception>
    public static string Text(string? value, int max, string field)
    {
        var text = TypedText.Trim(value);
        if (text.Length == 0) throw new InvalidInputException(field, $"{field} is empty: give it a text.");
        return text.Length <= max
            ? text
            : throw new InvalidInputException(field, $"{field} has {text.Length} characters: shorten it to {max}.");
    }

    /// <summary>Like <see cref="Text"/>, but nothing (null or blank) is allowed and stays null.</summary>
    public static string? OptionalText(string? value, int max, string field) =>
        TypedText.IsBlank(value) ? null : Text(value, max, field);

    /// <summary>Like <see cref="Text"/>, for what people type into a form: one line, and its words for the field.</summary>
    /// <param name="field">Name of the field in the form.</param>
    public static string Line(string? value, int max, string field, string? words = null)
    {
        var text = TypedText.Trim(value);
        var name = words ?? field;
        if (text.Length == 0) throw new InvalidInputException(field, Missing(name));
        if (text.Length > max) throw new InvalidInputException(field, $"{name} has {text.Length} characters: shorten it to {max}.");
        return text.Any(char.IsControl)
            ? throw new InvalidInputException(field, $"{name} holds a line break or another control character: write it in one line of text.")
            : text;
    }

    /// <summary>Like <see cref="Line"/>, but nothing (null or blank) is allowed and stays null.</summary>
    public static string? OptionalLine(string? value, int max, string field, string? words = null) =>
        TypedText.IsBlank(value) ? null : Line(value, max, field, words);

    /// <summary>Like <see cref="Line"/>, for a box in which people break lines: they become spaces.</summary>
    public static string Paragraph(string? value, int max, string field, string words) =>
        Line(string.Join(' ', (value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), max, field, words);

    /// <summary>Like <see cref="Paragraph"/>, but nothing (null or blank) is allowed and becomes null.</summary>
    public static string? OptionalParagraph(string? value, int max, string field, string words) =>
        TypedText.IsBlank(value) ? null : Paragraph(value, max, field, words);

    /// <summary>What stands in addresses: small letters a to z, digits, and single hyphens between them.</summary>
    public static string Address(string? value, int max, string field)
    {
        var text = Line(value, max, field, "The short name");
        if (!text.Split('-').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
        {
            throw new InvalidInputException(field, "This cannot stand in an address: write small letters a to z, digits, and single hyphens between them.");
        }

        return ReservedNames.Has(text) ? throw new InvalidInputException(field, ReservedNames.Refusal(text)) : text;
    }

    /// <summary>What to say of a field that is empty and must not be: "Enter the title.", "Enter what came of it."</summary>
    /// <param name="name">What people call the field.</param>
    /// <param name="verb">What they do with it.</param>
    public static string Missing(string name, string verb = "Enter")
    {
        var first = name.Split(' ')[0];
        var words = first.Skip(1).Any(char.IsUpper) ? name : $"{char.ToLowerInvariant(name[0])}{name[1..]}";
        return $"{verb} {(first is "How" or "The" or "What" or "When" or "Where" or "Which" or "Who" or "Why" ? "" : "the ")}{words}.";
    }

    public static decimal Value(decimal value, string field) => Problem(value, field) is { } problem ? throw new InvalidInputException(field, problem) : value;

    /// <summary>What is wrong with the size of a value; null where nothing is.</summary>
    internal static string? Problem(decimal value, string field) => Math.Abs(value) <= Largest
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{field} {value} is out of range: use a larger unit.");
}

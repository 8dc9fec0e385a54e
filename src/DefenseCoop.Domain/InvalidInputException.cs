namespace DefenseCoop.Domain;

/// <summary>What somebody entered cannot be accepted. The message names the remedy and is shown beside the field.</summary>
/// <param name="field">Name of the field, as the form that holds it calls it; empty for the form as a whole.</param>
/// <param name="message">A whole sentence for the person who entered it.</param>
public sealed class InvalidInputException(string field, string message) : Exception(message)
{
    public string Field { get; } = field;
}

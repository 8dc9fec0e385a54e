namespace DefenseCoop.Domain.People;

/// <summary>The name by which a person is shown, on accounts and in the history of what they did.</summary>
public static class PersonName
{
    /// <summary>Characters.</summary>
    public const int MaxLength = 100;
}

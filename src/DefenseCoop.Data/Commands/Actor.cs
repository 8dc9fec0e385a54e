using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.Commands;

/// <summary>
/// Who asks for a command. It says nothing of what the person may do: that is read from the database when the command
/// runs.
/// </summary>
/// <param name="AccountId">0 for a visitor without an account.</param>
/// <param name="SessionId">The sign-in that the person acts under; the command is refused once it has ended. Null for
/// callers outside any browser, such as a verb.</param>
public readonly record struct Actor(int AccountId, long? SessionId)
{
    public static Actor Visitor { get; } = new(0, null);
}

/// <summary>Names the right that a command needs. A test runs every command under every role against it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;
}

/// <summary>Says that a command needs the right of the form that it is about; where it names none, that of any form.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresRightOfFormAttribute : Attribute;

using DefenseCoop.Domain.People;

namespace DefenseCoop.Domain;

/// <summary>
/// What somebody asked for is not done, and nothing was changed. Whoever refuses throws one of the kinds below; how each is
/// answered is decided where the person is answered, and nowhere else.
/// </summary>
/// <param name="message">Whole sentences for the person who asked: what is wrong, and the remedy.</param>
/// <param name="field">Name of the field that it is about, as the form that holds it calls it; empty for the form as a whole.</param>
public abstract class RefusedException(string message, string field = "") : Exception(message)
{
    public string Field { get; } = field;
}

/// <summary>What somebody entered cannot be accepted.</summary>
public sealed class InvalidInputException(string field, string message) : RefusedException(message, field)
{
    /// <summary>Of a value alone: whoever asked for it knows of which field it is.</summary>
    public InvalidInputException(string message) : this("", message)
    {
    }
}

/// <summary>The person may not do what they asked for.</summary>
public sealed class NotAllowedException(Right right)
    : RefusedException("You do not have the right to do this. Nothing was changed. An administrator can give you a role that has it.")
{
    public Right Right { get; } = right;
}

/// <summary>The person may do it, but has to sign in again first: the last time is too long ago.</summary>
public sealed class SignInAgainException()
    : RefusedException(
        "For this you have to sign in again: it changes how you sign in, and the last time was too long ago. Nothing was changed.");

/// <summary>What it is about is not there, or not any more.</summary>
public sealed class RecordGoneException(string message) : RefusedException(message);

/// <summary>It does not agree with what is stored now, as when somebody else was faster.</summary>
public class ConflictException(string message, string field = "") : RefusedException(message, field);

/// <summary>What was about to be changed is another than it was when it was read for that: somebody else changed it between.</summary>
public sealed class ChangedMeanwhileException()
    : ConflictException("Somebody else changed this at the same moment. Nothing was changed. Look at it as it is now, and try again.");

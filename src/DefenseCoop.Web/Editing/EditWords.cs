namespace DefenseCoop.Web.Editing;

/// <summary>What forms and endpoints of editing say alike.</summary>
internal static class EditWords
{
    public const string CannotStore =
        "The server could not store it: its disk is full, or cannot be written. Nothing was changed, and what you typed is still here. An administrator can make room; then send it again.";

    public const string CannotKeep = "Not kept yet: the disk of the server is full, or cannot be written. What you typed is still here.";
}

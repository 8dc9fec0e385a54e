using System.Globalization;

namespace DefenseCoop.Web.Operations.Chores;

/// <summary>Chores in words.</summary>
internal static class ChoreWords
{
    /// <summary>As a button says it.</summary>
    public static string Of(Chore chore) => chore switch
    {
        Chore.Backup => "Back up now",
        Chore.Verify => "Verify now",
        _ => "Send a test mail",
    };

    /// <summary>As what was done.</summary>
    public static string Name(Chore chore) => chore switch
    {
        Chore.Backup => "Backup",
        Chore.Verify => "Verification",
        _ => "Test mail",
    };

    public static string Progress(ChoreState state) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name(state.Chore)}: {state.Progress.Step}, {state.Progress.Share:0 %}");
}

namespace DefenseCoop.Web.Shared;

/// <summary>What the program says of itself.</summary>
internal static class About
{
    /// <summary>What this is, for people and for search engines.</summary>
    public const string Description = "Publicly known Denmark–US defense cooperation: what was agreed, what the evidence says, and why. Open sources only.";
}

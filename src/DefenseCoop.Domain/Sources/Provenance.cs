namespace DefenseCoop.Domain.Sources;

/// <summary>Where a fact comes from.</summary>
public enum Provenance
{
    /// <summary>No public text was found; there is no value, and it is shown as unknown.</summary>
    None,

    /// <summary>Read in the public text that its sources name.</summary>
    Confirmed,

    /// <summary>Our own mapping, target or expected step; not a public fact, and shown as such.</summary>
    Illustrative,
}

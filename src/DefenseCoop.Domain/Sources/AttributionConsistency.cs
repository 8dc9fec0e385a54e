namespace DefenseCoop.Domain.Sources;

/// <summary>What a fact says of where it comes from, together with the sources that it cites.</summary>
public static class AttributionConsistency
{
    /// <summary>A fact that a public text tells names the text.</summary>
    /// <param name="provenance">Where the fact comes from.</param>
    /// <param name="sources">How many sources it cites.</param>
    public static IEnumerable<Inconsistency> Of(Provenance provenance, int sources)
    {
        if (provenance == Provenance.Confirmed && sources == 0)
        {
            yield return new(
                ["Sources", "Provenance"],
                "A public text is named by its source: choose one or add one, or say that this is ours.");
        }
    }
}

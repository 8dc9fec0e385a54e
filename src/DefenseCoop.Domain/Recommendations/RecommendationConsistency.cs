namespace DefenseCoop.Domain.Recommendations;

/// <summary>What the fields of a point of the article have to say together.</summary>
public static class RecommendationConsistency
{
    public static IEnumerable<Inconsistency> Of(Recommendation recommendation)
    {
        if (recommendation is { State: not RecommendationState.Unknown, Response: null })
        {
            yield return new(
                ["Response", "State"],
                "There is a response, so say which: write it in a sentence, or choose “No public response was found”.");
        }
    }
}

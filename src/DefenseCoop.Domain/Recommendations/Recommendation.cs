using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Recommendations;

/// <summary>What became of a recommendation.</summary>
public enum RecommendationState
{
    /// <summary>No public response was found.</summary>
    Unknown,
    Accepted,
    UnderWay,
    Done,
    Rejected,
}

/// <summary>One of the article's recommendations, with the response to it.</summary>
public sealed class Recommendation
{
    public const int MaxCode = 20;
    public const int MaxText = 1000;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "recommendation id"); }

    public int Position { get; set; }

    /// <summary>Its words; null where they are not known here.</summary>
    public string? Text { get; set => field = Guard.OptionalText(value, MaxText, "recommendation text"); }

    public string? Response { get; set => field = Guard.OptionalText(value, MaxText, "recommendation response"); }

    public RecommendationState State { get; set; }

    public required Attribution Attribution { get; set; }
}

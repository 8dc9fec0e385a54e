using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
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

/// <summary>What the article does with a point that it makes.</summary>
public enum ArticlePoint
{
    /// <summary>It says what ought to be done.</summary>
    Recommendation,

    /// <summary>It names an initiative as proposed.</summary>
    Proposal,

    /// <summary>It says how things are, or what is aimed at.</summary>
    Claim,
}

/// <summary>A point of the article that the tracker started from, most of all its recommendations, with the response to it.</summary>
public sealed class Recommendation
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Recommendation>(
        RecordKind.Recommendation, "recommendation", r => r.Code, r => r.Title ?? r.Text ?? r.Code)
    {
        Cited = SubjectKind.Recommendation,
    };

    public const int MaxCode = 20;
    public const int MaxTitle = 200;
    public const int MaxText = 1000;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "recommendation id"); }

    public int Position { get; set; }

    public ArticlePoint Kind { get; set; }

    public string? Title { get; set => field = Guard.OptionalText(value, MaxTitle, "recommendation title"); }

    /// <summary>The focus area that it is about, whose initiatives are what answers it; null where it is about none.</summary>
    public string? FocusAreaSlug { get; set => field = Guard.OptionalText(value, FocusArea.MaxSlug, "focus area"); }

    /// <summary>What it says; null where that is not known here.</summary>
    public string? Text { get; set => field = Guard.OptionalText(value, MaxText, "recommendation text"); }

    public string? Response { get; set => field = Guard.OptionalText(value, MaxText, "recommendation response"); }

    public RecommendationState State { get; set; }

    public required Attribution Attribution { get; set; }
}

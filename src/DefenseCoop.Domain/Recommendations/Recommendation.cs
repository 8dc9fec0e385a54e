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
        Pages = RecordPages.Recommendations,
    };

    public const int MaxCode = 20;
    public const int MaxTitle = 200;
    public const int MaxText = 1000;

    public int Id { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "recommendation id"); } = "";

    public int Position { get; private set; }

    public ArticlePoint Kind { get; private set; }

    public string? Title { get; private set => field = Guard.OptionalText(value, MaxTitle, "recommendation title"); }

    /// <summary>The focus area that it is about, whose initiatives are what answers it; null where it is about none.</summary>
    public string? FocusAreaSlug { get; private set => field = Guard.OptionalText(value, FocusArea.MaxSlug, "focus area"); }

    /// <summary>What it says; null where that is not known here.</summary>
    public string? Text { get; private set => field = Guard.OptionalText(value, MaxText, "recommendation text"); }

    public string? Response { get; private set => field = Guard.OptionalText(value, MaxText, "recommendation response"); }

    public RecommendationState State { get; private set; }

    public Attribution Attribution { get; private set; } = null!;

    private Recommendation()
    {
    }

    /// <summary>A point whose words are not known here yet, and to which no response was found.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Recommendation Create(string code, Attribution attribution, int position = 0) => new()
    {
        Code = code,
        Attribution = attribution,
        Position = position,
    };

    public void Classify(ArticlePoint kind) => Kind = kind;

    public void Retitle(string? title) => Title = title;

    public void Concern(string? focusAreaSlug) => FocusAreaSlug = focusAreaSlug;

    public void Rephrase(string? text) => Text = text;

    public void Respond(string? response) => Response = response;

    public void Report(RecommendationState state) => State = state;

    public void Attribute(Attribution attribution) => Attribution = attribution;
}

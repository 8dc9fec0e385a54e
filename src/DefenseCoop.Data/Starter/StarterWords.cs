using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Starter;

/// <summary>The words of the starter file and what they mean here.</summary>
internal static class StarterWords
{
    public static readonly Dictionary<string, Provenance> Provenances = new()
    {
        ["confirmed"] = Provenance.Confirmed,
        ["illustrative"] = Provenance.Illustrative,
    };

    public static readonly Dictionary<string, Stage> Stages = new()
    {
        ["planned"] = Stage.Agreed,
        ["in_progress"] = Stage.UnderWay,
        ["proposed"] = Stage.Proposed,
        ["agreed"] = Stage.Agreed,
        ["under_way"] = Stage.UnderWay,
        ["suspended"] = Stage.Suspended,
        ["completed"] = Stage.Completed,
        ["cancelled"] = Stage.Cancelled,
    };

    public static readonly Dictionary<string, StageBasis> StageBases = new()
    {
        ["sourced"] = StageBasis.Sourced,
        ["assumed_ongoing"] = StageBasis.AssumedOngoing,
        ["inferred_from_end_date"] = StageBasis.InferredFromEndDate,
    };

    public static readonly Dictionary<string, RecordConfidence> Confidences = new()
    {
        ["low"] = RecordConfidence.Low,
        ["medium"] = RecordConfidence.Medium,
        ["high"] = RecordConfidence.High,
    };

    public static readonly Dictionary<string, MilestoneState> MilestoneStates = new()
    {
        ["unknown"] = MilestoneState.Unknown,
        ["pending"] = MilestoneState.Pending,
        ["met"] = MilestoneState.Met,
        ["met_late"] = MilestoneState.MetLate,
        ["cancelled"] = MilestoneState.Cancelled,
    };

    public static readonly Dictionary<string, Direction> Directions = new()
    {
        ["none"] = Direction.None,
        ["up"] = Direction.Up,
        ["down"] = Direction.Down,
    };

    public static readonly Dictionary<string, TargetKind> TargetKinds = new()
    {
        ["reach"] = TargetKind.Reach,
        ["hold"] = TargetKind.Hold,
    };

    public static readonly Dictionary<string, Qualifier> Qualifiers = new()
    {
        ["approx"] = Qualifier.About,
        ["more than"] = Qualifier.MoreThan,
        ["close to"] = Qualifier.CloseTo,
        ["up to"] = Qualifier.UpTo,
        ["max"] = Qualifier.Maximum,
    };

    public static readonly Dictionary<string, ReadingKind> Kinds = new()
    {
        ["actual"] = ReadingKind.Actual,
        ["estimate"] = ReadingKind.Estimate,
        ["press figure"] = ReadingKind.Estimate,
        ["plan"] = ReadingKind.Plan,
        ["ceiling"] = ReadingKind.Ceiling,
        ["contract ceiling"] = ReadingKind.Ceiling,
        ["notified ceiling"] = ReadingKind.Ceiling,
        ["approved maximum"] = ReadingKind.Ceiling,
        ["allocation"] = ReadingKind.Allocation,
        ["funded"] = ReadingKind.Allocation,
        ["pledge"] = ReadingKind.Pledge,
        ["pledged"] = ReadingKind.Pledge,
        ["agreed"] = ReadingKind.Pledge,
    };

    public static readonly Dictionary<string, ArticlePoint> ArticlePoints = new()
    {
        ["recommendation"] = ArticlePoint.Recommendation,
        ["proposal"] = ArticlePoint.Proposal,
        ["claim"] = ArticlePoint.Claim,
    };

    public static readonly Dictionary<string, RecommendationState> RecommendationStates = new()
    {
        ["unknown"] = RecommendationState.Unknown,
        ["accepted"] = RecommendationState.Accepted,
        ["under_way"] = RecommendationState.UnderWay,
        ["done"] = RecommendationState.Done,
        ["rejected"] = RecommendationState.Rejected,
    };

    /// <summary>The category of all figures of spending, which do not name it themselves.</summary>
    public const string SpendingCategory = "defence_spending";

    /// <summary>Units of the spending series, which names only measures.</summary>
    public static readonly Dictionary<string, string> SpendingUnits = new()
    {
        ["pct_gdp"] = "% of GDP",
        ["usd_m"] = "USD m",
        ["dkk_bn_additional_framework_2025_prices"] = "DKK bn (2025 prices)",
        ["dkk_bn_total"] = "DKK bn",
    };

    /// <summary>Codes of sources that people would not understand.</summary>
    public static readonly Dictionary<string, string> SourceCodes = new()
    {
        ["S-SEED"] = "S-ARTICLE",
    };

    /// <summary>Addresses in American spelling; the names stay as the file has them.</summary>
    public static readonly Dictionary<string, string> Slugs = new()
    {
        ["defence_technology"] = "defense-technology",
        [SpendingCategory] = "defense-spending",
    };
}

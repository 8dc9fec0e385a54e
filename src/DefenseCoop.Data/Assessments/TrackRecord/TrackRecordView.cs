using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Assessments.TrackRecord;

/// <summary>How judgements compared with what the evidence showed four quarters later.</summary>
/// <param name="Areas">By focus area, in their order; those without a case are left out.</param>
/// <param name="Authors">By who submitted them, by name.</param>
/// <param name="All">All cases together.</param>
public sealed record TrackRecordView(IReadOnlyList<TrackGroup> Areas, IReadOnlyList<TrackGroup> Authors, TrackGroup All)
{
    /// <summary>Fewer cases say more of chance than of people.</summary>
    public const int FewestCases = 5;
}

/// <summary>One judgement that was published, and what the evidence showed four quarters after its period.</summary>
public sealed record TrackCase(string Slug, string Area, string Author, ReportingPeriod Period, AssessedStatus Judged, AssessedStatus Later)
{
    public TrackOutcome Outcome =>
        Judged == Later ? TrackOutcome.Same
        : !Judged.IsAssessed() || !Later.IsAssessed() ? TrackOutcome.NotComparable
        : Later.IsBetterThan(Judged) ? TrackOutcome.TurnedOutBetter
        : TrackOutcome.TurnedOutWorse;
}

/// <summary>How a judgement turned out.</summary>
public enum TrackOutcome
{
    Same,
    TurnedOutBetter,
    TurnedOutWorse,

    /// <summary>One of the two does not say how things stand.</summary>
    NotComparable,
}

/// <summary>The cases of one focus area or of one author.</summary>
/// <param name="Name">Of the area or the author.</param>
/// <param name="Slug">Of the area; null for an author.</param>
public sealed record TrackGroup(string Name, string? Slug, IReadOnlyList<TrackCase> Cases)
{
    public bool IsEnough => Cases.Count >= TrackRecordView.FewestCases;

    public int Count(TrackOutcome outcome) => Cases.Count(c => c.Outcome == outcome);

    /// <summary>How many cases there are of each pair of statuses.</summary>
    public IReadOnlyDictionary<(AssessedStatus Judged, AssessedStatus Later), int> Pairs =>
        Cases.GroupBy(c => (c.Judged, c.Later)).ToDictionary(g => g.Key, g => g.Count());
}

using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Status;

/// <summary>The kinds of record that have a status or cause one.</summary>
public enum FactKind
{
    Initiative,
    Milestone,
    Indicator,
    Outcome,
    Objective,
    FocusArea,
}

/// <summary>Names one record, so that a page can link to it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its code or slug.</param>
/// <param name="Title">What people call it.</param>
/// <param name="InitiativeCode">The initiative it belongs to; null for the records above initiatives.</param>
public sealed record FactRef(FactKind Kind, string Code, string Title, string? InitiativeCode = null)
{
    /// <summary>How it is named in a sentence: initiatives go by code and title.</summary>
    public string Name => Kind == FactKind.Initiative ? $"{Code} {Title}" : Title;
}

/// <summary>One sentence about one fact, and the status that the fact contributes.</summary>
public sealed record Cause(string Sentence, FactRef About, AssessedStatus Contributes);

/// <summary>One number behind a status, with what it is.</summary>
public sealed record Figure(string Name, string Value);

/// <summary>One dated piece of evidence, and the tier of its best source (null where it has none).</summary>
public sealed record Evidence(string Code, DateOnly? Day, SourceTier? Tier);

/// <summary>How many pieces of evidence there are, and how many of them rest on the best and on the weakest sources.</summary>
public readonly record struct EvidenceTiers(int Total, int Primary, int Secondary)
{
    public EvidenceTiers With(EvidenceTiers other) => new(Total + other.Total, Primary + other.Primary, Secondary + other.Secondary);

    /// <summary>One piece, by the tier of its best source.</summary>
    public static EvidenceTiers Of(SourceTier? tier) => new(1, tier == SourceTier.Primary ? 1 : 0, tier == SourceTier.Secondary ? 1 : 0);
}

/// <summary>
/// What the rules say of one record on one day: the status, the numbers behind it, its causes (worst first, never
/// none) and what would improve it.
/// </summary>
public abstract record Finding
{
    private readonly Lazy<IReadOnlyList<Remedy>> _remedies = new([]);
    private readonly Lazy<IReadOnlyList<Figure>> _figures = new([]);

    public required FactRef About { get; init; }

    public required AssessedStatus Status { get; init; }

    public required IReadOnlyList<Cause> Causes { get; init; }

    public IReadOnlyList<Figure> Figures
    {
        get => _figures.Value;
        init => _figures = new Lazy<IReadOnlyList<Figure>>(value);
    }

    /// <summary>How to find the figures, where there is much to count.</summary>
    public Func<IReadOnlyList<Figure>> FindFigures
    {
        init => _figures = new Lazy<IReadOnlyList<Figure>>(value);
    }

    /// <summary>Each of these alone improves the status. Empty only where it is <see cref="AssessedStatus.Achieved"/>.</summary>
    public IReadOnlyList<Remedy> Remedies => _remedies.Value;

    /// <summary>How to find the remedies. They are found when first asked for: lists of findings never ask.</summary>
    public Func<IReadOnlyList<Remedy>> FindRemedies
    {
        init => _remedies = new Lazy<IReadOnlyList<Remedy>>(value);
    }

    /// <summary>What a status does not say: "late", "missed", "early".</summary>
    public string? Remark { get; init; }

    /// <summary>The newest evidence behind it; null where there is none with a date.</summary>
    public DatedEvidence? Newest { get; init; }

    /// <summary>Day from which its newest evidence counts; null where there is none.</summary>
    public DateOnly? EvidenceOn => Newest?.On;

    public string FirstCause => Causes[0].Sentence;
}

/// <summary>The finding of an indicator.</summary>
public sealed record IndicatorFinding : Finding
{
    /// <summary>The reading that counts.</summary>
    public ReadingFacts? Value { get; init; }

    /// <summary>Readings of the same period that count as evidence and do not decide, by code, with why.</summary>
    public IReadOnlyDictionary<string, string> Outweighed { get; init; } = new Dictionary<string, string>();

    /// <summary>Share of the way from baseline to target; null where it cannot be told.</summary>
    public decimal? Attainment { get; init; }

    /// <summary>Share of the way that a straight line gives for the day of the reading.</summary>
    public decimal? Expected { get; init; }

    /// <summary>For <see cref="AssessedStatus.Stale"/>: what the last word would have meant on its day.</summary>
    public AssessedStatus? LastKnown { get; init; }

    /// <summary>The first cause as a sentence of its own, for a place where the indicator is already named.</summary>
    public string Reason
    {
        get
        {
            var said = FirstCause.StartsWith($"{About.Title}: ", StringComparison.Ordinal)
                ? FirstCause[(About.Title.Length + 2)..]
                : FirstCause;
            return char.ToUpperInvariant(said[0]) + said[1..];
        }
    }

    /// <summary>Whether its newest evidence is no older than a reading of it may be.</summary>
    public bool HasFreshEvidence { get; init; }

    /// <summary>Whether it has a target, without which it can never have a status.</summary>
    public required bool CanBeAssessed { get; init; }
}

/// <summary>The finding of a milestone.</summary>
public sealed record MilestoneFinding : Finding
{
    /// <summary>The day it counts as met; null where it is not met or no day is known.</summary>
    public DateOnly? MetOn { get; init; }

    public bool IsMet { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>How far it was met after the plan, or its forecast lies after it; null where that is not known to be so.</summary>
    public Delay? Delay { get; init; }

    /// <summary>A success too old, or on no known day, is evidence but is not counted.</summary>
    public bool IsCounted { get; init; }
}

/// <summary>The finding of an initiative.</summary>
public sealed record InitiativeFinding : Finding
{
    /// <summary>The stage on the day asked for.</summary>
    public required Stage Stage { get; init; }

    public required IReadOnlyList<MilestoneFinding> Milestones { get; init; }

    public required IReadOnlyList<IndicatorFinding> Indicators { get; init; }

    /// <summary>Whether its newest evidence is no older than what tells how it stands.</summary>
    public bool HasFreshEvidence { get; init; }

    /// <summary>How many milestones and indicators are counted: <c>n</c> of the rule.</summary>
    public int Counted { get; init; }

    public required IReadOnlyList<Evidence> Evidence
    {
        get;
        init =>
            (field,
             EvidenceTiers) = (value, value.Aggregate(default(EvidenceTiers), (sum, piece) => sum.With(EvidenceTiers.Of(piece.Tier))));
    }

    /// <summary>Its evidence by tier, counted once: roll-ups ask again and again.</summary>
    public EvidenceTiers EvidenceTiers { get; private init; }
}

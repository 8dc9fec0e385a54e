using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Results;

/// <summary>What is assessed: a set of objectives.</summary>
public sealed class FocusArea
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<FocusArea>(
        RecordKind.FocusArea, "focus area", a => a.Slug, a => a.Name)
    {
        HasCodesApart = true,
        WhyNoForm = "comes with the starter data; nothing changes it yet",
    };

    public const int MaxSlug = Category.MaxSlug;
    public const int MaxName = Category.MaxName;

    public int Id { get; private set; }

    public required string Slug { get; init => field = Guard.Text(value, MaxSlug, "focus area slug"); }

    public required string Name { get; set => field = Guard.Text(value, MaxName, "focus area name"); }

    public int Position { get; set; }

    public ICollection<Objective> Objectives { get; } = [];
}

/// <summary>What a focus area is to bring about.</summary>
public sealed class Objective
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Objective>(
        RecordKind.Objective, "objective", o => o.Code, o => o.Text)
    {
        OwnedBy = o => OwnerLink.To(o.FocusAreaId, o.FocusArea),
    };

    public const int MaxCode = 80;
    public const int MaxText = 500;

    public int Id { get; private set; }

    public int FocusAreaId { get; private set; }

    public FocusArea FocusArea { get; private set; } = null!;

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "objective code"); }

    public required string Text { get; set => field = Guard.Text(value, MaxText, "objective"); }

    /// <summary>Weight within its focus area; 1 unless an editor gives another.</summary>
    public decimal Weight { get; set; } = 1;

    public int Position { get; set; }

    public ICollection<ExpectedOutcome> Outcomes { get; } = [];
}

/// <summary>The change by which an objective is known to be reached.</summary>
public sealed class ExpectedOutcome
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<ExpectedOutcome>(
        RecordKind.Outcome, "expected outcome", o => o.Code, o => o.Text)
    {
        OwnedBy = o => OwnerLink.To(o.ObjectiveId, o.Objective),
        Slug = "outcome",
    };

    public const int MaxCode = 80;
    public const int MaxText = 500;

    public int Id { get; private set; }

    public int ObjectiveId { get; private set; }

    public Objective Objective { get; private set; } = null!;

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "outcome code"); }

    public required string Text { get; set => field = Guard.Text(value, MaxText, "expected_outcome"); }

    public decimal Weight { get; set; } = 1;

    public int Position { get; set; }

    public ICollection<Contribution> Contributions { get; } = [];
}

/// <summary>
/// "This initiative contributes to that outcome", together with whether the initiative's indicators are also taken as
/// indicators of the outcome. The mapping of the first content is ours, so it is illustrative.
/// </summary>
public sealed class Contribution
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Contribution>(
        RecordKind.Contribution, "contribution", c => c.Code, (c, of) => $"{((Initiative)of[0]).Code} to: {((ExpectedOutcome)of[1]).Text}")
    {
        OwnedBy = c => [.. OwnerLink.To(c.InitiativeId, c.Initiative), .. OwnerLink.To(c.OutcomeId, c.Outcome)],
        Cited = SubjectKind.Contribution,
    };

    public const int MaxCode = Citation.MaxSubjectCode;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "contribution code"); }

    public int InitiativeId { get; private set; }

    public Initiative Initiative { get; private set; } = null!;

    public int OutcomeId { get; private set; }

    public required ExpectedOutcome Outcome { get; set; }

    public decimal Weight { get; set; } = 1;

    /// <summary>Of the statement which objective the initiative serves.</summary>
    public required Attribution ObjectiveAttribution { get; set; }

    /// <summary>Of the statement which outcome the initiative serves.</summary>
    public required Attribution Attribution { get; set; }
}

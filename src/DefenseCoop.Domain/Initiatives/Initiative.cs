using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>
/// One thing that Denmark and the United States do together, or that one of them does and the cooperation rests on.
/// Its status is never stored on it: it is computed from its facts for a day (see <c>Status</c>).
/// </summary>
public sealed class Initiative
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Initiative>(
        RecordKind.Initiative, "initiative", i => i.Code, i => i.Title)
    {
        OwnedBy = i => OwnerLink.To(i.CategoryId, i.Category),
        Cited = SubjectKind.Initiative,
    };

    public const int MaxCode = 20;
    public const int MaxTitle = 200;
    public const int MaxDescription = 4000;
    public const int MaxNote = 1000;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "initiative id"); }

    public required string Title { get; set => field = Guard.Text(value, MaxTitle, "initiative title"); }

    public required string Description { get; set => field = Guard.Text(value, MaxDescription, "initiative description"); }

    public required Attribution DescriptionAttribution { get; set; }

    public int CategoryId { get; private set; }

    public required Category Category { get; set; }

    /// <summary>The stage on <see cref="StatusAsOf"/>; the stage on another day is computed.</summary>
    public required Stage RecordedStage { get; set; }

    public required StageBasis StageBasis { get; set; }

    /// <summary>The day that the newest public text on it speaks for.</summary>
    public PartialDate? StatusAsOf { get; set; }

    public PartialDate? Start { get; set; }

    public required Attribution StartAttribution { get; set; }

    /// <summary>The planned or actual end; null where it is open-ended or not public.</summary>
    public PartialDate? End { get; set; }

    public required Attribution EndAttribution { get; set; }

    public int? AgreementId { get; private set; }

    public Agreement? Agreement { get; set; }

    public required RecordConfidence Confidence { get; set; }

    public string? Note { get; set => field = Guard.OptionalText(value, MaxNote, "initiative note"); }

    public required Attribution Attribution { get; set; }

    public ICollection<Participation> Participations { get; } = [];

    public ICollection<Site> Sites { get; } = [];

    public ICollection<Milestone> Milestones { get; } = [];

    public ICollection<Indicator> Indicators { get; } = [];

    public ICollection<Contribution> Contributions { get; } = [];

    public ICollection<Exercise> Exercises { get; } = [];

    /// <summary>A public text says that it has come to its end.</summary>
    public void Complete(PartialDate end) => (RecordedStage, StageBasis, End) = (Stage.Completed, StageBasis.Sourced, end);

    /// <summary>A public text says that it was called off.</summary>
    /// <param name="from">The day from which it is not judged any more.</param>
    public void CallOff(PartialDate from) => (RecordedStage, StageBasis, StatusAsOf) = (Stage.Cancelled, StageBasis.Sourced, from);
}

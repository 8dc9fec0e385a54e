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
        NamesItsInitiative = true,
        Cited = SubjectKind.Initiative,
        Pages = RecordPages.Register,
        Places = rows => rows.Rows<Initiative>().Select(i => new RecordPlace { Code = i.Code, Initiative = i.Code }),
    };

    public const int MaxCode = 20;
    public const int MaxTitle = 200;
    public const int MaxDescription = 4000;
    public const int MaxNote = 1000;

    public int Id { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "initiative id"); } = "";

    public string Title { get; private set => field = Guard.Text(value, MaxTitle, "initiative title"); } = "";

    public string Description { get; private set => field = Guard.Text(value, MaxDescription, "initiative description"); } = "";

    public Attribution DescriptionAttribution { get; private set; } = null!;

    public int CategoryId { get; private set; }

    public Category Category { get; private set; } = null!;

    /// <summary>The stage on <see cref="StatusAsOf"/>; the stage on another day is computed.</summary>
    public Stage RecordedStage { get; private set; }

    public StageBasis StageBasis { get; private set; }

    /// <summary>The day that the newest public text on it speaks for.</summary>
    public PartialDate? StatusAsOf { get; private set; }

    public PartialDate? Start { get; private set; }

    public Attribution StartAttribution { get; private set; } = null!;

    /// <summary>The planned or actual end; null where it is open-ended or not public.</summary>
    public PartialDate? End { get; private set; }

    public Attribution EndAttribution { get; private set; } = null!;

    public int? AgreementId { get; private set; }

    public Agreement? Agreement { get; private set; }

    public RecordConfidence Confidence { get; private set; }

    public string? Note { get; private set => field = Guard.OptionalText(value, MaxNote, "initiative note"); }

    public Attribution Attribution { get; private set; } = null!;

    public ICollection<Participation> Participations { get; } = [];

    public ICollection<Site> Sites { get; } = [];

    public ICollection<Milestone> Milestones { get; } = [];

    public ICollection<Indicator> Indicators { get; } = [];

    public ICollection<Contribution> Contributions { get; } = [];

    public ICollection<Exercise> Exercises { get; } = [];

    private Initiative()
    {
    }

    /// <summary>An initiative all of which comes from one place, until a part of it is attributed to another.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Initiative Create(
        string code, string title, string description, Category category, Stage stage, Attribution attribution) => new()
    {
        Code = code,
        Title = title,
        Description = description,
        DescriptionAttribution = attribution,
        Category = category,
        RecordedStage = stage,
        StartAttribution = attribution,
        EndAttribution = attribution,
        Confidence = RecordConfidence.Medium,
        Attribution = attribution,
    };

    public void Retitle(string title) => Title = title;

    public void Describe(string description) => Description = description;

    public void FileUnder(Category category) => Category = category;

    /// <summary>How far it has come, and how that is known.</summary>
    public void Report(Stage stage, StageBasis basis = StageBasis.Sourced) => (RecordedStage, StageBasis) = (stage, basis);

    /// <param name="asOf">The day that the newest public text on it speaks for.</param>
    public void DateStatus(PartialDate? asOf) => StatusAsOf = asOf;

    public void Begin(PartialDate? start) => Start = start;

    public void Finish(PartialDate? end) => End = end;

    public void RestOn(Agreement? agreement) => Agreement = agreement;

    public void Trust(RecordConfidence confidence) => Confidence = confidence;

    public void Annotate(string? note) => Note = note;

    public void Attribute(Attribution attribution) => Attribution = attribution;

    public void AttributeDescription(Attribution attribution) => DescriptionAttribution = attribution;

    public void AttributeStart(Attribution attribution) => StartAttribution = attribution;

    public void AttributeEnd(Attribution attribution) => EndAttribution = attribution;

    /// <summary>A public text says that it has come to its end.</summary>
    public void Complete(PartialDate end) => (RecordedStage, StageBasis, End) = (Stage.Completed, StageBasis.Sourced, end);

    /// <summary>A public text says that it was called off.</summary>
    /// <param name="from">The day from which it is not judged any more.</param>
    public void CallOff(PartialDate from) => (RecordedStage, StageBasis, StatusAsOf) = (Stage.Cancelled, StageBasis.Sourced, from);
}

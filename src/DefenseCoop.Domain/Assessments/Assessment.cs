using System.Globalization;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Domain.Assessments;

/// <summary>
/// What people judge of one focus area in one period, one revision of it. While it is written its text is kept elsewhere;
/// the content here is filled at each submission, together with the evidence that it rested on.
/// </summary>
public sealed class Assessment
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Assessment>(
        RecordKind.Assessment, "assessment", a => a.Code, a => a.Title)
    {
        HasCodesApart = true,
        IsOfFocusArea = true,
        IsOfAssessments = true,
        OwnedBy = a => OwnerLink.To(a.FocusAreaId, a.FocusArea),
        WhyNoForm = "is written on a page of its own",
        Pages = RecordPages.FocusAreas | RecordPages.Summary | RecordPages.Board | RecordPages.Assessment,
    };

    public const int MaxCode = 76;
    public const int MaxName = 100;
    public const int MaxText = 20_000;
    public const int MaxReason = 4_000;
    public const int MaxRevisionReason = 500;
    public const int HashLength = 64;
    public const int MaxWriters = 20_000;

    /// <summary>Characters of frozen evidence; that of a thousand facts takes some hundred thousand.</summary>
    public const int MaxEvidence = 20_000_000;

    public int Id { get; private set; }

    public int FocusAreaId { get; private set; }

    public FocusArea FocusArea { get; private init; } = null!;

    /// <summary>What the focus area was called when the period was opened.</summary>
    public string AreaName { get; private init => field = Guard.Text(value, FocusArea.MaxName, "focus area name"); } = "";

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "assessment code"); } = "";

    /// <summary>Code of the period.</summary>
    public string Period { get; private init; } = "";

    public DateOnly FirstDay { get; private init; }

    public DateOnly LastDay { get; private init; }

    public DateOnly DueOn { get; private init; }

    /// <summary>From 1; later ones correct those before them.</summary>
    public int Revision { get; private init; }

    /// <summary>Why it corrects the revision before; null for the first.</summary>
    public string? RevisionReason { get; private init => field = Guard.OptionalText(value, MaxRevisionReason, "Reason"); }

    public AssessmentState State { get; private set; }

    /// <summary>How many times it was returned.</summary>
    public int Returns { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime OpenedAt { get; private init; }

    /// <summary>UTC; null before the first submission.</summary>
    public DateTime? SubmittedAt { get; private set; }

    public int? SubmittedById { get; private set; }

    public string? SubmittedBy { get; private set; }

    /// <summary>When it was returned or published last, UTC.</summary>
    public DateTime? ReviewedAt { get; private set; }

    public int? ReviewedById { get; private set; }

    public string? ReviewedBy { get; private set; }

    /// <summary>Names of all who wrote it, as they were called at the submission, one a line.</summary>
    public string? Writers { get; private set; }

    public AssessedStatus? Judgement { get; private set; }

    public EvidenceConfidence? Confidence { get; private set; }

    public AssessmentDecision? Decision { get; private set; }

    /// <summary>Why the judgement differs from what was computed, or why it is decided so.</summary>
    public string? Reason { get; private set; }

    /// <summary>Markdown, as the other two.</summary>
    public string? Progress { get; private set; }

    public string? Risks { get; private set; }

    /// <summary>What is to change.</summary>
    public string? Changes { get; private set; }

    /// <summary>What the evidence said: at the opening, then at each submission.</summary>
    public AssessedStatus Computed { get; private set; }

    /// <summary>The frozen evidence, canonical JSON; null before the first submission.</summary>
    public string? Evidence { get; private set; }

    /// <summary>SHA-256 of it in hexadecimal.</summary>
    public string? EvidenceHash { get; private set; }

    /// <summary>By what was known at this instant (UTC) the evidence was gathered.</summary>
    public DateTime? EvidenceAt { get; private set; }

    public ICollection<ObjectiveJudgement> Objectives { get; } = [];

    public ICollection<ReviewComment> Comments { get; } = [];

    public ICollection<AssessmentAction> Actions { get; } = [];

    /// <summary>Whether its writers may change it.</summary>
    public bool IsWritable => State is AssessmentState.Draft or AssessmentState.Returned;

    /// <summary>How it is called in a sentence: "Cybersecurity, 4th quarter of 2026".</summary>
    public string Title => Revision == 1
        ? $"{AreaName}, {AssessmentWords.Period(Period)}"
        : string.Create(CultureInfo.InvariantCulture, $"{AreaName}, {AssessmentWords.Period(Period)}, revision {Revision}");

    public static string CodeOf(string slug, string period, int revision) => revision == 1
        ? $"{slug}-{period}"
        : string.Create(CultureInfo.InvariantCulture, $"{slug}-{period}-r{revision}");

    private Assessment()
    {
    }

    /// <summary>A draft for a focus area in a period.</summary>
    public static Assessment Open(FocusArea area, AssessmentPeriod period, DateTime at, AssessedStatus computed) => new()
    {
        FocusArea = area,
        AreaName = area.Name,
        Code = CodeOf(area.Slug, period.Code, 1),
        Period = period.Code,
        FirstDay = period.FirstDay,
        LastDay = period.LastDay,
        DueOn = period.DueOn,
        Revision = 1,
        OpenedAt = at,
        Computed = computed,
    };

    /// <summary>A new revision with a reason, to be written from the content of this one.</summary>
    public Assessment Correct(FocusArea area, string reason, DateTime at) => new()
    {
        FocusArea = area,
        AreaName = AreaName,
        Code = CodeOf(area.Slug, Period, Revision + 1),
        Period = Period,
        FirstDay = FirstDay,
        LastDay = LastDay,
        DueOn = DueOn,
        Revision = Revision + 1,
        RevisionReason = reason,
        OpenedAt = at,
        Computed = Computed,
    };

    /// <summary>Hands it over for review, with the evidence that it rests on.</summary>
    /// <exception cref="ConflictException">It is not being written.</exception>
    public void Submit(AssessmentContent content, EvidenceSeal evidence, DateTime at, int byId, string by, string writers)
    {
        if (!IsWritable) throw new ConflictException(NotWritable);
        (State, SubmittedAt, SubmittedById, SubmittedBy, Writers) = (AssessmentState.Submitted, at, byId, by, writers);
        (Judgement, Confidence, Decision) = (content.Judgement, content.Confidence, content.Decision);
        (Reason, Progress, Risks, Changes) = (content.Reason, content.Progress, content.Risks, content.Changes);
        (Computed, Evidence, EvidenceHash, EvidenceAt) = (evidence.Computed, evidence.Json, evidence.Hash, evidence.At);
    }

    /// <summary>Gives it back to its writers.</summary>
    /// <exception cref="ConflictException">It does not wait for review.</exception>
    public void Return(DateTime at, int byId, string by)
    {
        if (State != AssessmentState.Submitted) throw new ConflictException(NotSubmitted);
        (State, ReviewedAt, ReviewedById, ReviewedBy, Returns) = (AssessmentState.Returned, at, byId, by, Returns + 1);
    }

    /// <summary>Shows it to readers.</summary>
    /// <exception cref="ConflictException">It does not wait for review.</exception>
    public void Publish(DateTime at, int byId, string by)
    {
        if (State != AssessmentState.Submitted) throw new ConflictException(NotSubmitted);
        (State, ReviewedAt, ReviewedById, ReviewedBy) = (AssessmentState.Published, at, byId, by);
    }

    /// <summary>Why its text cannot be changed now.</summary>
    public string NotWritable => State == AssessmentState.Published
        ? "This assessment is published and cannot be changed any more. Start a correction, with its reason: the old one stays readable."
        : $"This assessment was submitted{(SubmittedBy is null ? "" : $" by {SubmittedBy}")} and waits for review. "
            + "Ask a manager to return it if something has to change.";

    private string NotSubmitted => State == AssessmentState.Published
        ? $"This assessment is published already{(ReviewedBy is null ? "" : $", by {ReviewedBy}")}. Nothing was changed."
        : "This assessment has not been submitted, so it cannot be reviewed. Ask its writers to submit it.";
}

/// <summary>What was judged and written, checked.</summary>
public sealed record AssessmentContent(
    AssessedStatus Judgement, EvidenceConfidence Confidence, AssessmentDecision Decision,
    string? Reason, string? Progress, string? Risks, string? Changes);

/// <summary>Evidence frozen with an assessment.</summary>
/// <param name="At">UTC.</param>
public sealed record EvidenceSeal(AssessedStatus Computed, string Json, string Hash, DateTime At);

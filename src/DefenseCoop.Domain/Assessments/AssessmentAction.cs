using System.Globalization;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;

namespace DefenseCoop.Domain.Assessments;

/// <summary>What an assessment decided to do. It is followed from the publication on, and closed with what came of it.</summary>
public sealed class AssessmentAction
{
    // Its text is for readers only once the assessment is published: a title would tell it before.
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<AssessmentAction>(
        RecordKind.Action, "action", a => a.Code, a => a.Assessment is { State: AssessmentState.Published } ? a.Text : a.Code)
    {
        HasCodesApart = true,
        IsOfFocusArea = true,
        IsOfAssessments = true,
        OwnedBy = a => OwnerLink.To(a.FocusAreaId, a.FocusArea),
        WhyNoForm = "is written in its assessment, and closed on the page of actions",
        Pages = RecordPages.FocusAreas | RecordPages.Summary | RecordPages.Assessment,
    };

    public const int MaxCode = Assessment.MaxCode + 4;
    public const int MaxText = 500;
    public const int MaxOwner = 150;
    public const int MaxOutcome = 1_000;

    public int Id { get; private set; }

    public int FocusAreaId { get; private set; }

    public FocusArea FocusArea { get; private init; } = null!;

    public int AssessmentId { get; private set; }

    public Assessment Assessment { get; private init; } = null!;

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "action code"); } = "";

    /// <summary>Place in the form, from 1.</summary>
    public int Number { get; private init; }

    public string Text { get; private set => field = Guard.Text(value, MaxText, "action"); } = "";

    /// <summary>Who answers for it: a name or an office.</summary>
    public string Owner { get; private set => field = Guard.Text(value, MaxOwner, "owner"); } = "";

    public DateOnly DueOn { get; private set; }

    public string? ExpectedOutcome { get; private set => field = Guard.OptionalText(value, MaxOutcome, "expected outcome"); }

    public ActionState State { get; private set; }

    /// <summary>What came of it; null while it is open.</summary>
    public string? Outcome { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public string? ClosedBy { get; private set; }

    /// <summary>What it changed in the end; null until somebody noted it.</summary>
    public string? Effect { get; private set; }

    public DateOnly? EffectNotedOn { get; private set; }

    /// <summary>Whether it was done on a day: what happened later has not.</summary>
    public bool IsDoneOn(DateOnly day) => ClosedOn <= day;

    public static string CodeOf(string assessment, int number) => string.Create(CultureInfo.InvariantCulture, $"{assessment}-A{number}");

    private AssessmentAction()
    {
    }

    /// <summary>What an assessment decides to do, under a number of its own within it.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static AssessmentAction Create(
        Assessment assessment, int number, string text, string owner, DateOnly dueOn, string? expectedOutcome = null) => new()
    {
        FocusArea = assessment.FocusArea,
        Assessment = assessment,
        Code = CodeOf(assessment.Code, number),
        Number = number,
        Text = text,
        Owner = owner,
        DueOn = dueOn,
        ExpectedOutcome = expectedOutcome,
    };

    /// <summary>Decides it anew at another submission.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public void Rewrite(string text, string owner, DateOnly dueOn, string? expectedOutcome) =>
        (Text, Owner, DueOn, ExpectedOutcome) = (text, owner, dueOn, expectedOutcome);

    /// <summary>Ends it with what came of it.</summary>
    /// <exception cref="InvalidInputException">Nothing is said of what came of it, or too much.</exception>
    /// <exception cref="ConflictException">It is done already.</exception>
    public void Close(string? outcome, DateOnly day, string by)
    {
        if (State == ActionState.Done)
        {
            throw new ConflictException($"This action was closed already{(ClosedBy is null ? "" : $" by {ClosedBy}")}.");
        }
        Outcome = Guard.Paragraph(outcome, MaxOutcome, "Outcome", "What came of it");
        (State, ClosedOn, ClosedBy) = (ActionState.Done, day, by);
    }

    /// <summary>Says what it changed.</summary>
    /// <exception cref="InvalidInputException">Nothing is said, or too much.</exception>
    /// <exception cref="ConflictException">It is still open.</exception>
    public void NoteEffect(string? effect, DateOnly day)
    {
        if (State == ActionState.Open)
        {
            throw new ConflictException("This action is still open: close it with what came of it first, then note its effect.");
        }
        (Effect, EffectNotedOn) = (Guard.Paragraph(effect, MaxOutcome, "Effect", "The effect"), day);
    }
}

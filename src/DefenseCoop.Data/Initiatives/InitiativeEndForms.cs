using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives;

/// <summary>The words of an initiative's choices.</summary>
internal static class InitiativeWords
{
    public static IReadOnlyList<(StageBasis Value, string Words)> StageBases { get; } =
    [
        (StageBasis.Sourced, "A public text says so"),
        (StageBasis.AssumedOngoing, "Nothing public says that it ended"),
        (StageBasis.InferredFromEndDate, "Its public end has passed"),
    ];

    public static IReadOnlyList<(RecordConfidence Value, string Words)> Confidences { get; } =
        [(RecordConfidence.High, "High"), (RecordConfidence.Medium, "Medium"), (RecordConfidence.Low, "Low")];
}

/// <summary>What ends an initiative: it stays visible, and is judged no more.</summary>
internal abstract class InitiativeEndForm(string name) : RecordType<Initiative>
{
    public override string Name => name;

    public override RecordKind Kind => RecordKind.Initiative;

    public override bool IsWhole => false;

    protected override Task<Initiative?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Initiative>().SingleOrDefaultAsync(i => i.Code == code, ct);

    protected override string Code(Initiative record) => record.Code;

    protected override string Heading(Initiative record) => $"{record.Code} {record.Title}";

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Initiative record) =>
        [(SubjectKind.Initiative, record.Code)];

    protected override string? Blocked(Initiative record) => record.RecordedStage is Stage.Cancelled or Stage.Completed
        ? $"This initiative is {Domain.Words.Of(record.RecordedStage).ToLowerInvariant()} already. To change that, edit the initiative."
        : null;

    /// <summary>What the form writes over without showing it.</summary>
    protected static FieldList<Initiative> Watch(FieldList<Initiative> list) => list
        .Only(PartUse.Watched)
        .Choice("Stage", "Stage", InitiativeForm.Stages, i => i.RecordedStage, (_, _) => { })
        .Choice("StageBasis", "How the stage is known", InitiativeWords.StageBases, i => i.StageBasis, (_, _) => { });
}

internal sealed class InitiativeCancelForm() : InitiativeEndForm(FormNames.InitiativeCancel)
{
    public override string DayField => "CancelledOn";

    public override string Verb(bool isNew) => "Call off initiative";

    protected override void Apply(Initiative record, FormScope scope)
    {
        if (record.StatusAsOf is { } from) record.CallOff(from);
    }

    protected override string Heading(Initiative record) => $"Call off {record.Code} {record.Title}?";

    public override string Lede(bool isNew) =>
        "An initiative that was called off stays visible with all its evidence, "
            + "and is not judged any more from the day that you write here.";

    protected override FieldList<Initiative> List() => Watch(new FieldList<Initiative>()
        .Group("Called off")
        .PastDate(
            "CancelledOn", "Day of the cancellation", _ => null, (i, v) => i.DateStatus(v),
            "The day that the public text speaks for: 14 Mar 2025, Mar 2025 or 2025.", required: true)
        .OptionalParagraph("Note", "Note", Initiative.MaxNote, i => i.Note, (i, v) => i.Annotate(v))
        .From(new("", SubjectKind.Initiative, i => i.Code, i => i.Attribution, (i, v) => i.Attribute(v))
        {
            Of = "the record as a whole", IsMain = _ => true, HasNote = false, ValueFields = ["CancelledOn"],
        })
        .Only(PartUse.Watched)
        .Date("StatusAsOf", "Status as of", i => i.StatusAsOf, (_, _) => { }));
}

internal sealed class InitiativeCompleteForm() : InitiativeEndForm(FormNames.InitiativeComplete)
{
    public override string DayField => "StatusAsOf";

    public override string Verb(bool isNew) => "Mark as completed";

    protected override void Apply(Initiative record, FormScope scope)
    {
        if (record.End is { } end) record.Complete(end);
    }

    protected override string Heading(Initiative record) => $"Mark {record.Code} {record.Title} as completed?";

    public override string Lede(bool isNew) =>
        "A completed initiative stays visible with all its evidence, and counts as achieved from its end.";

    /// <summary>Those of the form alone: it shows no more of the initiative, and has its own words for them.</summary>
    protected override IEnumerable<Inconsistency> Inconsistencies(Initiative initiative, DateOnly today)
    {
        if (InitiativeConsistency.EndsBeforeItStarts(initiative))
        {
            yield return new(
                ["End"],
                $"This end is before the start ({initiative.Start!.Value.ToDisplay()}): "
                + "write a later one, or correct the start of the initiative first.");
        }

        if (InitiativeConsistency.IsToldOfBeforeItEnds(initiative))
        {
            yield return new(
                ["StatusAsOf", "End"],
                $"The public text speaks for a day before the end ({initiative.End!.Value.ToDisplay()}): "
                + "write the day on which a public text says that it is completed.");
        }
    }

    protected override FieldList<Initiative> List() => Watch(new FieldList<Initiative>()
        .Group("Completed")
        .PastDate("End", "End", i => i.End, (i, v) => i.Finish(v), required: true)
        .PastDate(
            "StatusAsOf", "Status as of", i => i.StatusAsOf, (i, v) => i.DateStatus(v),
            "The day that the public text speaks for: 14 Mar 2025, Mar 2025 or 2025.", required: true)
        .From(new("End", SubjectKind.Initiative, i => i.Code, i => i.EndAttribution, (i, v) => i.AttributeEnd(v))
        {
            Of = "the end", Aspect = Aspect.End, HasValue = i => i.End is not null, ValueFields = ["End"], IsMain = _ => true,
        }));
}

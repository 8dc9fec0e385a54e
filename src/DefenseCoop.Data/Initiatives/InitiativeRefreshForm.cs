using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Citing;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives;

/// <summary>What the newest public text says of an initiative.</summary>
internal sealed class InitiativeRefreshForm : RecordType<Initiative>
{
    private const string GoesOn = "GoesOn";
    private const string Completed = "Completed";
    private const string CalledOff = "CalledOff";
    private const string Met = "Met:";

    public override string Name => FormNames.InitiativeRefresh;

    public override RecordKind Kind => RecordKind.Initiative;

    public override bool IsWhole => false;

    public override string DayField => NewestTextPart<Initiative>.DayField;

    public override string Verb(bool isNew) => "Save what it says";

    public override string Act(bool isNew) => "Newest text";

    public override string Lede(bool isNew) => "What does the newest text say?";

    protected override FieldList<Initiative> List() => new FieldList<Initiative>()
        .Part(new NewestTextPart<Initiative>(
            i => i.Note, WriteAsync, (i, v) => i.Annotate(Guard.OptionalParagraph(v, Initiative.MaxNote, "Note", "The note")))
        {
            Fields = NewestTextPart<Initiative>.AllFields(Initiative.MaxNote),
        })
        .Only(PartUse.Watched)
        .Choice("Stage", "Stage", InitiativeForm.Stages, i => i.RecordedStage, (_, _) => { })
        .Date("StatusAsOf", "Status as of", i => i.StatusAsOf, (_, _) => { })
        .Date("End", "End", i => i.End, (_, _) => { });

    protected override Task<Initiative?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Initiative>().Include(i => i.Milestones).SingleOrDefaultAsync(i => i.Code == code, ct);

    protected override string Code(Initiative record) => record.Code;

    protected override string Heading(Initiative record) => $"{record.Code} {record.Title}: the newest text";

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Initiative record) =>
        [(SubjectKind.Initiative, record.Code), .. record.Milestones.Select(m => (SubjectKind.Milestone, m.Code))];

    protected override string? Blocked(Initiative record) => record.RecordedStage is Stage.Cancelled or Stage.Completed
        ? $"This initiative is {Words.Of(record.RecordedStage).ToLowerInvariant()}, "
            + "so nothing of it has to be refreshed. To change that, edit the initiative."
        : null;

    public override async Task<IReadOnlyList<FieldOption>> OwnOptionsAsync(DefenseCoopContext db, string? code, CancellationToken ct)
    {
        var initiative = await db.Initiatives.AsNoTracking().Include(i => i.Milestones).SingleOrDefaultAsync(i => i.Code == code, ct);
        return initiative is null ? [] :
        [
            new(GoesOn, $"Still {Words.Of(initiative.RecordedStage).ToLowerInvariant()}"),
            new(Completed, "Completed"),
            new(CalledOff, "Called off"),
            .. initiative.Milestones.Where(IsOpen)
                .OrderBy(m => m.Position)
                .Select(m => new FieldOption(Met + m.Code, $"Milestone met: {m.Title}")),
        ];
    }

    private static bool IsOpen(Milestone milestone) => milestone.ReportedState is MilestoneState.Pending or MilestoneState.Unknown;

    private static Task WriteAsync(Initiative initiative, NewestText text, FormInput input, FormScope scope)
    {
        if (initiative.StatusAsOf is { } known && text.Day.LastDay < known.LastDay)
        {
            input.Refuse(
                NewestTextPart<Initiative>.DayField,
                $"What is on record speaks for a later day ({known.ToDisplay()}), so this text refreshes nothing: name a newer one.");
            return Task.CompletedTask;
        }

        var asOf = text.Day;
        switch (text.Says)
        {
            case GoesOn:
                break;
            case Completed when text.On is not { } end || end.FirstDay > text.Day.LastDay:
                input.Refuse(
                    NewestTextPart<Initiative>.OnField,
                    $"A completed initiative has an end: write it, as exact as the text gives it, and up to {text.Day.ToDisplay()}.");
                return Task.CompletedTask;
            case Completed:
                initiative.Complete(text.On!.Value);
                var ended = scope.Citations(SubjectKind.Initiative, initiative.Code, Aspect.End);
                initiative.AttributeEnd(NewestTextPart<Initiative>.Confirmed(initiative.EndAttribution, ended, text));
                CitedSources.Cite(scope, SubjectKind.Initiative, initiative.Code, Aspect.End, ended, text.Sources);
                break;
            case CalledOff:
                asOf = text.On ?? text.Day;
                initiative.CallOff(asOf);
                break;
            case var says when initiative.Milestones.FirstOrDefault(m => says == Met + m.Code && IsOpen(m)) is { } milestone:
                MilestoneMet(milestone, initiative, text, input, scope);
                break;
            default:
                input.Refuse(
                    NewestTextPart<Initiative>.SaysField, $"{FieldText.Quote(text.Says)} is none of the choices: choose one of the list.");
                return Task.CompletedTask;
        }

        initiative.DateStatus(asOf);
        var cited = scope.Citations(SubjectKind.Initiative, initiative.Code, Aspect.Record);
        initiative.Attribute(NewestTextPart<Initiative>.Confirmed(initiative.Attribution, cited, text));
        CitedSources.Cite(scope, SubjectKind.Initiative, initiative.Code, Aspect.Record, cited, text.Sources);
        NewestTextPart<Initiative>.Refuse(input, InitiativeConsistency.Of(initiative, scope.Today));
        return Task.CompletedTask;
    }

    private static void MilestoneMet(
        Milestone milestone, Initiative of, NewestText text, FormInput input, FormScope scope)
    {
        var cited = scope.Citations(SubjectKind.Milestone, milestone.Code, Aspect.Record);
        milestone.Meet(text.On, text.Day);
        milestone.Attribute(NewestTextPart<Initiative>.Confirmed(milestone.Attribution, cited, text));
        CitedSources.Cite(scope, SubjectKind.Milestone, milestone.Code, Aspect.Record, cited, text.Sources);
        NewestTextPart<Initiative>.Refuse(
            input,
            MilestoneConsistency.Of(milestone, of).Concat(
                MilestoneConsistency.WithSources(milestone, [.. cited.Select(c => c.Source), .. text.Sources])));
    }
}

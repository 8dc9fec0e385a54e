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

namespace DefenseCoop.Data.Schedule;

/// <summary>What the newest public text says of a milestone.</summary>
internal sealed class MilestoneRefreshForm : RecordType<Milestone>
{
    private const string Pending = "Pending";
    private const string Met = "Met";
    private const string CalledOff = "CalledOff";

    public override string Name => FormNames.MilestoneRefresh;

    public override RecordKind Kind => RecordKind.Milestone;

    public override bool IsWhole => false;

    public override string DayField => NewestTextPart<Milestone>.DayField;

    public override string Verb(bool isNew) => "Save what it says";

    public override string Act(bool isNew) => "Newest text";

    public override string Lede(bool isNew) => "What does the newest text say?";

    protected override FieldList<Milestone> List() => new FieldList<Milestone>()
        .Part(new NewestTextPart<Milestone>(m => m.Attribution.Note, WriteAsync, SetNote)
        {
            Fields = NewestTextPart<Milestone>.AllFields(Attribution.MaxNote),
        })
        .Only(PartUse.Watched)
        .Date("Actual", "Met on", m => m.Actual, (_, _) => { })
        .Date("StatusAsOf", "Status as of", m => m.StatusAsOf, (_, _) => { });

    protected override Task<Milestone?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Milestone>().Include(m => m.Initiative).SingleOrDefaultAsync(m => m.Code == code, ct);

    protected override string Code(Milestone record) => record.Code;

    protected override string Heading(Milestone record) => $"{record.Code} {record.Title}: the newest text";

    protected override RecordReference Reference(Milestone record) => new(Kind, record.Code, record.Initiative.Code);

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Milestone record) => [(SubjectKind.Milestone, record.Code)];

    protected override string? Blocked(Milestone record) => record.ReportedState is MilestoneState.Pending or MilestoneState.Unknown
        ? null
        : "This milestone does not wait for news any more. To change what is known of it, edit the milestone.";

    public override Task<IReadOnlyList<FieldOption>> OwnOptionsAsync(DefenseCoopContext db, string? code, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<FieldOption>>([new(Pending, "Not met yet"), new(Met, "Met"), new(CalledOff, "Called off")]);

    private static void SetNote(Milestone milestone, string text) => milestone.Attribute(new Attribution
    {
        Provenance = milestone.Attribution.Provenance,
        NeedsPrimaryCheck = milestone.Attribution.NeedsPrimaryCheck,
        IsDerived = milestone.Attribution.IsDerived,
        Derivation = milestone.Attribution.Derivation,
        Note = Guard.OptionalParagraph(text, Attribution.MaxNote, "Note", "The note"),
    });

    private static Task WriteAsync(Milestone milestone, NewestText text, FormInput input, FormScope scope)
    {
        switch (text.Says)
        {
            case Pending when milestone.StatusAsOf is { } known && text.Day.LastDay < known.LastDay:
                input.Refuse(
                    NewestTextPart<Milestone>.DayField,
                    $"What is on record speaks for a later day ({known.ToDisplay()}), so this text refreshes nothing: name a newer one.");
                return Task.CompletedTask;
            case Pending:
                milestone.StayPending(text.Day);
                break;
            case Met when text.On?.FirstDay > text.Day.LastDay:
                input.Refuse(
                    NewestTextPart<Milestone>.OnField,
                    $"{text.On!.Value.ToDisplay()} is after the day that the text speaks for ({text.Day.ToDisplay()}): "
                        + "correct one of them.");
                return Task.CompletedTask;
            case Met:
                milestone.Meet(text.On, text.Day);
                break;
            case CalledOff:
                milestone.CallOff(text.On ?? text.Day);
                break;
            default:
                input.Refuse(
                    NewestTextPart<Milestone>.SaysField, $"{FieldText.Quote(text.Says)} is none of the choices: choose one of the list.");
                return Task.CompletedTask;
        }

        var cited = scope.Citations(SubjectKind.Milestone, milestone.Code, Aspect.Record);
        milestone.Attribute(NewestTextPart<Milestone>.Confirmed(milestone.Attribution, cited, text));
        CitedSources.Cite(scope, SubjectKind.Milestone, milestone.Code, Aspect.Record, cited, text.Sources);
        NewestTextPart<Milestone>.Refuse(
            input,
            MilestoneConsistency.Of(milestone, milestone.Initiative).Concat(
                MilestoneConsistency.WithSources(milestone, [.. cited.Select(c => c.Source), .. text.Sources])));
        return Task.CompletedTask;
    }
}

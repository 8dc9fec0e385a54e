using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Schedule;

/// <summary>A series of exercises, and the initiative that it is part of.</summary>
internal sealed class ExerciseForm : RecordType<Exercise>
{
    public override RecordKind Kind => RecordKind.Exercise;

    protected override int? MaxCode => Exercise.MaxCode;

    protected override FieldList<Exercise> List() => new FieldList<Exercise>()
        .Group("Exercise")
        .Shown("Code", "Code", e => e.Code)
        .Line("Name", "Name", Exercise.MaxName, e => e.Name, (e, v) => e.Rename(v))
        .Custom(
            new FormField(new("Initiative", "Initiative that it is part of", FieldKind.Line)
            {
                MaxLength = Initiative.MaxCode, Help = "Its code, such as JT-2. Empty where it is part of none.",
            }),
            (e, _) => e.Initiative?.Code ?? "",
            InitiativeAsync)
        .Group("Where the link to the initiative comes from")
        .From(new("", SubjectKind.Exercise, e => e.Code, e => e.LinkAttribution, (e, v) => e.AttributeLink(v))
        {
            Of = "the link to the initiative", IsMain = _ => true, HasValue = e => e.Initiative is not null, ValueFields = ["Initiative"],
        });

    protected override Task<Exercise?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Exercise>().Include(e => e.Initiative).SingleOrDefaultAsync(e => e.Code == code, ct);

    protected override string Code(Exercise record) => record.Code;

    protected override string Heading(Exercise record) => record.Name;

    protected override RecordReference Reference(Exercise record) => new(Kind, record.Code, record.Initiative?.Code);

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Exercise record) => [(SubjectKind.Exercise, record.Code)];

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of)
    {
        if (of is not null && !await scope.Db.Initiatives.AnyAsync(i => i.Code == of, scope.Ct)) return null;
        return new("New exercise", new(RecordKind.Exercise, null, of), new Dictionary<string, string>
        {
            ["Initiative"] = of ?? "",
            ["Provenance"] = "illustrative",
        });
    }

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) =>
        await Codes.OfWordsAsync(scope.Db, input.Text("Name"), Exercise.MaxCode, scope.Ct);

    protected override Task<Exercise?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        var exercise = Exercise.Create(code, "?", KindWords.Unknown);
        scope.Db.Add(exercise);
        return Task.FromResult<Exercise?>(exercise);
    }

    private static async Task InitiativeAsync(Exercise exercise, string typed, FormScope scope)
    {
        var code = typed.Trim();
        exercise.BelongTo(code.Length == 0
            ? null
            : await scope.Db.Initiatives.SingleOrDefaultAsync(i => i.Code == code, scope.Ct)
              ?? throw new InvalidInputException(
                  $"No initiative is known by the code {FieldText.Quote(code)}: write one of the register, such as JT-2."));
    }
}

/// <summary>One holding of an exercise.</summary>
internal sealed class EditionForm : RecordType<ExerciseEdition>
{
    private const int Most = 10_000_000;

    public override RecordKind Kind => RecordKind.Edition;

    protected override int? MaxCode => ExerciseEdition.MaxCode;

    protected override IEnumerable<Inconsistency> Inconsistencies(ExerciseEdition edition, DateOnly today) =>
        EditionConsistency.Of(edition);

    protected override FieldList<ExerciseEdition> List() => new FieldList<ExerciseEdition>()
        .Group("Edition")
        .Shown("Code", "Code", d => d.Code)
        .Shown("Exercise", "Exercise", d => d.Exercise.Name)
        .Line("Label", "Edition", ExerciseEdition.MaxLabel, d => d.Label, (d, v) => d.Relabel(v), "Its name, usually its year.")
        .Date("Start", "Start", d => d.Start, (d, v) => d.Hold(v!.Value, d.End), required: true)
        .Date("End", "End", d => d.End, (d, v) => d.Hold(d.Start, v))
        .Group("Who took part")
        .WholeNumber(
            "Personnel", "Personnel", required: false, (0, Most), d => d.Personnel,
            (d, v) => d.CountPersonnel(v), "Empty where no public text says.", "people")
        .WholeNumber("Ships", "Ships", required: false, (0, Most), d => d.Ships, (d, v) => d.CountShips(v), unit: "ships")
        .WholeNumber("Aircraft", "Aircraft", required: false, (0, Most), d => d.Aircraft, (d, v) => d.CountAircraft(v), unit: "aircraft")
        .WholeNumber("Nations", "Nations", required: false, (0, 250), d => d.Nations, (d, v) => d.CountNations(v), unit: "nations")
        .Custom(
            TookPart("Danish", "Danish participation"),
            (d, _) => Text(d.DanishParticipation),
            (d, v, _) => Set(v, value => d.Join(value, d.AmericanParticipation)))
        .Custom(
            TookPart("American", "American participation"),
            (d, _) => Text(d.AmericanParticipation),
            (d, v, _) => Set(v, value => d.Join(d.DanishParticipation, value)))
        .Group("Where it comes from")
        .From(new("", SubjectKind.Edition, d => d.Code, d => d.Attribution, (d, v) => d.Attribute(v))
        {
            IsMain = _ => true, ValueFields = ["Label", "Start", "End", "Personnel", "Ships", "Aircraft", "Nations", "Danish", "American"],
        });

    protected override Task<ExerciseEdition?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<ExerciseEdition>().Include(d => d.Exercise).ThenInclude(e => e.Initiative).SingleOrDefaultAsync(d => d.Code == code, ct);

    protected override string Code(ExerciseEdition record) => record.Code;

    protected override string Heading(ExerciseEdition record) => $"{record.Exercise.Name} {record.Label}";

    protected override RecordReference Reference(ExerciseEdition record) => new(Kind, record.Code, record.Exercise.Initiative?.Code);

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(ExerciseEdition record) =>
        [(SubjectKind.Edition, record.Code)];

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of)
    {
        var exercise = await scope.Db.Exercises.Where(e => e.Code == of)
            .Select(e => new { e.Name, Initiative = e.Initiative == null ? null : e.Initiative.Code })
            .SingleOrDefaultAsync(scope.Ct);
        if (exercise is null) return null;
        return new(
            $"New edition of {exercise.Name}",
            new(RecordKind.Exercise, of, exercise.Initiative),
            new Dictionary<string, string> { ["Provenance"] = "confirmed" });
    }

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) =>
        await Codes.OfWordsAsync(scope.Db, $"{of} {input.Text("Label")}", ExerciseEdition.MaxCode, scope.Ct);

    protected override async Task<ExerciseEdition?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        if (await scope.Db.Exercises.Include(e => e.Initiative).SingleOrDefaultAsync(e => e.Code == of, scope.Ct) is not { } exercise)
        {
            return null;
        }
        var edition = ExerciseEdition.Create(code, "?", PartialDate.OfDay(scope.Today), KindWords.Unknown);
        exercise.Editions.Add(edition);
        scope.Db.Add(edition);
        return edition;
    }

    private static FormField TookPart(string name, string label) => new(new(name, label, FieldKind.Choice)
    {
        Options = [new("", "Not known"), new("yes", "Yes"), new("no", "No")],
    });

    private static string Text(bool? value) => value switch { true => "yes", false => "no", _ => "" };

    private static Task Set(string text, Action<bool?> set)
    {
        set(text.Trim() switch
        {
            "" => null,
            "yes" => true,
            "no" => false,
            _ => throw new InvalidInputException($"{FieldText.Quote(text.Trim())} is none of the choices: choose one of the list."),
        });
        return Task.CompletedTask;
    }
}

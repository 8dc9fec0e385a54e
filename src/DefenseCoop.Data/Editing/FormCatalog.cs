using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Data.Recommendations;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Schedule;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Spending;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing;

/// <summary>All forms, and the ways in which the kinds of record are read.</summary>
internal static class FormCatalog
{
    private static readonly FormType[] All =
    [
        new InitiativeForm(), new InitiativeCancelForm(), new InitiativeCompleteForm(), new InitiativeRefreshForm(),
        new MilestoneForm(), new MilestoneRefreshForm(),
        new IndicatorForm(),
        new ReadingForm(), new ReadingWithdrawForm(), new ReadingReinstateForm(),
        new ExerciseForm(), new EditionForm(),
        new SpendingFigureForm(),
        new ObjectiveForm(), new OutcomeForm(), new ContributionForm(), new ContributionRemoveForm(),
        new RecommendationForm(),
        new SourceForm(),
        .. ReferenceForms.All,
        .. RecordsWithoutForm.All,
        .. AssessmentRecords.All,
    ];

    private static readonly Dictionary<string, FormType> ByName = All.Where(f => f.IsForm)
        .ToDictionary(f => f.Name, StringComparer.Ordinal);

    private static readonly Dictionary<RecordKind, FormType> ByKind = All.Where(f => f.IsWhole).ToDictionary(f => f.Kind);

    /// <summary>Of the forms that people can fill in.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Null where there is no such form.</summary>
    public static FormType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The form, or the list of fields, by which records of a kind are read.</summary>
    public static FormType Of(RecordKind kind) => ByKind[kind];

    /// <summary>The form as people see it, its choices filled in.</summary>
    public static async Task<FormSpec> SpecAsync(
        FormType type, SpecUse use, DefenseCoopContext db, CancellationToken ct, string? code = null)
    {
        var fields = type.Fields(use);
        Dictionary<OptionSource, IReadOnlyList<FieldOption>> options = [];
        foreach (var source in fields.Select(f => f.Source).Where(s => s != OptionSource.None).Distinct())
        {
            options[source] = source == OptionSource.Own ? await type.OwnOptionsAsync(db, code, ct) : await OptionsAsync(source, db, ct);
        }

        return Spec(
            type,
            use,
            [.. fields.Select(f => f.Source == OptionSource.None ? f.Spec : f.Spec with { Options = Offered(f.Spec, options[f.Source]) })]);
    }

    /// <summary>The form as a save needs it: without the records that its choices offer.</summary>
    public static FormSpec BareSpec(FormType type, SpecUse use) => Spec(type, use, [.. type.Fields(use).Select(f => f.Spec)]);

    private static FormSpec Spec(FormType type, SpecUse use, IReadOnlyList<FieldSpec> fields) =>
        new(type.Name, type.Noun, fields)
        {
            Verb = type.Verb(use == SpecUse.New), Lede = type.Lede(use == SpecUse.New), Act = type.Act(use == SpecUse.New),
        };

    private static IReadOnlyList<FieldOption> Offered(FieldSpec field, IReadOnlyList<FieldOption> options) =>
        field is { Kind: FieldKind.Choice, Required: false } ? [new FieldOption("", "None"), .. options] : options;

    private static async Task<IReadOnlyList<FieldOption>> OptionsAsync(
        OptionSource source, DefenseCoopContext db, CancellationToken ct) => source switch
        {
            OptionSource.Categories =>
                await db.Set<Category>().OrderBy(c => c.Position).Select(c => new FieldOption(c.Slug, c.Name)).ToListAsync(ct),
            OptionSource.Organizations => ByWords(
                await db.Set<Organization>()
                    .Select(o => new FieldOption(o.Code, o.Abbreviation == null ? o.Name : o.Name + " (" + o.Abbreviation + ")"))
                    .ToListAsync(ct)),
            OptionSource.Sites => ByWords(await db.Set<Site>().Select(s => new FieldOption(s.Code, s.Name)).ToListAsync(ct)),
            OptionSource.Agreements => ByWords(await db.Set<Agreement>().Select(a => new FieldOption(a.Code, a.Title)).ToListAsync(ct)),
            OptionSource.FocusAreas =>
                await db.Set<FocusArea>().OrderBy(a => a.Position).Select(a => new FieldOption(a.Slug, a.Name)).ToListAsync(ct),
            OptionSource.Outcomes => await db.Set<ExpectedOutcome>()
                .OrderBy(o => o.Objective.FocusArea.Position).ThenBy(o => o.Objective.Position).ThenBy(o => o.Position)
                .Select(o => new FieldOption(o.Code, o.Objective.FocusArea.Name + ": " + o.Text)).ToListAsync(ct),
            _ => [],
        };

    private static List<FieldOption> ByWords(List<FieldOption> options) =>
        [.. options.OrderByText(o => o.Words).ThenBy(o => o.Value, StringComparer.Ordinal)];
}

using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Results;

/// <summary>What the forms of a contribution have in common.</summary>
internal abstract class AnyContributionForm(string name) : RecordType<Contribution>
{
    public override string Name => name;

    public override RecordKind Kind => RecordKind.Contribution;

    protected override Task<Contribution?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) => db.Set<Contribution>()
        .Include(c => c.Initiative)
        .Include(c => c.Outcome).ThenInclude(o => o.Objective).ThenInclude(o => o.FocusArea)
        .SingleOrDefaultAsync(c => c.Code == code, ct);

    protected override string Code(Contribution record) => record.Code;

    protected override string Heading(Contribution record) => $"{record.Initiative.Code} contributes to “{record.Outcome.Text}”";

    protected override RecordReference Reference(Contribution record) => new(Kind, record.Code, record.Initiative.Code);

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Contribution record) =>
        [(SubjectKind.Contribution, record.Code)];

    protected static FormField Outcome =>
        new(new("Outcome", "Expected outcome", FieldKind.Choice) { Required = true }, OptionSource.Outcomes);
}

/// <summary>The link from an initiative to an outcome, with its weight.</summary>
internal sealed class ContributionForm() : AnyContributionForm(FormNames.Contribution)
{
    public override bool ComesBack => true;

    protected override string? Of(Contribution record) => record.Initiative.Code;

    protected override FieldList<Contribution> List() => new FieldList<Contribution>()
        .Group("Contribution")
        .Shown("Initiative", "Initiative", c => c.Initiative.Code)
        .Custom(Outcome, (c, _) => c.Outcome.Code, OutcomeAsync)
        .Weight(
            c => c.Weight,
            (c, v) => c.Weigh(v),
            "How much it counts beside the other initiatives of the outcome: 1 for the same, 2 for twice as much.")
        .Group("Where the objective comes from")
        .From(new("Objective", SubjectKind.Contribution, c => c.Code, c => c.ObjectiveAttribution, (c, v) => c.AttributeObjective(v))
        {
            Of = "the statement which objective it serves", Aspect = Aspect.Objective, ValueFields = ["Outcome"],
        })
        .Group("Where the outcome comes from")
        .From(new("", SubjectKind.Contribution, c => c.Code, c => c.Attribution, (c, v) => c.Attribute(v))
        {
            Of = "the statement which outcome it serves", Aspect = Aspect.Outcome, ValueFields = ["Outcome"], IsMain = _ => true,
        });

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of)
    {
        if (await scope.Db.Initiatives.Where(i => i.Code == of).Select(i => i.Title).SingleOrDefaultAsync(scope.Ct) is not { } title)
        {
            return null;
        }
        return new($"New contribution of {of} {title}", new(RecordKind.Initiative, of), new Dictionary<string, string>
        {
            ["Weight"] = "1",
            ["ObjectiveProvenance"] = "illustrative",
            ["Provenance"] = "illustrative",
        });
    }

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input)
    {
        var outcome = input.Text("Outcome").Trim();
        var area = await scope.Db.ExpectedOutcomes.Where(o => o.Code == outcome)
            .Select(o => o.Objective.FocusArea.Slug)
            .SingleOrDefaultAsync(scope.Ct);
        return area is null || of is null ? null : await Codes.FreeAsync(scope.Db, $"{of}:{area}", Contribution.MaxCode, scope.Ct);
    }

    protected override async Task<Contribution?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        if (await scope.Db.Initiatives.SingleOrDefaultAsync(i => i.Code == of, scope.Ct) is not { } initiative) return null;
        // Stands there until the chosen one is written.
        if (await scope.Db.ExpectedOutcomes.OrderBy(o => o.Id).FirstOrDefaultAsync(scope.Ct) is not { } outcome) return null;
        var contribution = Contribution.Create(code, outcome, KindWords.Unknown);
        initiative.Contributions.Add(contribution);
        scope.Db.Add(contribution);
        return contribution;
    }

    private static async Task OutcomeAsync(Contribution contribution, string typed, FormScope scope)
    {
        var code = typed.Trim();
        var outcome = await References.FindAsync<ExpectedOutcome>(scope, code, o => o.Code == code, "expected outcome");
        if (await scope.Db.Contributions.AnyAsync(
            c => c.Initiative.Code == contribution.Initiative.Code && c.Outcome.Code == code && c.Code != contribution.Code, scope.Ct))
        {
            throw new InvalidInputException(
                "The initiative contributes to this outcome already: change the weight of that contribution, or choose another outcome.");
        }

        contribution.LeadTo(outcome);
    }
}

/// <summary>Takes the link from an initiative to an outcome away.</summary>
internal sealed class ContributionRemoveForm() : AnyContributionForm(FormNames.ContributionRemove)
{
    public override bool IsWhole => false;

    public override string Verb(bool isNew) => "Remove contribution";

    protected override string Heading(Contribution record) => $"Remove the contribution “{base.Heading(record)}”?";

    public override string Lede(bool isNew) =>
        "The initiative does not count in this outcome any more. The history keeps that it did, and it can be restored.";

    protected override FieldList<Contribution> List() => new FieldList<Contribution>()
        .Group("Remove")
        .Only(PartUse.Watched)
        .Custom(Outcome, (c, _) => c.Outcome.Code, (_, _, _) => Task.CompletedTask)
        .Weight(c => c.Weight, (_, _) => { }, "");

    protected override void Apply(Contribution record, FormScope scope)
    {
        scope.RemoveCitations(SubjectKind.Contribution, record.Code);
        scope.Db.Remove(record);
    }
}

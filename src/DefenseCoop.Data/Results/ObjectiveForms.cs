using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Results;

/// <summary>What a focus area is to bring about.</summary>
internal sealed class ObjectiveForm : RecordType<Objective>
{
    public const string WeightHelp = "How much it counts beside the others: 1 for the same, 2 for twice as much.";

    public override RecordKind Kind => RecordKind.Objective;

    protected override int? MaxCode => Objective.MaxCode;

    protected override FieldList<Objective> List() => new FieldList<Objective>()
        .Group("Objective")
        .Shown("Code", "Code", o => o.Code)
        .Shown("FocusArea", "Focus area", o => o.FocusArea.Name)
        .Paragraph("Text", "What it is to bring about", Objective.MaxText, o => o.Text, (o, v) => o.Rephrase(v))
        .Weight(o => o.Weight, (o, v) => o.Weigh(v), WeightHelp);

    protected override Task<Objective?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Objective>().Include(o => o.FocusArea).SingleOrDefaultAsync(o => o.Code == code, ct);

    protected override string Code(Objective record) => record.Code;

    protected override string Heading(Objective record) => record.Text;

    protected override RecordReference Reference(Objective record) => new(Kind, record.Code, Area: record.FocusArea.Slug);

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of)
    {
        if (await scope.Db.FocusAreas.Where(a => a.Slug == of).Select(a => a.Name).SingleOrDefaultAsync(scope.Ct) is not { } name)
        {
            return null;
        }
        return new(
            $"New objective of {name}",
            new(RecordKind.FocusArea, of),
            new Dictionary<string, string> { ["Code"] = await NextCodeAsync(scope, of!), ["Weight"] = "1" });
    }

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) =>
        of is null ? null : await NextCodeAsync(scope, of);

    protected override async Task<Objective?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        if (await scope.Db.FocusAreas.SingleOrDefaultAsync(a => a.Slug == of, scope.Ct) is not { } area) return null;
        var last = await scope.Db.Objectives.Where(o => o.FocusAreaId == area.Id).MaxAsync(o => (int?)o.Position, scope.Ct);
        var objective = Objective.Create(code, "?", last + 1 ?? 0);
        area.Objectives.Add(objective);
        scope.Db.Add(objective);
        return objective;
    }

    private static Task<string> NextCodeAsync(FormScope scope, string area) =>
        Codes.NumberedAsync(scope.Db, $"{area}-o", Objective.MaxCode, scope.Ct);
}

/// <summary>The change by which an objective is known to be reached.</summary>
internal sealed class OutcomeForm : RecordType<ExpectedOutcome>
{
    public override RecordKind Kind => RecordKind.Outcome;

    protected override int? MaxCode => ExpectedOutcome.MaxCode;

    protected override FieldList<ExpectedOutcome> List() => new FieldList<ExpectedOutcome>()
        .Group("Expected outcome")
        .Shown("Code", "Code", o => o.Code)
        .Shown("Objective", "Objective", o => o.Objective.Text)
        .Paragraph(
            "Text", "The change by which the objective is known to be reached", ExpectedOutcome.MaxText,
            o => o.Text, (o, v) => o.Rephrase(v))
        .Weight(o => o.Weight, (o, v) => o.Weigh(v), ObjectiveForm.WeightHelp);

    protected override Task<ExpectedOutcome?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<ExpectedOutcome>().Include(o => o.Objective).ThenInclude(o => o.FocusArea).SingleOrDefaultAsync(o => o.Code == code, ct);

    protected override string Code(ExpectedOutcome record) => record.Code;

    protected override string Heading(ExpectedOutcome record) => record.Text;

    protected override RecordReference Reference(ExpectedOutcome record) => new(Kind, record.Code, Area: record.Objective.FocusArea.Slug);

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of)
    {
        var objective = await scope.Db.Objectives.Where(o => o.Code == of)
            .Select(o => new { o.Text, o.FocusArea.Slug })
            .SingleOrDefaultAsync(scope.Ct);
        if (objective is null) return null;
        return new(
            $"New expected outcome of “{objective.Text}”",
            new(RecordKind.Objective, of, Area: objective.Slug),
            new Dictionary<string, string> { ["Code"] = await NextCodeAsync(scope, of!), ["Weight"] = "1" });
    }

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) =>
        of is null ? null : await NextCodeAsync(scope, of);

    protected override async Task<ExpectedOutcome?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        if (await scope.Db.Objectives.Include(o => o.FocusArea).SingleOrDefaultAsync(o => o.Code == of, scope.Ct) is not { } objective)
        {
            return null;
        }
        var last = await scope.Db.ExpectedOutcomes.Where(o => o.ObjectiveId == objective.Id).MaxAsync(o => (int?)o.Position, scope.Ct);
        var outcome = ExpectedOutcome.Create(code, "?", last + 1 ?? 0);
        objective.Outcomes.Add(outcome);
        scope.Db.Add(outcome);
        return outcome;
    }

    private static Task<string> NextCodeAsync(FormScope scope, string objective) =>
        Codes.NumberedAsync(scope.Db, $"{objective}-", ExpectedOutcome.MaxCode, scope.Ct);
}

using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Schedule;

/// <summary>A milestone: planned, forecast and met.</summary>
internal sealed class MilestoneForm : RecordType<Milestone>
{
    private static readonly (MilestoneState, string)[] States =
    [
        (MilestoneState.Pending, "Pending"),
        (MilestoneState.Met, "Met"),
        (MilestoneState.MetLate, "Met late"),
        (MilestoneState.Cancelled, "Canceled"),
        (MilestoneState.Unknown, "Not known"),
    ];

    private static readonly (Provenance, string)[] PlanOrigins =
    [
        (Provenance.None, "There is no plan"),
        (Provenance.Confirmed, "A public text says so"),
        (Provenance.Illustrative, "Ours, illustrative"),
    ];

    public override RecordKind Kind => RecordKind.Milestone;

    public override string DayField => "StatusAsOf";

    protected override int? MaxCode => Milestone.MaxCode;

    protected override IEnumerable<Inconsistency> Inconsistencies(Milestone milestone, DateOnly today) =>
        MilestoneConsistency.Of(milestone, milestone.Initiative);

    protected override FieldList<Milestone> List() => new FieldList<Milestone>()
        .Group("What it is")
        .Shown("Code", "Code", m => m.Code)
        .Shown("Initiative", "Initiative", m => m.Initiative.Code)
        .Line("Title", "Title", Milestone.MaxTitle, m => m.Title, (m, v) => m.Retitle(v))
        .Group("When")
        .Date(
            "Planned", "Planned for", m => m.Planned, (m, v) => m.PlanFor(v, m.PlannedProvenance),
            "The day that it was first planned for: 14 Mar 2025, Mar 2025, Q1 2025 or 2025.")
        .Choice(
            "PlannedProvenance", "Where the plan comes from", PlanOrigins, m => m.PlannedProvenance, (m, v) => m.PlanFor(m.Planned, v))
        .Date(
            "Forecast", "Now expected", m => m.Forecast, (m, v) => m.Expect(v),
            "Where a public text gives another day than the plan: 14 Mar 2025, Mar 2025, Q1 2025 or 2025.")
        .PastDate("Actual", "Met on", m => m.Actual, (m, v) => m.Happen(v))
        .Group("What is known of it")
        .Choice(
            "State", "State", States, m => m.ReportedState, (m, v) => m.Report(v),
            "What the public text says; whether it is late is worked out from the dates.")
        .PastDate(
            "StatusAsOf", "Status as of", m => m.StatusAsOf, (m, v) => m.DateStatus(v),
            "The day that the public text speaks for: 14 Mar 2025, Mar 2025, Q1 2025 or 2025.")
        .Group("Where it comes from")
        .From(new("", SubjectKind.Milestone, m => m.Code, m => m.Attribution, (m, v) => m.Attribute(v))
        {
            IsMain = _ => true, ValueFields = ["Title", "Planned", "Forecast", "Actual", "State", "StatusAsOf"],
            WithSources = MilestoneConsistency.WithSources,
        });

    protected override Task<Milestone?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Milestone>().Include(m => m.Initiative).SingleOrDefaultAsync(m => m.Code == code, ct);

    protected override string Code(Milestone record) => record.Code;

    protected override string Heading(Milestone record) => $"{record.Code} {record.Title}";

    protected override RecordReference Reference(Milestone record) => new(Kind, record.Code, record.Initiative.Code);

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Milestone record) => [(SubjectKind.Milestone, record.Code)];

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of)
    {
        if (await scope.Db.Initiatives.Where(i => i.Code == of).Select(i => i.Title).SingleOrDefaultAsync(scope.Ct) is not { } title)
        {
            return null;
        }
        return new($"New milestone of {of} {title}", new(RecordKind.Initiative, of), new Dictionary<string, string>
        {
            ["Code"] = await NextCodeAsync(scope, of!),
            ["State"] = nameof(MilestoneState.Pending),
            ["PlannedProvenance"] = nameof(Provenance.None),
            ["Provenance"] = "confirmed",
        });
    }

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) =>
        of is null ? null : await NextCodeAsync(scope, of);

    protected override async Task<Milestone?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        if (await scope.Db.Initiatives.SingleOrDefaultAsync(i => i.Code == of, scope.Ct) is not { } initiative) return null;
        var last = await scope.Db.Milestones.Where(m => m.InitiativeId == initiative.Id).MaxAsync(m => (int?)m.Position, scope.Ct);
        var milestone = Milestone.Create(code, "?", MilestoneState.Unknown, KindWords.Unknown, last + 1 ?? 0);
        initiative.Milestones.Add(milestone);
        scope.Db.Add(milestone);
        return milestone;
    }

    private static Task<string> NextCodeAsync(FormScope scope, string initiative) =>
        Codes.NumberedAsync(scope.Db, $"{initiative}-M", Milestone.MaxCode, scope.Ct);
}

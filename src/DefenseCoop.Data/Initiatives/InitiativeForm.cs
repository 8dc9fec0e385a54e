using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives;

/// <summary>An initiative with where its description, start and end come from.</summary>
internal sealed class InitiativeForm : RecordType<Initiative>
{
    public static IReadOnlyList<(Stage Value, string Words)> Stages { get; } =
    [
        .. Enum.GetValues<Stage>().Select(s => (s, Domain.Words.Of(s))),
    ];

    public override RecordKind Kind => RecordKind.Initiative;

    public override string DayField => "StatusAsOf";

    protected override int? MaxCode => Initiative.MaxCode;

    protected override string CodeHelp => "Such as BE-9. Left empty, the next one of its category is taken.";

    protected override IEnumerable<Inconsistency> Inconsistencies(Initiative initiative, DateOnly today) =>
        InitiativeConsistency.Of(initiative, today);

    protected override FieldList<Initiative> List() => new FieldList<Initiative>()
        .Group("What it is")
        .Shown("Code", "Code", i => i.Code)
        .Line("Title", "Title", Initiative.MaxTitle, i => i.Title, (i, v) => i.Retitle(v))
        .Custom(
            new FormField(new("Category", "Category", FieldKind.Choice) { Required = true }, OptionSource.Categories),
            (i, _) => i.Category.Slug,
            async (i, v, scope) => i.FileUnder(await References.FindAsync<Category>(scope, v, c => c.Slug == v.Trim(), "category")))
        .Paragraph("Description", "Description", Initiative.MaxDescription, i => i.Description, (i, v) => i.Describe(v))
        .From(new("Description", SubjectKind.Initiative, i => i.Code, i => i.DescriptionAttribution, (i, v) => i.AttributeDescription(v))
        {
            Of = "the description", Aspect = Aspect.Description, ValueFields = ["Description"],
        })
        .Group("How far it has come")
        .Choice(
            "Stage", "Stage", Stages, i => i.RecordedStage, (i, v) => i.Report(v, i.StageBasis),
            "On the day that the public text speaks for.")
        .Choice(
            "StageBasis", "How the stage is known", InitiativeWords.StageBases, i => i.StageBasis,
            (i, v) => i.Report(i.RecordedStage, v))
        .PastDate(
            "StatusAsOf", "Status as of", i => i.StatusAsOf, (i, v) => i.DateStatus(v),
            "The day that the newest public text on it speaks for: 14 Mar 2025, Mar 2025 or 2025.")
        .Group("Start")
        .Date("Start", "Start", i => i.Start, (i, v) => i.Begin(v))
        .From(new("Start", SubjectKind.Initiative, i => i.Code, i => i.StartAttribution, (i, v) => i.AttributeStart(v))
        {
            Of = "the start", Aspect = Aspect.Start, HasValue = i => i.Start is not null,
            ValueFields = ["Start"], SameAs = ("Description", "the description"),
        })
        .Group("End")
        .Date(
            "End", "End", i => i.End, (i, v) => i.Finish(v),
            "Planned or actual: 14 Mar 2025, Mar 2025 or 2025. Empty where it is open-ended or not public.")
        .From(new("End", SubjectKind.Initiative, i => i.Code, i => i.EndAttribution, (i, v) => i.AttributeEnd(v))
        {
            Of = "the end", Aspect = Aspect.End, HasValue = i => i.End is not null,
            ValueFields = ["End"], SameAs = ("Description", "the description"),
        })
        .Group("Who and where")
        .Custom(
            Organizations("Leads", "Lead organizations"),
            (i, _) => Participants(i, OrganizationRole.Lead),
            (i, v, scope) => ParticipateAsync(i, OrganizationRole.Lead, v, scope))
        .Custom(
            Organizations("Partners", "Partner organizations"),
            (i, _) => Participants(i, OrganizationRole.Partner),
            (i, v, scope) => ParticipateAsync(i, OrganizationRole.Partner, v, scope))
        .Custom(
            new FormField(new("Sites", "Sites", FieldKind.Choices), OptionSource.Sites),
            (i, _) => FieldText.Lines(i.Sites.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => s.Code)),
            SitesAsync)
        .Custom(
            new FormField(new("Agreement", "Agreement that it rests on", FieldKind.Choice), OptionSource.Agreements),
            (i, _) => i.Agreement?.Code ?? "",
            async (i, v, scope) => i.RestOn(v.Trim().Length == 0
                ? null
                : await References.FindAsync<Agreement>(scope, v, a => a.Code == v.Trim(), "agreement")))
        .Group("The record")
        .Choice("Confidence", "How sure this record is", InitiativeWords.Confidences, i => i.Confidence, (i, v) => i.Trust(v))
        .OptionalParagraph("Note", "Note", Initiative.MaxNote, i => i.Note, (i, v) => i.Annotate(v))
        .From(new("", SubjectKind.Initiative, i => i.Code, i => i.Attribution, (i, v) => i.Attribute(v))
        {
            Of = "the record as a whole", IsMain = _ => true, HasNote = false, SameAs = ("Description", "the description"),
        });

    protected override Task<Initiative?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Initiative>().AsSplitQuery()
            .Include(i => i.Category)
            .Include(i => i.Agreement)
            .Include(i => i.Sites)
            .Include(i => i.Milestones)
            .Include(i => i.Participations).ThenInclude(p => p.Organization)
            .SingleOrDefaultAsync(i => i.Code == code, ct);

    protected override string Code(Initiative record) => record.Code;

    protected override string Heading(Initiative record) => $"{record.Code} {record.Title}";

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Initiative record) =>
        [(SubjectKind.Initiative, record.Code)];

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of)
    {
        if (of is not null && !await scope.Db.Categories.AnyAsync(c => c.Slug == of, scope.Ct)) return null;
        return new("New initiative", new(RecordKind.Initiative, null), new Dictionary<string, string>
        {
            ["Code"] = of is null ? "" : await NextCodeAsync(scope, of),
            ["Category"] = of ?? "",
            ["StageBasis"] = nameof(StageBasis.Sourced),
            ["Confidence"] = nameof(RecordConfidence.Medium),
            ["DescriptionProvenance"] = "confirmed",
            ["StartProvenance"] = "confirmed",
            ["EndProvenance"] = "confirmed",
            ["Provenance"] = "confirmed",
        });
    }

    protected override async Task<Initiative?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        // Stands there until the chosen one is written; without any category there is nothing to choose from.
        if (await scope.Db.Categories.OrderBy(c => c.Id).FirstOrDefaultAsync(scope.Ct) is not { } category) return null;
        var initiative = Initiative.Create(code, "?", "?", category, Stage.Proposed, KindWords.Unknown);
        scope.Db.Add(initiative);
        return initiative;
    }

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input)
    {
        var category = input.Text("Category").Trim();
        return await scope.Db.Categories.AnyAsync(c => c.Slug == category, scope.Ct) ? await NextCodeAsync(scope, category) : null;
    }

    /// <summary>The next number after those that begin like the category's first initiative: BE-5 after BE-4.</summary>
    private static async Task<string> NextCodeAsync(FormScope scope, string category)
    {
        var first = await scope.Db.Initiatives.Where(i => i.Category.Slug == category)
            .OrderBy(i => i.Id).Select(i => i.Code).FirstOrDefaultAsync(scope.Ct);
        var dash = first?.LastIndexOf('-') ?? -1;
        var prefix = dash > 0
            ? first![..(dash + 1)]
            : string.Concat(category.Split('-', '_').Select(w => char.ToUpperInvariant(w[0]))) + "-";
        return await Codes.NumberedAsync(scope.Db, prefix, Initiative.MaxCode, scope.Ct);
    }

    private static FormField Organizations(string name, string label) =>
        new(new(name, label, FieldKind.Choices), OptionSource.Organizations);

    private static string Participants(Initiative initiative, OrganizationRole role) =>
        FieldText.Lines(initiative.Participations.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.Organization.Code));

    private static async Task ParticipateAsync(Initiative initiative, OrganizationRole role, string text, FormScope scope)
    {
        var codes = FieldText.Lines(text);
        var chosen = await References.FindAllAsync<Organization>(
            scope, codes, o => EF.Parameter(codes).Contains(o.Code), o => o.Code, "organization");
        var now = initiative.Participations.Where(p => p.Role == role).ToList();
        foreach (var gone in now.Where(p => !chosen.Contains(p.Organization))) initiative.Participations.Remove(gone);
        var position = now.Count == 0 ? 0 : now.Max(p => p.Position) + 1;
        foreach (var added in chosen.Where(o => now.All(p => p.Organization != o)))
        {
            initiative.Participations.Add(Participation.Create(added, role, position++));
        }
    }

    private static async Task SitesAsync(Initiative initiative, string text, FormScope scope)
    {
        var codes = FieldText.Lines(text);
        var chosen = await References.FindAllAsync<Site>(scope, codes, s => EF.Parameter(codes).Contains(s.Code), s => s.Code, "site");
        foreach (var gone in initiative.Sites.Except(chosen).ToList()) initiative.Sites.Remove(gone);
        foreach (var added in chosen.Except(initiative.Sites).ToList()) initiative.Sites.Add(added);
    }
}

using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Recommendations;

/// <summary>A recommendation with the response to it.</summary>
internal sealed class RecommendationForm : RecordType<Recommendation>
{
    private const string Prefix = "R-";

    private static readonly (ArticlePoint, string)[] Points =
        [(ArticlePoint.Recommendation, "A recommendation"), (ArticlePoint.Proposal, "A proposal"), (ArticlePoint.Claim, "A claim")];

    private static readonly (RecommendationState, string)[] States =
    [
        (RecommendationState.Unknown, "No public response was found"),
        (RecommendationState.Accepted, "Accepted"),
        (RecommendationState.UnderWay, "Under way"),
        (RecommendationState.Done, "Done"),
        (RecommendationState.Rejected, "Rejected"),
    ];

    public override RecordKind Kind => RecordKind.Recommendation;

    protected override int? MaxCode => Recommendation.MaxCode;

    protected override IEnumerable<Inconsistency> Inconsistencies(Recommendation recommendation, DateOnly today) =>
        RecommendationConsistency.Of(recommendation);

    protected override FieldList<Recommendation> List() => new FieldList<Recommendation>()
        .Group("Recommendation")
        .Shown("Code", "Code", r => r.Code)
        .Choice("Kind", "What it is", Points, r => r.Kind, (r, v) => r.Classify(v), usual: ArticlePoint.Recommendation)
        .OptionalLine("Title", "Title", Recommendation.MaxTitle, r => r.Title, (r, v) => r.Retitle(v))
        .OptionalParagraph(
            "Text", "What it says", Recommendation.MaxText, r => r.Text, (r, v) => r.Rephrase(v), "Empty while that is not known here.")
        .Custom(
            new(new("FocusArea", "Focus area", FieldKind.Choice), OptionSource.FocusAreas),
            (r, _) => r.FocusAreaSlug ?? "",
            async (r, slug, scope) => r.Concern(slug.Trim().Length == 0
                ? null
                : (await References.FindAsync<FocusArea>(scope, slug, a => a.Slug == slug.Trim(), "focus area")).Slug))
        .Group("Response")
        .Choice("State", "State", States, r => r.State, (r, v) => r.Report(v))
        .OptionalParagraph("Response", "Response", Recommendation.MaxText, r => r.Response, (r, v) => r.Respond(v))
        .Group("Where it comes from")
        .From(new("", SubjectKind.Recommendation, r => r.Code, r => r.Attribution, (r, v) => r.Attribute(v))
        {
            IsMain = _ => true, HasValue = r => r.Text is not null || r.Response is not null,
            ValueFields = ["Title", "Text", "Response", "State"],
        });

    protected override Task<Recommendation?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Recommendation>().SingleOrDefaultAsync(r => r.Code == code, ct);

    protected override string Code(Recommendation record) => record.Code;

    protected override string Heading(Recommendation record) =>
        record.Title is null ? $"Recommendation {record.Code}" : $"{record.Code} {record.Title}";

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Recommendation record) =>
        [(SubjectKind.Recommendation, record.Code)];

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of) =>
        of is not null ? null : new("New recommendation", new(RecordKind.Recommendation, null), new Dictionary<string, string>
        {
            ["Code"] = await NextCodeAsync(scope),
            ["Kind"] = nameof(ArticlePoint.Recommendation),
            ["State"] = nameof(RecommendationState.Unknown),
            ["Provenance"] = "confirmed",
        });

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) => await NextCodeAsync(scope);

    protected override async Task<Recommendation?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        var last = await scope.Db.Recommendations.MaxAsync(r => (int?)r.Position, scope.Ct);
        var recommendation = Recommendation.Create(code, KindWords.Unknown, last + 1 ?? 0);
        scope.Db.Add(recommendation);
        return recommendation;
    }

    private static Task<string> NextCodeAsync(FormScope scope) => Codes.NumberedAsync(scope.Db, Prefix, Recommendation.MaxCode, scope.Ct);
}

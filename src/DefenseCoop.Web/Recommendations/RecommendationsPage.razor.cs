using DefenseCoop.Data.Fields;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Recommendations;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Recommendations;

public sealed partial class RecommendationsPage
{
    private RecommendationList? _list;

    [Inject]
    private RecommendationQueries Recommendations { get; set; } = null!;

    // What answers a point is a status of the day, so any change may show here.
    protected override bool Concerns(ChangeNotice notice) =>
        notice.FocusAreas.Count > 0 || notice.Initiatives.Count > 0 || notice.ShowsOn(RecordPages.Recommendations);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct) =>
        _list = await SharedAsync("list", ReadAsync, ct);

    private async Task<RecommendationList> ReadAsync(CancellationToken ct)
    {
        var list = await Recommendations.ListAsync(Day.Moment, ct);
        ArticlePoint[] order = [ArticlePoint.Recommendation, ArticlePoint.Proposal, ArticlePoint.Claim];
        var inOrder = list.Items.OrderBy(i => Array.IndexOf(order, i.Kind));
        return list with { Sources = list.Sources.InOrderOf(inOrder.Select(i => new CitedFact(SubjectKind.Recommendation, i.Code))) };
    }

    private IReadOnlyList<Recommendation> Of(ArticlePoint kind) => [.. _list!.Items.Where(r => r.Kind == kind)];
}

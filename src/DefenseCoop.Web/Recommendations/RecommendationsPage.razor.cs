using DefenseCoop.Data.History;
using DefenseCoop.Data.Recommendations;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Recommendations;

public sealed partial class RecommendationsPage
{
    private RecommendationList? _list;

    [Inject]
    private RecommendationQueries Recommendations { get; set; } = null!;

    // What answers a point is a status of the day, so any change may show here.
    protected override bool Concerns(ChangeNotice notice) =>
        notice.FocusAreas.Count > 0 || notice.Initiatives.Count > 0 || notice.Records.Any(r => r.Kind is RecordKind.Recommendation or RecordKind.Source or RecordKind.Category);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct) =>
        _list = await SharedAsync("list", stop => Recommendations.ListAsync(Day.Moment, stop), ct);

    private IReadOnlyList<Recommendation> Of(ArticlePoint kind) => [.. _list!.Items.Where(r => r.Kind == kind)];
}

using DefenseCoop.Data.History;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Summary;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Summary;

/// <summary>What a manager reads in two minutes. Every number leads to the rows that it counts.</summary>
public sealed partial class SummaryPage
{
    private static readonly RegisterQuery Concerning = new() { Statuses = [AssessedStatus.AtRisk, AssessedStatus.OffTrack] };

    private SummaryResult? _summary;

    [Inject]
    private SummaryQueries Summaries { get; set; } = null!;

    private int ConcernCount => Of(AssessedStatus.OffTrack) + Of(AssessedStatus.AtRisk);

    protected override bool Concerns(ChangeNotice notice) =>
        notice.Initiatives.Count > 0 || notice.FocusAreas.Count > 0 || notice.Records.Any(r => r.Kind is RecordKind.Exercise or RecordKind.Edition);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct) =>
        _summary = await SharedAsync("summary", stop => Summaries.ReadAsync(Day.Moment, stop), ct);

    private int Of(AssessedStatus status) => _summary!.ByStatus[status];

    private string UrlOf(AssessedStatus status) => AppUrls.Register(new RegisterQuery { Statuses = [status] }, Day);
}

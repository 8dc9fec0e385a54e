using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Summary;
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

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct) => _summary = await Summaries.ReadAsync(Day.Day, ct);

    private int Of(AssessedStatus status) => _summary!.ByStatus[status];

    private string UrlOf(AssessedStatus status) => AppUrls.Register(new RegisterQuery { Statuses = [status] }, Day);
}

using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Summary;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Summary;

/// <summary>What a manager reads in two minutes. Every number leads to the rows that it counts.</summary>
public sealed partial class SummaryPage
{
    private SummaryResult? _summary;
    private JudgedView? _judged;
    private BoardWork? _work;

    [Inject]
    private SummaryQueries Summaries { get; set; } = null!;

    [Inject]
    private JudgedQueries Judged { get; set; } = null!;

    [Inject]
    private BoardQueries Boards { get; set; } = null!;

    /// <summary>Two columns stand beside each other only where both are full.</summary>
    private bool HasColumnOfConcerns => _summary!.Concerns.Count > 1;

    private int ConcernCount => _summary!.ByStatus[AssessedStatus.OffTrack] + _summary.ByStatus[AssessedStatus.AtRisk];

    protected override bool Concerns(ChangeNotice notice) =>
        notice.Initiatives.Count > 0 || notice.FocusAreas.Count > 0 || notice.ShowsOn(RecordPages.Summary);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _summary = await SharedAsync("summary", stop => Summaries.ReadAsync(Day.Moment, stop), ct);
        _judged = await SharedAsync("judged", stop => Judged.ReadAsync(Day.Moment, stop), ct);
        _work = await Boards.WorkAsync(await ActorAsync(), Day.Moment, ct);
    }

    private string UrlOf(AssessedStatus status) => AppUrls.Register(new RegisterQuery { Statuses = [status] }, Day);

    private string Share(int count) => Words.Share(count, _summary!.Total);

    private static string Number(int count) => Words.Of((decimal)count);
}

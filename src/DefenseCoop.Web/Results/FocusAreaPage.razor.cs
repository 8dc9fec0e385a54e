using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Schedule;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Spending;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Results;

/// <summary>One focus area: what it is meant to achieve, what the evidence says, and what was judged.</summary>
public sealed partial class FocusAreaPage
{
    private FocusAreaDetails? _details;
    private readonly PagePlaces _places = new();
    private TrendView? _trend;
    private BoardWork? _work;
    private IReadOnlyList<ActionRow> _actions = [];

    [Parameter]
    public string Slug { get; set; } = "";

    [Inject]
    private FocusAreaQueries FocusAreas { get; set; } = null!;

    [Inject]
    private TrendQueries Trends { get; set; } = null!;

    [Inject]
    private BoardQueries Boards { get; set; } = null!;

    [Inject]
    private ActionQueries Actions { get; set; } = null!;

    protected override bool Concerns(ChangeNotice notice) =>
        notice.FocusAreas.Contains(Slug, StringComparer.OrdinalIgnoreCase)
        || notice.Records.Any(r => r.FocusAreaSlug == Slug) || notice.ShowsOn(RecordPages.FocusArea);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _details = await SharedAsync("details", ReadAsync, ct);
        _trend = _details is null
            ? null
            : await SharedAsync("trend", stop => Trends.TrendAsync(Slug, Day.Moment, TrendQueries.DefaultPeriods, stop), ct);
        _actions = _details is null ? [] : await SharedAsync("actions", stop => Actions.OpenAsync(Slug, Day.Moment, stop), ct);
        _work = _details is null ? null : (await Boards.WorkAsync(await ActorAsync(), Day.Moment, ct))?.Of(Slug);
        if (_details is null) ShowAbsence();
    }

    private async Task<FocusAreaDetails?> ReadAsync(CancellationToken ct) =>
        await FocusAreas.FindAsync(Slug, Day.Moment, ct) is { } found
            ? found with { Sources = found.Sources.InOrderOf(References(found)) }
            : null;

    /// <summary>The facts that the page tells, in its order.</summary>
    private IEnumerable<CitedFact> References(FocusAreaDetails found) =>
    [
        new(SubjectKind.Category, Slug),
        .. SpendingTable.Shown(found.Spending, found.Sources, Day)
            .SelectMany(m => m)
            .Select(f => new CitedFact(SubjectKind.SpendingFigure, f.Code)),
        .. EventList.ShownOf(found.Events, found.Sources, Day).Select(e => new CitedFact(SubjectKind.Event, e.Code)),
    ];
}

using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Spending;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Results;

/// <summary>One focus area: its status, what it is made of, and how it was judged.</summary>
public sealed partial class FocusAreaPage
{
    private FocusAreaDetails? _details;
    private TrendView? _trend;

    [Parameter]
    public string Slug { get; set; } = "";

    [Inject]
    private FocusAreaQueries FocusAreas { get; set; } = null!;

    [Inject]
    private TrendQueries Trends { get; set; } = null!;

    protected override bool Concerns(ChangeNotice notice) =>
        notice.FocusAreas.Contains(Slug, StringComparer.OrdinalIgnoreCase)
        || notice.Records.Any(r => r.Kind is RecordKind.Source or RecordKind.Category or RecordKind.FocusArea or RecordKind.SpendingFigure or RecordKind.Event);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _details = await SharedAsync("details", ReadAsync, ct);
        _trend = _details is null ? null : await SharedAsync("trend", stop => Trends.TrendAsync(Slug, Day.Moment, TrendQueries.DefaultPeriods, stop), ct);
        if (_details is null) ShowAbsence();
    }

    private async Task<FocusAreaDetails?> ReadAsync(CancellationToken ct) =>
        await FocusAreas.FindAsync(Slug, Day.Moment, ct) is { } found ? found with { Sources = found.Sources.InOrderOf(References(found)) } : null;

    /// <summary>The facts that the page tells, in its order.</summary>
    private IEnumerable<CitedFact> References(FocusAreaDetails found) =>
    [
        new(SubjectKind.Category, Slug),
        .. SpendingTable.InOrder(found.Spending).SelectMany(m => m).Select(f => new CitedFact(SubjectKind.SpendingFigure, f.Code)),
        .. found.Events.Select(e => new CitedFact(SubjectKind.Event, e.Code)),
    ];
}

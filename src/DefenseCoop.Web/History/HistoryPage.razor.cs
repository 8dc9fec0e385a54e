using DefenseCoop.Data.Editing;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Domain.History;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.History;

/// <summary>What happened to one record, version by version; of an initiative or a focus area with all that belongs to it.</summary>
public sealed partial class HistoryPage
{
    /// <summary>Beyond so many records of one change only what the page is about is told field by field.</summary>
    private const int MostInFull = 8;

    private RecordHistory? _history;
    private IReadOnlyList<Version> _versions = [];
    private string? _beginningUrl;
    private int _newer;

    [Parameter]
    public string Kind { get; set; } = "";

    [Parameter]
    public string Code { get; set; } = "";

    [Inject]
    private RecordHistoryQueries Histories { get; set; } = null!;

    [Inject]
    private RecordDifferences Differences { get; set; } = null!;

    protected override IReadOnlyCollection<string> Parameters => ["page"];

    private string Lede => _history!.Kind switch
    {
        RecordKind.Initiative => "Every version of the initiative and of all that belongs to it: who changed what, when and why.",
        RecordKind.FocusArea => "Every version of the focus area, its objectives and outcomes, of what contributes to them, "
            + "and of its assessments and their actions: who changed what, when and why.",
        var kind => $"Every version of the {RecordWords.One(kind)}: who changed what, when and why.",
    };

    private string Scope => _history!.Kind switch
    {
        RecordKind.Initiative => " of the initiative and what belongs to it",
        RecordKind.FocusArea => " of the focus area, its tree and its assessments",
        _ => "",
    };

    /// <summary>Where the record stands; null where that is here.</summary>
    private string? Place => RecordUrls.HasPlace(_history!.Reference) ? ChangeUrls.Of(_history.Reference, Day) : null;

    protected override bool Concerns(ChangeNotice notice) => notice.ChangeSetId > 0 && _history is not null && notice.Records.Any(Belongs);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _newer = 0;
        var page = query.Number("page", n => n >= 1, "pages are counted from 1") ?? 1;
        _history = RecordWords.Kind(Kind) is { } kind ? await Histories.FindAsync(kind, Code, page, Day.KnownAt, ct) : null;
        if (_history is null)
        {
            Navigation.NotFound();
            return;
        }

        if (_history.Changes.Page != page) query.Note($"page={page} does not exist: this is the last page, {_history.Changes.Page}.");
        var mayRestore = May(FormRights.Of(RecordWords.Slug(_history.Kind))) && _history.Exists;
        var differences = await DifferencesAsync(_history.Changes.Rows, ct);
        _versions = [.. _history.Changes.Rows.Select(row => VersionOf(row, differences, mayRestore))];
        _beginningUrl = mayRestore && !_history.HasBeginning && _history.Changes.Rows is [.., { Head.Id: > 1 } first]
            ? ChangeUrls.Restore(_history.Kind, _history.Code, first.Head.Id - 1)
            : null;
    }

    /// <summary>New versions would push the others down under the reader's eyes: the page only says that there are some.</summary>
    protected override async Task<bool> RefreshAsync(QueryValues query, CancellationToken ct)
    {
        if (_history is not { Changes: { Total: > 0 } shown } h)
        {
            await LoadAsync(query, ct);
            return true;
        }

        var before = _newer;
        _newer = await SharedAsync("count", stop => Histories.CountAsync(h.Kind, h.Code, Day.KnownAt, stop), ct) - shown.Total;
        return _newer != before;
    }

    private async Task ShowNewerAsync()
    {
        await ReloadAsync();
        StateHasChanged();
    }

    /// <summary>The way back is that of the record itself, whose tab this is; what has no page has that of all changes.</summary>
    private IReadOnlyList<(string Words, string Url)> Crumbs(RecordHistory h) => h switch
    {
        { Kind: RecordKind.Initiative } => [("Initiatives", AppUrls.Register(Day))],
        { InitiativeCode: { } code } => [("Initiatives", AppUrls.Register(Day)), (code, AppUrls.Initiative(code, Day))],
        { Kind: RecordKind.FocusArea } => [("Focus areas", AppUrls.FocusAreas(Day))],
        { FocusAreaSlug: { } area } => [("Focus areas", AppUrls.FocusAreas(Day)), (area, AppUrls.FocusArea(area, Day))],
        { Kind: RecordKind.Recommendation } => [("Recommendations", AppUrls.Recommendations(Day))],
        { Kind: RecordKind.Source } => [("Sources", AppUrls.Sources(Day))],
        _ => [("Changes", ChangeUrls.Changes(Day))],
    };

    /// <summary>Whether the history tells of it.</summary>
    private bool Belongs(ChangedRecord record) => (record.Kind == _history!.Kind && record.Code == _history.Code)
        || (_history.Kind == RecordKind.Initiative && record.InitiativeCode == _history.Code)
        || (_history.Kind == RecordKind.FocusArea && record.FocusAreaSlug == _history.Code);

    /// <summary>By record and change; each version of a record is read once.</summary>
    private async Task<Dictionary<(RecordKind, string), IReadOnlyDictionary<long, IReadOnlyList<FieldDifference>>>> DifferencesAsync(
        IReadOnlyList<ChangeRow> rows, CancellationToken ct)
    {
        var told = from row in rows
                   from record in row.Records
                   where row.RecordCount <= MostInFull || IsOwn(record)
                   group row.Head.Id by (record.Kind, record.Code);
        Dictionary<(RecordKind, string), IReadOnlyDictionary<long, IReadOnlyList<FieldDifference>>> differences = [];
        foreach (var of in told) differences[of.Key] = await Differences.OfAsync(of.Key.Kind, of.Key.Code, [.. of], ct);
        return differences;
    }

    private Version VersionOf(
        ChangeRow row, Dictionary<(RecordKind, string), IReadOnlyDictionary<long, IReadOnlyList<FieldDifference>>> differences,
        bool mayRestore)
    {
        var records = row.Records.Select(r => (r, differences.GetValueOrDefault((r.Kind, r.Code))?.GetValueOrDefault(row.Head.Id)))
            .ToList();
        var own = row.Records.FirstOrDefault(IsOwn);
        var isOlderVersion = own is { Action: not ChangeAction.Removed } && row.Head.Id != _history!.NewestOwn;
        return new Version(
            row,
            records,
            own?.Action == ChangeAction.Removed || Place is not { } place ? null : ChangeUrls.KnownAt(place, row.Head.At),
            mayRestore && isOlderVersion ? ChangeUrls.Restore(_history!.Kind, _history.Code, row.Head.Id) : null);
    }

    private bool IsOwn(RecordLine record) => record.Kind == _history!.Kind && record.Code == _history.Code;

    /// <param name="Records">Differences are null where there are too many to tell.</param>
    /// <param name="ThenUrl">The record as it was known right after the change.</param>
    /// <param name="RestoreUrl">Null for who may not, and for what is there now.</param>
    private sealed record Version(
        ChangeRow Row, IReadOnlyList<(RecordLine Record, IReadOnlyList<FieldDifference>? Differences)> Records,
        string? ThenUrl, string? RestoreUrl);
}

using DefenseCoop.Data.Editing;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Domain.History;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.History.Changes;

/// <summary>One change: what it did to each record, and its place in the chain.</summary>
public sealed partial class ChangePage
{
    private ChangeDetails? _details;
    private RecordKind? _kind;
    private IReadOnlyList<(RecordLine Record, IReadOnlyList<FieldDifference> Differences)> _records = [];

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ChangeQueries Changes { get; set; } = null!;

    [Inject]
    private RecordDifferences Differences { get; set; } = null!;

    protected override IReadOnlyCollection<string> Parameters => ["kind", "page"];

    /// <summary>A change stays as it is; only that another followed is news.</summary>
    protected override bool Concerns(ChangeNotice notice) => notice.ChangeSetId > 0 && _details is { HasLater: false };

    protected override Task<bool> RefreshAsync(QueryValues query, CancellationToken ct)
    {
        _details = _details! with { HasLater = true };
        return Task.FromResult(true);
    }

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _kind = query.Members("kind", Enum.GetValues<RecordKind>()) is [.., var kind] ? kind : null;
        var page = query.Number("page", n => n >= 1, "pages are counted from 1") ?? 1;
        _details = await Changes.FindAsync(Id, _kind, page, Day.KnownAt, ct);
        if (_details is null)
        {
            Navigation.NotFound();
            return;
        }

        if (_details.Page != page) query.Note($"page={page} does not exist: this is the last page, {_details.Page}.");
        List<(RecordLine, IReadOnlyList<FieldDifference>)> records = [];
        foreach (var record in _details.Row.Records) records.Add((record, await Differences.OfAsync(record.Kind, record.Code, Id, ct)));
        _records = records;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string IdOf(RecordLine record) => $"{RecordWords.Slug(record.Kind)}-{record.Code}";

    private static ChangeQuery ByPerson(ChangeHead head) =>
        head.AccountId is { } account ? new ChangeQuery { AccountId = account } : new ChangeQuery { Person = head.Person };
}

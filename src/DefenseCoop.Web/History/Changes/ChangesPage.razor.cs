using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Storage;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.History.Changes;

/// <summary>All changes, newest first. Everything that is asked of it stands in the address.</summary>
public sealed partial class ChangesPage
{
    private ChangeQuery _query = new();
    private ChangeList? _list;
    private Terms? _categories;
    private int _newer;
    private IReadOnlyList<ChangePerson> _people = [];
    private IReadOnlyList<ChangeChip> _chips = [];

    [Inject]
    private ChangeQueries Changes { get; set; } = null!;

    [Inject]
    private RegisterQueries Register { get; set; } = null!;

    protected override IReadOnlyCollection<string> Parameters => [.. ChangeParameters.Filters, "page"];

    /// <summary>When a day has passed, nothing was changed by anybody.</summary>
    protected override bool Concerns(ChangeNotice notice) => notice.ChangeSetId > 0;

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _categories = (await Register.VocabularyAsync(ct)).Categories;
        _query = ChangeParameters.Read(query, _categories) with { KnownAt = Day.KnownAt, Zone = ReaderDay.Zone };
        _newer = 0;
        _people = await Changes.PeopleAsync(_query.KnownAt, ct);
        _list = await Changes.ListAsync(_query, ct);
        if (_list.Page != _query.Page)
        {
            query.Note($"page={_query.Page} does not exist: this is the last page, {_list.Page}.");
            _query = _query with { Page = _list.Page };
        }

        _chips = ChangeChips.Of(_query, _people, _categories);
    }

    /// <summary>New changes would push the rows down under the reader's eyes: the page only says that there are some.</summary>
    protected override async Task<bool> RefreshAsync(QueryValues query, CancellationToken ct)
    {
        if (_list is not { Total: > 0 } shown)
        {
            await LoadAsync(query, ct);
            return true;
        }

        var before = _newer;
        _newer = await SharedAsync("count", stop => Changes.CountAsync(_query, stop), ct) - shown.Total;
        return _newer != before;
    }

    private async Task ShowNewerAsync()
    {
        await ReloadAsync();
        StateHasChanged();
    }
}

using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.History;

/// <summary>All changes, newest first. Everything that is asked of it stands in the address.</summary>
public sealed partial class ChangesPage
{
    private ChangeQuery _query = new();
    private ChangeList? _list;
    private Terms? _categories;
    private IReadOnlyList<ChangePerson> _people = [];
    private IReadOnlyList<ChangeChip> _chips = [];

    [Inject]
    private ChangeQueries Changes { get; set; } = null!;

    [Inject]
    private RegisterQueries Register { get; set; } = null!;

    protected override IReadOnlyCollection<string> Parameters => [.. ChangeParameters.Filters, "page"];

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _categories = (await Register.VocabularyAsync(ct)).Categories;
        _query = ChangeParameters.Read(query, _categories) with { KnownAt = Day.KnownAt };
        _people = await Changes.PeopleAsync(_query.KnownAt, ct);
        _list = await Changes.ListAsync(_query, ct);
        if (_list.Page != _query.Page)
        {
            query.Note($"page={_query.Page} does not exist: this is the last page, {_list.Page}.");
            _query = _query with { Page = _list.Page };
        }

        _chips = ChangeChips.Of(_query, _people, _categories);
    }
}

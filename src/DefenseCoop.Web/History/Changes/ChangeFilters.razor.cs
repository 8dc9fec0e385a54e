using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.History;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.History.Changes;

public sealed partial class ChangeFilters
{
    private static readonly (string, string)[] KindOptions =
        [.. Enum.GetValues<RecordKind>().Select(k => (k.ToString(), RecordWords.Title(k)))];

    private static readonly (string, string)[] ActionOptions =
        [.. Enum.GetValues<ChangeAction>().Select(a => (a.ToString(), a.ToString()))];

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Parameter, EditorRequired]
    public ChangeQuery Query { get; set; } = new();

    [Parameter, EditorRequired]
    public IReadOnlyList<ChangePerson> People { get; set; } = [];

    [Parameter, EditorRequired]
    public Terms Categories { get; set; } = null!;

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    /// <summary>With whoever is asked for, also one who has changed nothing.</summary>
    private IEnumerable<(string Value, string Words)> PeopleOptions
    {
        get
        {
            var known = People.Select(p => (Value: ChangeParameters.PersonOf(p), p.Name)).ToList();
            return ChangeParameters.PersonOf(Query) is { } asked && known.TrueForAll(k => k.Value != asked) ? [.. known, (asked, asked)] : known;
        }
    }
}

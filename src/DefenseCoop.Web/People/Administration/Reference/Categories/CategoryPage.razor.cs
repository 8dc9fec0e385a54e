using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.Administration.Reference.Categories;

/// <summary>One category, and what an administrator does with it.</summary>
public sealed partial class CategoryPage
{
    private ReferenceDetails<CategoryValues>? _record;

    [Inject]
    private ReferenceQueries Reference { get; set; } = null!;

    [Inject]
    private CategoryCommands Commands { get; set; } = null!;

    [Parameter]
    public string Slug { get; set; } = "";

    [SupplyParameterFromForm(FormName = "change")]
    private CategoryInput? Input { get; set; }

    [SupplyParameterFromForm(FormName = "delete")]
    private VersionInput? Deletion { get; set; }

    private string? DoneWords => Done switch
    {
        "added" => "The category was added.",
        "changed" => "Saved.",
        _ => null,
    };

    private IReadOnlyList<(string, string?)> Stored => Described(_record!.Values);

    protected override IReadOnlyList<string> StoredSources => _record?.Values.Sources ?? [];

    protected override async Task LoadAsync()
    {
        _record = await Reference.CategoryAsync(Actor, Slug, Aborted);
        if (_record is null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
        Input ??= _record is null ? new CategoryInput() : CategoryInput.Of(_record);
    }

    private static IReadOnlyList<(string, string?)> Described(CategoryValues values) =>
    [
        ("Name", values.Name),
        ("What it covers", values.Text),
        ("Place in the lists", values.Place is { } place ? FormNumbers.Text(place) : null),
        ("Sources", string.Join(", ", values.Sources)),
        ("Note on where it comes from", values.Note),
    ];

    private async Task ChangeAsync()
    {
        if (!await TakeSourcesAsync()) return;
        if (await TryChangeAsync(() => Commands.ChangeAsync(Actor, Slug, Input!.Seen, Input.Values(ChosenSources), Aborted))) GoTo(AccountUrls.Category(Slug), "changed");
        else await ReadAgainAsync();
    }

    private async Task DeleteAsync()
    {
        if (await TryChangeAsync(() => Commands.DeleteAsync(Actor, Slug, Deletion!.Seen, Aborted))) GoTo(AccountUrls.Categories, "deleted");
        else await ReadAgainAsync();
    }

    /// <summary>Having seen what is stored now, the person may save over it.</summary>
    private async Task ReadAgainAsync()
    {
        if (!IsConflict) return;
        _record = await Reference.CategoryAsync(Actor, Slug, Aborted);
        Input!.Version = FormNumbers.Text(_record?.Version ?? -1);
    }
}

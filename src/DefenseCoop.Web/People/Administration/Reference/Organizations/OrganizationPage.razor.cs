using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.Administration.Reference.Organizations;

/// <summary>One organization, and what an administrator does with it.</summary>
public sealed partial class OrganizationPage
{
    private ReferenceDetails<OrganizationValues>? _record;

    [Inject]
    private ReferenceQueries Reference { get; set; } = null!;

    [Inject]
    private OrganizationCommands Commands { get; set; } = null!;

    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromForm(FormName = "change")]
    private OrganizationInput? Input { get; set; }

    [SupplyParameterFromForm(FormName = "delete")]
    private VersionInput? Deletion { get; set; }

    private string? DoneWords => Done switch
    {
        "added" => "The organization was added.",
        "changed" => "Saved.",
        _ => null,
    };

    private IReadOnlyList<(string, string?)> Stored => Described(_record!.Values);

    protected override IReadOnlyList<string> StoredSources => _record?.Values.Sources ?? [];

    protected override async Task LoadAsync()
    {
        _record = await Reference.OrganizationAsync(Actor, Code, Aborted);
        if (_record is null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
        Input ??= _record is null ? new OrganizationInput() : OrganizationInput.Of(_record);
    }

    private static IReadOnlyList<(string, string?)> Described(OrganizationValues values) =>
    [
        ("Name", values.Name),
        ("Name in its own language", values.LocalName),
        ("Abbreviation", values.Abbreviation),
        ("Country", values.Country),
        ("Kind", values.Kind),
        ("Sources", string.Join(", ", values.Sources)),
        ("Note on where it comes from", values.Note),
    ];

    private async Task ChangeAsync()
    {
        if (!await TakeSourcesAsync()) return;
        if (await TryChangeAsync(() => Commands.ChangeAsync(Actor, Code, Input!.Seen, Input.Values(ChosenSources), Aborted))) GoTo(AccountUrls.Organization(Code), "changed");
        else await ReadAgainAsync();
    }

    private async Task DeleteAsync()
    {
        if (await TryChangeAsync(() => Commands.DeleteAsync(Actor, Code, Deletion!.Seen, Aborted))) GoTo(AccountUrls.Organizations, "deleted");
        else await ReadAgainAsync();
    }

    /// <summary>Having seen what is stored now, the person may save over it.</summary>
    private async Task ReadAgainAsync()
    {
        if (!IsConflict) return;
        _record = await Reference.OrganizationAsync(Actor, Code, Aborted);
        Input!.Version = FormNumbers.Text(_record?.Version ?? -1);
    }
}

using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
using DefenseCoop.Web.Editing.Forms;
using DefenseCoop.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.Administration.Reference;

/// <summary>A page on which an administrator writes categories, organizations or sites.</summary>
public abstract class ReferencePage : FormPage
{
    private static readonly IReadOnlyList<FieldSpec> Listed = [RecordSources.Field];

    private IReadOnlyDictionary<string, string> _lists = new Dictionary<string, string>();

    [Inject]
    private SourceQueries SourceQueries { get; set; } = null!;

    /// <summary>What the person was asked for, by the address: <c>delete</c>.</summary>
    [SupplyParameterFromQuery]
    public string? Ask { get; set; }

    /// <summary>Whether the question before a deletion is to be shown; it stays while a deletion is refused.</summary>
    protected bool IsDeletionAsked => Ask == "delete" || Sent == "delete";

    /// <summary>Whether somebody else changed the record while the person wrote.</summary>
    protected bool IsConflict { get; private set; }

    /// <summary>What the list of sources shows.</summary>
    protected FormPicks Picks { get; private set; } = null!;

    /// <summary>The chosen sources, by code and one a line.</summary>
    protected string Sources => _lists.GetValueOrDefault(RecordSources.Field.Name, "");

    /// <summary>The same, for a command.</summary>
    protected IReadOnlyList<string> ChosenSources =>
        Sources.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The sources of the record as it is stored.</summary>
    protected virtual IReadOnlyList<string> StoredSources => [];

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        var sent = Sent is "add" or "change" ? new SentForm(Http.Request.Form) : null;
        _lists = sent?.Values ?? new Dictionary<string, string> { [RecordSources.Field.Name] = string.Join('\n', StoredSources) };
        await PickAsync(sent?.Finds ?? new Dictionary<string, string>());
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync();

    /// <summary>
    /// Does what a button of the list of sources asks for, and chooses what is written in its box and named beyond doubt.
    /// </summary>
    /// <returns>Whether the form can be carried out then.</returns>
    protected async Task<bool> TakeSourcesAsync()
    {
        var sent = new SentForm(Http.Request.Form);
        if (sent.Step is { } step)
        {
            _lists = step.Apply(Listed, sent.Values, null);
            await PickAsync(sent.Finds);
            return false;
        }

        (_lists, var open) = await Picks.ResolveAsync(Listed, sent.Values, sent.Finds, Aborted);
        await PickAsync(open);
        foreach (var (field, text) in open) Errors.Add(field, FormPicks.NotChosen(text));
        if (Errors.Any) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return !Errors.Any;
    }

    /// <summary>Runs a command on a record that others may change, too.</summary>
    /// <returns>Whether it was carried out.</returns>
    protected async Task<bool> TryChangeAsync(Func<Task> command)
    {
        return await TryAsync(async () =>
        {
            try
            {
                await command();
            }
            catch (ChangedMeanwhileException)
            {
                IsConflict = true;
                throw;
            }
        });
    }

    private Task PickAsync(IReadOnlyDictionary<string, string> typed)
    {
        Picks = new FormPicks(SourceQueries);
        return Picks.ReadAsync(Listed, [Sources], typed, Aborted);
    }
}

/// <summary>The version that a form was made for, as it comes back.</summary>
public class VersionInput
{
    public string? Version { get; set; }

    /// <summary>What is no version is none that was ever stored.</summary>
    public long Seen => FormNumbers.Version(Version);
}

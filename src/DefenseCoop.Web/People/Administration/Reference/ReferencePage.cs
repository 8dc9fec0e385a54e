using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
using DefenseCoop.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.Administration.Reference;

/// <summary>A page on which an administrator writes categories, organizations or sites.</summary>
public abstract class ReferencePage : FormPage
{
    [Inject]
    private SourceQueries SourceQueries { get; set; } = null!;

    /// <summary>The sources to choose from.</summary>
    protected IReadOnlyList<SourceRef> AllSources { get; private set; } = [];

    /// <summary>Whether somebody else changed the record while the person wrote.</summary>
    protected bool IsConflict { get; private set; }

    /// <summary>The boxes that were ticked. Read from the request itself: binding drops long lists without a word.</summary>
    protected IReadOnlyList<string> TickedSources => Http.Request.HasFormContentType
        ? [.. Http.Request.Form["Input.Sources"].OfType<string>()]
        : [];

    protected override async Task OnInitializedAsync()
    {
        AllSources = await SourceQueries.AllAsync(Aborted);
        await LoadAsync();
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Runs a command on a record that others may change, too.</summary>
    /// <returns>Whether it was carried out.</returns>
    protected async Task<bool> TryChangeAsync(Func<Task> command)
    {
        var isDone = await TryAsync(async () =>
        {
            try
            {
                await command();
            }
            catch (ChangedMeanwhileException e)
            {
                IsConflict = true;
                throw new InvalidInputException("", e.Message);
            }
        });
        if (IsConflict) Http.Response.StatusCode = StatusCodes.Status409Conflict;
        return isDone;
    }
}

/// <summary>The version that a form was made for, as it comes back.</summary>
public class VersionInput
{
    public string? Version { get; set; }

    /// <summary>What is no version is none that was ever stored.</summary>
    public long Seen => FormNumbers.Version(Version);
}

using DefenseCoop.Data.Commands;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Shared.Forms;

/// <summary>A page of plain forms, or a part of one with a form of its own.</summary>
public abstract class PlainForm : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Name of the form that was sent; null for a plain visit.</summary>
    protected string? Sent => Http.Request.HasFormContentType ? Http.Request.Form["_handler"] : (string?)null;

    protected abstract FormErrors Errors { get; }

    protected Actor Actor => Http.User.Actor();

    protected CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Runs a command; what it refuses is noted for the form.</summary>
    /// <returns>Whether it was carried out.</returns>
    protected async Task<bool> TryAsync(Func<Task> command)
    {
        Errors.Clear();
        try
        {
            await command();
            return true;
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            if (refusal.AsksToSignIn) Navigation.NavigateTo(AccountUrls.SignInAgain(Http.Request.Path));
            else refusal.ShowIn(Http, Errors);
            return false;
        }
    }

    /// <summary>After a form was carried out: a page that a reload does not send again.</summary>
    protected void GoTo(string url, string? done = null) =>
        Navigation.NavigateTo(done is null ? url : Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(url, "done", done));
}

using DefenseCoop.Web.Shared.Forms;
using DefenseCoop.Web.Shared.Forms.Posted;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Layout.Problems;

/// <summary>Says what a status means, that nothing was changed, and what to do.</summary>
public sealed partial class ProblemPage
{
    private (string Heading, string What, string Remedy) _problem;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Parameter]
    public int Status { get; set; }

    private SentBefore? Before => Http.Features.Get<SentBefore>();

    private string Wait => Http.Response.Headers.RetryAfter is [{ } seconds] ? $"Wait {seconds} seconds" : "Wait a minute";

    protected override void OnParametersSet()
    {
        _problem = Status switch
        {
            401 =>
                ("Not signed in", "For this you have to be signed in, and you are not, or no longer. Nothing was changed.",
                 "Sign in, and do it again."),
            403 =>
                ("No access", "None of your roles has the right to see this page or to do this. Nothing was changed.",
                 "An administrator can give you a role that has it."),
            404 =>
                ("This is not there any more",
                 "The form, or what it was about, does not exist here: somebody may have removed or closed it. Nothing was changed.",
                 "Go to the page by its link, and look at what is there now."),
            409 when Before is { IsSame: true } before =>
                ("This was done already",
                 $"The form was sent before, and carried out on {Instants.Text(before.At)}. It was not done a second time.",
                 "Look at what came of it."),
            409 when Before is { } before =>
                ("This form was sent before",
                 $"It was carried out on {Instants.Text(before.At)}, with another content than now. What you sent now was not carried out.",
                 "Look at what came of it. To do it once more with what stands below, send it again."),
            405 =>
                ("This does not work here", "The address was asked for something that it does not do. Nothing was changed.",
                 "Go to the page by its link, and use the forms on it."),
            413 => ("Too much at once", "What was sent is larger than this program takes. Nothing was changed.", "Send less at a time."),
            429 =>
                ("Too many tries", "From your network more was asked in a short time than this program answers. Nothing was changed.",
                 $"{Wait}, then go back and try again."),
            503 => ("Not available", "The program is ending, or is not ready yet. Nothing was changed.", "Reload the page in a moment."),
            >= 500 => ("This could not be done", "The program failed. Nothing was changed.", "Try again in a moment."),
            _ => (
                "This could not be understood",
                "What was sent is not what this program expects: a form may have been open for too long, "
                    + "since before you or somebody else signed in here, or came from another page. Nothing was changed.",
                PostedForm.Of(Http) is null ? "Go back, reload the page, and send the form again." : "Look at it, and send it again."),
        };

        // Asked for by its own address it says what it stands for, too.
        if (Http.Response.StatusCode == StatusCodes.Status200OK)
        {
            Http.Response.StatusCode = Status is >= 400 and < 600 ? Status : StatusCodes.Status404NotFound;
        }
    }
}

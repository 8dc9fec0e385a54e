using DefenseCoop.Data.Assessments;
using DefenseCoop.Web.Editing.Forms;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments;

/// <summary>
/// A part of the page of an assessment with a form of its own. What is sent is carried out first; what the page shows
/// is read only where the page is shown, and not where it leads elsewhere.
/// </summary>
public abstract class AssessmentPart : PlainForm
{
    [Inject]
    protected AssessmentCommands Commands { get; set; } = null!;

    [Parameter, EditorRequired]
    public AssessmentSheet Sheet { get; set; } = null!;

    /// <summary>Reads the assessment into the sheet.</summary>
    [Parameter, EditorRequired]
    public Func<Task> Read { get; set; } = null!;

    /// <summary>Lets the page show what became of what was sent.</summary>
    [Parameter, EditorRequired]
    public EventCallback Answered { get; set; }

    protected override FormErrors Errors => Sheet.Errors;

    /// <summary>Which button was pressed.</summary>
    protected string? Asked => Http.Request.HasFormContentType ? Http.Request.Form[SentForm.DoField] : (string?)null;

    /// <param name="carryOut">Given the code of the assessment, tells whether it was carried out, and the page leads elsewhere.</param>
    protected async Task AnswerAsync(Func<string, Task<bool>> carryOut)
    {
        if (Sheet.Code is not { } code) RefuseAsMissing();
        else if (await carryOut(code)) return;
        if (!Sheet.IsRead) await Read();
        await Answered.InvokeAsync();
    }

    private void RefuseAsMissing()
    {
        var isSignedIn = Http.User.IsSignedIn();
        Http.Response.StatusCode = isSignedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
        Errors.Add("", isSignedIn
            ? "There is no assessment here that you could change: its period may not be open. Ask a manager to open it."
            : "You are not signed in, or not any more. Nothing was changed. Copy what you entered, sign in, and try again.");
    }
}

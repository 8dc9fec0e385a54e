using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Shared.Forms.Posted;

/// <summary>What was entered into a form that was refused, given back to be sent again.</summary>
public sealed partial class ReturnedForm
{
    private PostedForm? _form;
    private string? _token;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [Inject]
    private IAntiforgery Antiforgery { get; set; } = null!;

    [Parameter]
    public int Status { get; set; }

    private bool IsTooMuch => Status == StatusCodes.Status413PayloadTooLarge;

    private SentBefore? SentBefore => Http?.Features.Get<SentBefore>();

    protected override void OnInitialized()
    {
        // Words of another site are not repeated here as if the person had written them.
        _form = Http is not null && PostOrigins.Of(Http.Request) != PostOrigin.Foreign ? PostedForm.Of(Http) : null;
        if (_form is null) return;
        try
        {
            _token = Antiforgery.GetAndStoreTokens(Http!).RequestToken;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Without its keys the program takes no form: what was entered is shown all the same.
            _token = null;
        }
    }

    private bool MaySend(PostedForm form) =>
        _token is not null && !form.HasSecrets && PostOrigins.Of(Http!.Request) == PostOrigin.Own
        && Status is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status410Gone);

    private string Hint(PostedForm form) => (Status, MaySend(form)) switch
    {
        (StatusCodes.Status401Unauthorized, true) => "It stands on this page only. Sign in in another tab, then send it again here.",
        (StatusCodes.Status413PayloadTooLarge, true) => "It stands on this page only. Shorten it here and send it again, or copy it.",
        (_, true) => "It stands on this page only. Copy it, or send it again.",
        _ when form.HasSecrets => "Passwords and codes are not given back: open the form anew, and write them again.",
        _ => "It stands on this page only. Copy what is still needed.",
    };

    private static int Rows(string text) => Math.Clamp((text.Length / 60) + text.Count(c => c == '\n') + 1, 1, 12);
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Commands.Sending;
using DefenseCoop.Data.Fields;
using DefenseCoop.Web.Editing.Forms;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared.Forms.Posted;

namespace DefenseCoop.Web.Hosting.Sending;

/// <summary>
/// A form that is sent twice, as by a double click or because no answer came, is carried out once: the second sending gets
/// the answer of the first. What names the form is its token against forgery, which is another with every load of a page.
/// </summary>
internal sealed class FormOnce(FormLedger ledger)
{
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (SendingOf(http) is not { } sending)
        {
            await next(http);
            return;
        }

        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_running.GetOrAdd(sending.Key, mine.Task) is var first && first != mine.Task) await first.WaitAsync(http.RequestAborted);
        try
        {
            if (await ledger.FindAsync(sending.Key, http.RequestAborted) is { } receipt)
            {
                Answer(http, receipt, sending);
                return;
            }

            ledger.Begin(sending);
            await next(http);
            var status = http.Response.StatusCode;

            // Where the answer was a page, the same page shows what came of it.
            var url = status is >= 300 and < 400 ? http.Response.Headers.Location.ToString() : PostedForm.Of(http)!.Address;
            await ledger.EndAsync(sending, status < 400, url);
        }
        finally
        {
            _running.TryRemove(sending.Key, out _);
            mine.SetResult();
        }
    }

    private static void Answer(HttpContext http, FormReceipt receipt, FormSending sending)
    {
        var isSame = receipt.Content == sending.Content;
        if (isSame && receipt.Url is { } url)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = url;
            return;
        }

        http.Features.Set(new SentBefore(receipt.At, receipt.Url, isSame));
        http.Response.StatusCode = StatusCodes.Status409Conflict;
    }

    /// <summary>Null for what is no form of a page. What only asks changes nothing, and may be asked again.</summary>
    private static FormSending? SendingOf(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method)
            || PostedForm.Of(http) is not { } form || form.One(PostedForm.HandlerField) is not { } handler || form.Load is not { } load)
        {
            return null;
        }
        var asked = form.One(SentForm.DoField);
        if (asked == SentForm.Preview) return null;
        var content = new StringBuilder();
        foreach (var field in form.Fields.Where(f => !IsNoted(f.Name)))
        {
            content.Append(field.Name).Append('=').Append(field.Value).Append('\0');
        }
        var sent = Hash(content.ToString());

        // Something new that is sent once more with other words may be meant as the same: its person is asked. Of what is
        // there already, the page knows what was changed since.
        var name = IsNew(form) ? "" : sent;
        return new FormSending(Hash($"{http.User.Actor().AccountId}\n{load}\n{form.Address}\n{handler}\n{asked}\n{name}"), sent);
    }

    private static bool IsNew(PostedForm form) => form.One(SentForm.FormField) is not null && form.One(SentForm.CodeField) is null;

    /// <summary>Not typed by anybody: scripts renew it while the form is open.</summary>
    private static bool IsNoted(string name) =>
        name is PostedForm.TokenField or PostedForm.OnceField || name.StartsWith(PostedForm.DraftPrefix, StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

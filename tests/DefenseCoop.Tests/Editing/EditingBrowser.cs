using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>An editor's browser without a script: opens a form, writes into it, and presses a button.</summary>
internal sealed class EditingBrowser(LiveProduct target, Browser browser) : IDisposable
{
    public Browser Browser => browser;

    public static async Task<EditingBrowser> OfAsync(LiveProduct target, string name = "editor") =>
        new(target, await target.NewPersonAsync($"{name}-{Guid.NewGuid():N}", Roles.Editor));

    public async Task<IHtmlDocument> OpenAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await browser.GetAsync(path);
        Assert.True(answer.Status == status, $"{path}: {answer.Status}");
        return answer.Document();
    }

    /// <summary>Sends the form on a page with other values in some fields; null leaves a box unticked.</summary>
    public Task<Answer> SendAsync(IHtmlDocument page, params (string Field, string? Value)[] changes) => SendAsync(page, "", changes);

    public Task<Answer> PreviewAsync(IHtmlDocument page, params (string Field, string? Value)[] changes) =>
        SendAsync(page, "preview", changes);

    /// <summary>Opens a form, writes and saves.</summary>
    public async Task<Answer> SaveAsync(string path, params (string Field, string? Value)[] changes) =>
        await SendAsync(await OpenAsync(path), changes);

    /// <summary>Saves, and opens the page that the answer leads to.</summary>
    public async Task<IHtmlDocument> SavedAsync(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.Found, $"{answer.Status}: {Problems(answer.Document())}");
        return await OpenAsync(Path(answer));
    }

    /// <summary>Where an answer leads, as a browser asks for it.</summary>
    public string Path(Answer answer) => new Uri(target.Address, answer.Location).PathAndQuery;

    /// <summary>Discards the draft of a form, and answers the question whether that is meant.</summary>
    public async Task<Answer> DiscardAsync(IHtmlDocument page)
    {
        var asks = page.QuerySelector<IHtmlFormElement>("form[data-discard]")!;
        var query = string.Join('&', Fields(asks).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));
        return await ConfirmAsync(await OpenAsync($"{asks.GetAttribute("action")}?{query}"));
    }

    /// <summary>Presses the button of a question.</summary>
    public Task<Answer> ConfirmAsync(IHtmlDocument question)
    {
        var form = question.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")
            .Single(f => f.QuerySelector(".question") is not null);
        var button = form.QuerySelector<IHtmlButtonElement>(".question button.primary")!;
        return browser.PostAsync(
            form.GetAttribute("action") is { Length: > 0 } action ? action : "/drafts", [.. Fields(form), (button.Name!, button.Value)]);
    }

    /// <summary>What a browser sends of a form.</summary>
    public static (string Name, string Value)[] Fields(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll<IHtmlInputElement>("input[name]")
            .Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked)
            .Select(i => (i.Name!, i.Value)),
        .. form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(s => (s.Name!, s.Value ?? "")),
        .. form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]").Select(t => (t.Name!, t.Value)),
    ];

    public static string Value(IHtmlDocument page, string field) => page.QuerySelector($"[name='f.{field}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement { Type: "checkbox" } =>
            string.Join('\n', page.QuerySelectorAll<IHtmlInputElement>($"[name='f.{field}']").Where(i => i.IsChecked).Select(i => i.Value)),
        IHtmlInputElement input => input.Value,
        _ => throw new InvalidOperationException($"There is no field {field}."),
    };

    public static string Problems(IHtmlDocument page) =>
        page.QuerySelector("[role=alert]")?.TextContent ?? page.QuerySelector("h1")?.TextContent ?? "";

    public void Dispose() => browser.Dispose();

    private Task<Answer> SendAsync(IHtmlDocument page, string button, (string Field, string? Value)[] changes)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form[data-edit]") ?? throw new InvalidOperationException("There is no form.");
        var names = changes.Select(c => Name(c.Field)).ToHashSet(StringComparer.Ordinal);
        return browser.PostAsync(
            form.GetAttribute("action")!,
            [
                .. Fields(form).Where(f => !names.Contains(f.Name)),
                .. changes.Where(c => c.Value is not null).Select(c => (Name(c.Field), c.Value!)),
                .. button.Length > 0 ? new[] { ("do", button) } : [],
            ]);
    }

    /// <summary>Fields go by their own names; what else is sent, with a colon before it.</summary>
    private static string Name(string field) => field.StartsWith(':') ? field[1..] : $"f.{field}";
}

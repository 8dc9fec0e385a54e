using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Tests.Abuse.Tools;

namespace DefenseCoop.Tests.Reliability;

/// <summary>The form of a milestone, open in a browser: its title can be changed and sent, once or again.</summary>
internal sealed class EditForm
{
    private const string Title = "f.Title";

    private readonly Browser _browser;
    private readonly string _action;
    private readonly (string Name, string Value)[] _fields;

    private EditForm(Browser browser, IHtmlFormElement form)
    {
        _browser = browser;
        _action = form.GetAttribute("action")!;
        _fields =
        [
            .. form.QuerySelectorAll<IHtmlInputElement>("input[name]")
                .Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked)
                .Select(i => (i.Name!, i.Value)),
            .. form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(s => (s.Name!, s.Value ?? "")),
            .. form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]").Select(t => (t.Name!, t.Value)),
        ];
    }

    public static async Task<EditForm> OpenAsync(Browser browser, string milestone)
    {
        var page = await browser.GetAsync($"/edit/milestone/{milestone}");
        return new EditForm(
            browser,
            page.Document().QuerySelector<IHtmlFormElement>("form[data-edit]")
                ?? throw new InvalidOperationException($"{page.Status}: there is no form."));
    }

    public Task<Answer> SaveAsync(string title) => _browser.PostAsync(_action, [.. _fields.Where(f => f.Name != Title), (Title, title)]);
}

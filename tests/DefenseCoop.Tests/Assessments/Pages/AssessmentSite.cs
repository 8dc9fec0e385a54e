using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Editing;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Pages;

/// <summary>An installation in which the third quarter of 2026 is open, and people in their browsers without a script.</summary>
public sealed class AssessmentSite : IAsyncLifetime
{
    public const string Period = "2026-Q3";

    private readonly Dictionary<string, Browser> _browsers = [];

    public LiveProduct Target { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal Browser Eva => _browsers["eva"];

    internal Browser Ole => _browsers["ole"];

    internal Browser Mia => _browsers["mia"];

    internal Browser Reader => _browsers["reader"];

    internal Browser Visitor => _browsers["visitor"];

    public async ValueTask InitializeAsync()
    {
        _browsers["eva"] = await Target.NewPersonAsync("eva", Roles.Editor);
        _browsers["ole"] = await Target.NewPersonAsync("ole", Roles.Editor);
        _browsers["mia"] = await Target.NewPersonAsync("mia", Roles.Manager);
        _browsers["both"] = await Target.NewPersonAsync("both", Roles.Manager | Roles.Editor);
        _browsers["reader"] = await Target.NewPersonAsync("reader", Roles.Reader);
        _browsers["visitor"] = Target.NewBrowser();
        await Target.Get<PeriodCommands>().OpenAsync(await Target.ActorAsync("mia"), Period, null, null, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values) browser.Dispose();
        await Target.DisposeAsync();
    }

    internal Browser Of(string name) => _browsers[name];

    internal static string Url(string slug, string period = Period) => AssessmentUrls.Of(slug, period);

    internal static async Task<IHtmlDocument> OpenAsync(Browser browser, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await browser.GetAsync(path);
        Assert.True(answer.Status == status, $"{path}: {answer.Status}");
        return answer.Document();
    }

    /// <summary>Sends the form of a page by one of its buttons, with other values in some fields.</summary>
    internal static Task<Answer> SendAsync(
        Browser browser, IHtmlDocument page, string button, params (string Field, string Value)[] changes)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form[data-assess]") ?? throw new InvalidOperationException("There is no form.");
        var names = changes.Select(c => $"f.{c.Field}").ToHashSet(StringComparer.Ordinal);
        return browser.PostAsync(
            form.GetAttribute("action")!,
            [
                .. EditingBrowser.Fields(form).Where(f => !names.Contains(f.Name)),
                .. changes.Select(c => ($"f.{c.Field}", c.Value)),
                ("do", button),
            ]);
    }

    /// <summary>Sends another form of a page: <c>review</c> or <c>correct</c>.</summary>
    internal static Task<Answer> SendAsync(
        Browser browser, string url, IHtmlDocument page, string handler, params (string Name, string Value)[] fields)
    {
        var token = page.QuerySelector($"input[name={Browser.TokenField}]")!.GetAttribute("value")!;
        return browser.PostAsync(url, [(Browser.TokenField, token), ("_handler", handler), .. fields]);
    }

    /// <summary>What fills a form: judged as computed.</summary>
    internal static (string Field, string Value)[] Whole(IHtmlDocument page, params (string Field, string Value)[] others)
    {
        var computed = page.QuerySelectorAll<IHtmlSelectElement>("select[name^='f.objective:'], select[name='f.judgement']")
            .Select(s => (s.Name![2..], s.Options.First(o => o.Text.Contains("(as the evidence says)", StringComparison.Ordinal)).Value));
        (string, string)[] all = [.. computed, ("confidence", "Medium"), ("decision", "Continue"), ("progress", "It went as planned.")];
        return [.. all.Where(a => others.All(o => o.Field != a.Item1)), .. others];
    }

    /// <summary>Fills and submits, as Eva.</summary>
    internal async Task SubmitAsync(string slug, params (string Field, string Value)[] others)
    {
        var page = await OpenAsync(Eva, Url(slug));
        var answer = await SendAsync(Eva, page, "submit", Whole(page, others));
        Assert.True(answer.Status == HttpStatusCode.Found, $"{answer.Status}: {EditingBrowser.Problems(answer.Document())}");
    }

    internal async Task PublishAsync(string slug)
    {
        var page = await OpenAsync(Mia, Url(slug));
        var answer = await SendAsync(Mia, Url(slug), page, "review", ("do", "publish"));
        Assert.True(answer.Status == HttpStatusCode.Found, $"{answer.Status}: {EditingBrowser.Problems(answer.Document())}");
    }
}

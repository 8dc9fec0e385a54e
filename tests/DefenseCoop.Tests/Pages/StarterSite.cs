using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Initiatives;
using DefenseCoop.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Pages;

[CollectionDefinition(Name)]
public sealed class StarterSiteTests : ICollectionFixture<StarterSite>
{
    public const string Name = "Site";
}

/// <summary>The whole product on the starter data at noon of 2026-11-23, asked over HTTP as a browser without JavaScript asks.</summary>
public sealed class StarterSite : IAsyncLifetime
{
    private readonly WebApp _app = new();
    private readonly Dictionary<DateOnly, ExpectedDay> _days = [];
    private HttpClient _client = null!;
    private HttpClient _administrator = null!;
    private Entities _entities = null!;

    public static DateOnly Today => GeneratedRegister.Today;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public DefenseCoopContext NewContext() => Get<IDbContextFactory<DefenseCoopContext>>().CreateDbContext();

    /// <summary>What the rules give for a day.</summary>
    internal ExpectedDay On(DateOnly day)
    {
        if (!_days.TryGetValue(day, out var expected)) _days[day] = expected = new ExpectedDay(_entities, day);
        return expected;
    }

    public Task<HtmlPage> GetAsync(string address, CancellationToken ct) => GetAsync(_client, address, ct);

    /// <summary>A visitor's browser that goes nowhere by itself.</summary>
    public HttpClient NewClient() => _app.NewClient();

    /// <summary>As a visitor where visitors may see it, else as an administrator who edits and manages, too.</summary>
    public Task<HtmlPage> GetAsync(RouteRow row, CancellationToken ct) =>
        GetAsync(row.IsForAccounts ? _administrator : _client, row.Address, ct);

    private static async Task<HtmlPage> GetAsync(HttpClient client, string address, CancellationToken ct)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), ct);
        return await HtmlPage.ReadAsync(address, answer, ct);
    }

    public async ValueTask InitializeAsync()
    {
        _client = _app.NewClient();
        _administrator = _app.NewClient();
        await TestPeople.AddAsync(
            Get<IDbContextFactory<DefenseCoopContext>>(), "First administrator",
            "first@example.org", Roles.Administrator | Roles.Editor | Roles.Manager);
        await TestPeople.SignInAsync(_administrator, "first@example.org");
        await using var db = NewContext();
        _entities = await Entities.LoadAsync(db);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _administrator.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>A page as it came over HTTP.</summary>
public sealed record HtmlPage(string Address, HttpStatusCode Status, string? ContentType, string Html, IHtmlDocument Document)
{
    /// <summary>The text of the main part, with one space where there is any white space.</summary>
    public string Text => Words(Main);

    public IElement Main => Document.QuerySelector("main") ?? throw new InvalidOperationException($"{Address} has no main element.");

    /// <summary>What the page says it could not use of its address.</summary>
    public string Notes => string.Join(' ', Document.QuerySelectorAll("[role=status]:not([hidden])").Select(Words));

    /// <summary>The number of rows that the register or the list of sources says it has.</summary>
    public int Total => int.Parse(Document.QuerySelector("[data-testid=total]")!.TextContent, null);

    public IReadOnlyList<string> Codes => [.. All("tr[data-code]").Select(r => r.GetAttribute("data-code")!)];

    public IEnumerable<IElement> All(string selector) => Document.QuerySelectorAll(selector);

    public static string Words(INode element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task<HtmlPage> ReadAsync(string address, HttpResponseMessage answer, CancellationToken ct)
    {
        var html = await answer.Content.ReadAsStringAsync(ct);
        return new HtmlPage(
            address, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, html, new HtmlParser().ParseDocument(html));
    }
}

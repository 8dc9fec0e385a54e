using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.OpenIdConnect;

/// <summary>The product and a provider that it signs people in with, each on a port of its own.</summary>
public sealed class ProviderSite : IAsyncLifetime
{
    public ProviderServer Provider { get; private set; } = null!;

    public LiveProduct App { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Provider = await ProviderServer.StartAsync();
        App = new LiveProduct { Settings = Provider.Settings };
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }

    internal Visit NewVisit() => new(App);

    /// <summary>Makes somebody known to the provider, under their subject, and lets them sign in.</summary>
    internal Task<Visit> VisitAsync(ProviderUser user, string returnUrl = "/initiatives")
    {
        Provider.Users[user.Subject] = user;
        return VisitAsync(user.Subject, returnUrl);
    }

    internal async Task<Visit> VisitAsync(string subject, string returnUrl = "/initiatives")
    {
        var visit = NewVisit();
        await visit.SignInAsync(subject, returnUrl);
        return visit;
    }

    /// <summary>The account of somebody at the provider; null where they have none.</summary>
    internal async Task<Account?> AccountAsync(string subject)
    {
        await using var db = App.NewContext();
        var login = await db.Set<IdentityUserLogin<int>>().AsNoTracking().SingleOrDefaultAsync(l => l.ProviderKey == subject, Stop);
        return login is null ? null : await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == login.UserId, Stop);
    }
}

/// <summary>One browser on its way to the provider and back.</summary>
internal sealed class Visit(LiveProduct app) : IDisposable
{
    public Browser Browser { get; } = app.NewBrowser();

    /// <summary>The last answer of the product.</summary>
    public Answer Answer { get; private set; } = null!;

    /// <summary>Path and query of the last answer.</summary>
    public string Path { get; private set; } = "";

    public string Problem => Answer.Document().QuerySelector(".error-box li")?.TextContent.Trim() ?? "";

    /// <summary>Presses the button of the sign-in page.</summary>
    /// <returns>The address at the provider.</returns>
    public Task<string> StartAsync(string returnUrl = "/initiatives") => StartAsync((AccountUrls.ReturnUrl, returnUrl));

    private async Task<string> StartAsync(params (string Name, string Value)[] fields)
    {
        var page = await Browser.GetAsync(AccountUrls.SignIn("/"));
        Answer = await Browser.PostAsync(AccountUrls.ProviderPath, [(Browser.TokenField, page.Token()), .. fields]);
        Assert.Equal(HttpStatusCode.OK, Answer.Status);
        var refresh = Answer.Document().QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content")!;
        Assert.StartsWith("0; url=", refresh, StringComparison.Ordinal);
        return refresh["0; url=".Length..];
    }

    /// <summary>Signs in at the provider.</summary>
    /// <returns>The address by which the provider sends the browser back.</returns>
    public async Task<string> ChooseAsync(string providerAddress, string user)
    {
        var page = await Browser.GetAsync(providerAddress);
        var link = page.Document().QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)
            .Single(h => h.EndsWith($"&{ProviderServer.UserParameter}={user}", StringComparison.Ordinal));
        var answer = await Browser.GetAsync(new Uri(new Uri(providerAddress), link).AbsoluteUri);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        return answer.Location!;
    }

    /// <summary>Follows redirects of the product to where they end.</summary>
    public async Task FollowAsync(string address)
    {
        var next = new Uri(app.Address, new Uri(address, UriKind.RelativeOrAbsolute));
        for (var steps = 0; steps < 5; steps++)
        {
            Assert.Equal(app.Address.Authority, next.Authority);
            Path = next.PathAndQuery;
            Answer = await Browser.GetAsync(next.AbsoluteUri);
            if (Answer.Location is not { } location) return;
            next = new Uri(next, location);
        }

        Assert.Fail($"The redirects do not end: {next}");
    }

    /// <summary>The whole round trip.</summary>
    public async Task SignInAsync(string user, string returnUrl = "/initiatives") =>
        await FollowAsync(await ChooseAsync(await StartAsync(returnUrl), user));

    /// <summary>Opens a one-time link and goes on to the provider from there.</summary>
    /// <param name="secret">Of the link.</param>
    /// <param name="user">Who signs in there.</param>
    /// <param name="isOpenStill">Whether the page was opened before, while the link could be used.</param>
    public async Task AcceptAsync(string secret, string user, bool isOpenStill = false)
    {
        var fields = isOpenStill ? [(AccountUrls.InvitationField, secret)] : Fields(await Browser.GetAsync(AccountUrls.Invitation(secret)));
        await FollowAsync(await ChooseAsync(await StartAsync([.. fields]), user));
    }

    private static List<(string Name, string Value)> Fields(Answer page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var form = page.Document().QuerySelector($"form[action='{AccountUrls.ProviderPath}']")!;
        return [.. form.QuerySelectorAll("input[type=hidden]")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Where(f => f.Item1 != Browser.TokenField)];
    }

    public void Dispose() => Browser.Dispose();
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Domain.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.People;

/// <summary>An installation whose mail server takes connections and says nothing until it is ended.</summary>
public sealed class SilentMailInstallation : IAsyncLifetime
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _clients = [];

    public SilentMailInstallation()
    {
        _server.Start();
        var port = ((IPEndPoint)_server.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        Installation = Installation.With(
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", port),
            ("Mail:Security", "None"),
            ("Mail:From", "tracker@example.org"),
            ("Mail:Site", "https://tracker.example.org"));
    }

    public Installation Installation { get; }

    public ValueTask InitializeAsync() => Installation.InitializeAsync();

    /// <summary>Waits until somebody wants to send a mail.</summary>
    public async Task AskedAsync() => _clients.Add(await _server.AcceptTcpClientAsync(TestContext.Current.CancellationToken));

    public void HangUp()
    {
        foreach (var client in _clients) client.Dispose();
        _clients.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        HangUp();
        await Installation.DisposeAsync();
        _server.Dispose();
    }
}

/// <summary>What an administrator has done at once, followed by the page that it was asked for on.</summary>
public sealed class ChorePageTests(ProductInBrowser product, SilentMailInstallation mail)
    : PeopleTest(product, mail.Installation), IClassFixture<SilentMailInstallation>
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Chore_UnderWay_IsFollowedToItsEnd_WithoutALoad(int width)
    {
        var page = await BegunAsync(new() { Width = width });
        await page.MarkAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Found.Nothing(await Axe.ViolationsAsync(page));

        mail.HangUp();

        await Expect(page.Locator("#chores .trouble")).ToContainTextAsync("something is wrong");
        await Expect(page.Locator("#chores").GetByRole(AriaRole.Button, new() { Name = "Send a test mail" })).ToBeVisibleAsync();
        await page.SameLoadAsync();
        Found.Nothing(await Axe.ViolationsAsync(page));
    }

    [Fact]
    public async Task Chore_UnderWay_IsCanceled()
    {
        var page = await BegunAsync(new());

        await PressAsync(page, "Cancel it");

        await Expect(page.Locator("#chores")).ToContainTextAsync("canceled");
        await Expect(page.Locator("#chores").GetByRole(AriaRole.Button, new() { Name = "Send a test mail" })).ToBeVisibleAsync();
        mail.HangUp();
    }

    private async Task<IPage> BegunAsync(Visitor visitor)
    {
        var page = await SignedInAsync(await Installation.AddAsync(Roles.Administrator), "/admin/system", visitor);
        await PressAsync(page, "Send a test mail");
        await mail.AskedAsync();
        await Expect(page.Locator("#chores")).ToContainTextAsync("It goes on when you leave this page.");
        return page;
    }
}


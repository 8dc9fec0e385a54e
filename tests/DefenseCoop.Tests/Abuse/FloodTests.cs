using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People.OpenPages;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>Alone on the machine: times are promised here, and connections are counted.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FloodGroup
{
    public const string Name = "Floods";
}

/// <summary>More connections and pages than anybody needs.</summary>
[Collection(FloodGroup.Name)]
public sealed class FloodTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Negotiations_InThousands_AreRefusedBeyondTheLimitAndReadersAreAnswered()
    {
        await using var target = new LiveProduct { Settings = { ["Limits:ConnectionsPerMinute"] = "120" } };
        using var attacker = target.NewBrowser();

        var answers = new List<HttpStatusCode>();
        await Parallel.ForAsync(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (i, _) =>
        {
            var answer = await attacker.SendAsync(
                HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", null,
                ("Origin", attacker.Origin), ("X-Forwarded-For", $"203.0.113.{i % 256}"));
            lock (answers) answers.Add(answer.Status);
        });

        Assert.InRange(answers.Count(s => s == HttpStatusCode.OK), 1, 140);
        Assert.Equal(2_000, answers.Count(s => s is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));
        using var reader = await target.NewPersonAsync("reader", Roles.Analyst);
        await using var page = await OpenPage.OpenAsync(reader, "/initiatives");
        Assert.True(page.Batches > 0);
    }

    [Fact]
    public async Task Sockets_ThatNeverStart_AreBoundedAndCutOffAndLeaveNothing()
    {
        await using var target = new LiveProduct();
        using var attacker = target.NewBrowser();
        var halves = new List<OpenPage>();
        var refused = 0;
        await Parallel.ForAsync(0, 300, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (_, _) =>
        {
            try
            {
                var half = await OpenPage.HalfAsync(attacker);
                lock (halves) halves.Add(half);
            }
            catch (Exception e) when (e is System.Net.WebSockets.WebSocketException or InvalidDataException or IOException)
            {
                Interlocked.Increment(ref refused);
            }
        });

        var pages = target.Get<OpenPages>();
        Assert.True(refused + halves.Count == 300);
        await Eventually.TrueAsync(() => halves.Count(h => !h.Ended.IsCompleted) <= 20, "more connections stayed than one person may have");
        Assert.InRange(pages.ConnectionCount, 0, 20);

        // A reader who has an account is counted apart, and gets a page.
        using var reader = await target.NewPersonAsync("reader", Roles.Analyst);
        await using (var page = await OpenPage.OpenAsync(reader, "/method")) Assert.True(page.Batches > 0);

        target.Clock.MoveTo(target.Clock.GetUtcNow().AddSeconds(16));
        await Eventually.TrueAsync(() => halves.All(h => h.Ended.IsCompleted), "connections that open no page were left open");
        await Eventually.TrueAsync(() => pages.ConnectionCount == 0, "connections that are gone are still counted");
        foreach (var half in halves) await half.DisposeAsync();

        // The visitors' places are free again.
        await using var later = await OpenPage.OpenAsync(attacker, "/method");
        Assert.True(later.Batches > 0);
    }

    [Fact]
    public async Task Pages_BeyondThoseOfOnePerson_CanBeReadAndSayThatTheyDoNotUpdate()
    {
        await using var target = new LiveProduct();
        using var person = await target.NewPersonAsync("hoarder", Roles.Analyst);
        var pages = new List<OpenPage>();
        for (var i = 0; i < 20; i++) pages.Add(await OpenPage.OpenAsync(person, "/method"));

        var next = await person.GetAsync("/method");
        var document = next.Document();

        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.Contains(
            "as many pages open as this server allows", document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Method", document.QuerySelector("h1")!.TextContent.Trim());
        Assert.DoesNotContain("blazor.web", next.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--Blazor:", next.Body, StringComparison.Ordinal);
        Assert.All(pages, p => Assert.False(p.Ended.IsCompleted));

        // Whoever connects all the same is refused, and takes nobody's page away.
        var refusal = await Record.ExceptionAsync(async () =>
        {
            await using var half = await OpenPage.HalfAsync(person);
            await half.Ended.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        });
        Assert.True(refusal is InvalidDataException or System.Net.WebSockets.WebSocketException, $"{refusal}");
        Assert.All(pages, p => Assert.False(p.Ended.IsCompleted));

        using var other = await target.NewPersonAsync("other", Roles.Analyst);
        await using var page = await OpenPage.OpenAsync(other, "/method");
        await pages[0].DisposeAsync();
        await Eventually.TrueAsync(() => target.Get<OpenPages>().ConnectionCount == 20, "a closed page is still counted");
        Assert.Contains("<!--Blazor:", (await person.GetAsync("/method")).Body, StringComparison.Ordinal);
        foreach (var open in pages) await open.DisposeAsync();
    }

    [Fact]
    public async Task Pages_InAll_AreBounded()
    {
        await using var target = new LiveProduct { Settings = { ["Circuits:MostInAll"] = "3" } };
        using var visitor = target.NewBrowser();
        using var person = await target.NewPersonAsync("late", Roles.Analyst);
        await using var one = await OpenPage.OpenAsync(visitor, "/method");
        await using var two = await OpenPage.OpenAsync(visitor, "/method");
        await using var three = await OpenPage.OpenAsync(visitor, "/method");

        var answer = await person.GetAsync("/method");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("<!--Blazor:", answer.Body, StringComparison.Ordinal);
    }

    /// <summary>Circuits whose connection was dropped are kept for a while for their owner: not without number.</summary>
    [Fact]
    public async Task Pages_DroppedWithoutAWord_AreNotKeptWithoutNumber()
    {
        await using var target = new LiveProduct();
        using var attacker = target.NewBrowser();

        for (var i = 0; i < 120; i++) await (await OpenPage.OpenAsync(attacker, "/method")).DisposeAsync();

        await Eventually.TrueAsync(() => target.Get<OpenPages>().Count <= 100, "more than a hundred abandoned pages are kept");
    }

    [Fact]
    public async Task Visitors_WhereReadingNeedsAnAccount_GetNoCircuit()
    {
        await using var target = new LiveProduct { AnonymousRead = false };
        using var visitor = target.NewBrowser();

        var answer = await visitor.SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", null, ("Origin", visitor.Origin));
        var page = await visitor.GetAsync("/initiatives");
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", visitor.Origin);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(HttpStatusCode.Found, page.Status);
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(
            () => socket.ConnectAsync(new Uri($"ws://{target.Address.Authority}/_blazor"), Stop));
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("signed out elsewhere")]
    public async Task OpenPage_OfASessionThatEnds_IsSentAwayAndCutOffWithin5Seconds(string how)
    {
        await using var target = new LiveProduct { HasRealTime = true };
        var account = await target.AddAsync("leaver", Roles.Editor);
        using var person = await target.SignInAsync("leaver");
        await using var page = await OpenPage.OpenAsync(person, "/method");
        using var bystander = await target.NewPersonAsync("bystander", Roles.Editor);
        await using var other = await OpenPage.OpenAsync(bystander, "/method");
        var administrator = new Data.Commands.Actor((await target.AddAsync("chief", Roles.Administrator)).Id, null);

        if (how == "disabled") await target.Get<AccountCommands>().DisableAsync(administrator, account.Id, Stop);
        else await person.SubmitAsync(AccountUrls.SignOutPath, "sign-out");

        await Eventually.TrueAsync(() => page.SentAway.IsCompleted && page.Ended.IsCompleted, "the page is still open", 5);
        Assert.False(await page.IsTakenBackAsync(person));
        Assert.False(other.Ended.IsCompleted);
    }
}

using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>A page that is left open follows changes and gives signs of life; its session is idle all the same.</summary>
public sealed class IdlePageTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    /// <summary>More than the time after which the server looks at open pages and notes who was seen.</summary>
    private static readonly TimeSpan TwoLooks = TimeSpan.FromSeconds(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_OfAPageThatOnlyBeats_IsNotSeen()
    {
        using var browser = await target.NewPersonAsync("idle", Roles.Analyst);
        await using var page = await OpenPage.OpenAsync(browser, "/method");
        await Task.Delay(TwoLooks, Stop);
        var seen = await LastSeenAsync();

        target.Clock.MoveTo(FixedClock.Start + TimeSpan.FromMinutes(10));
        await page.CallAsync("BeginInvokeDotNetFromJS", "1", "DefenseCoop.Web", "Beat", 0L, "[]");
        await Task.Delay(TwoLooks, Stop);
        Assert.Equal(seen, await LastSeenAsync());

        target.Clock.MoveTo(FixedClock.Start + TimeSpan.FromMinutes(20));
        await page.VisitAsync($"{browser.Origin}/sources");
        await Task.Delay(TwoLooks, Stop);
        Assert.Equal(target.Clock.GetUtcNow().UtcDateTime, await LastSeenAsync());
    }

    private async Task<DateTime> LastSeenAsync()
    {
        await using var db = target.NewContext();
        return await db.Sessions.Where(s => s.Account.DisplayName == "idle").Select(s => s.LastSeenAt).SingleAsync(Stop);
    }
}

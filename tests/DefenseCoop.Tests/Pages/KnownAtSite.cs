using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>
/// The whole product two days after it was first started at noon of 2026-11-23: on the day after, at 12:00:00.5, somebody
/// recorded that a milestone was met in October and gave the initiative another title.
/// </summary>
public sealed class KnownAtSite : IAsyncLifetime
{
    public const string NewTitle = "Agreement, renamed";

    private readonly WebApp _app = new();
    private HttpClient _client = null!;

    public Task<HtmlPage> GetAsync(string address) => GetAsync(new Uri(address, UriKind.Relative));

    public async Task<HtmlPage> GetAsync(Uri address)
    {
        using var answer = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        return await HtmlPage.ReadAsync(address.OriginalString, answer, TestContext.Current.CancellationToken);
    }

    public async ValueTask InitializeAsync()
    {
        _client = _app.NewClient();
        var contexts = _app.Services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>();
        var account = await TestPeople.AddAsync(contexts, "Eva", "eva@example.org", Roles.Editor);
        _app.Clock.MoveTo(FixedClock.Start.AddDays(1).AddMilliseconds(500));
        var sessions = _app.Services.GetRequiredService<Data.People.SignIn.SessionKeeper>();
        var ct = TestContext.Current.CancellationToken;
        var key = await sessions.StartAsync(new Data.People.SignIn.SessionStart(account.Id, "Test", null, null), ct);
        var actor = new Actor(account.Id, (await sessions.VerifyAsync(key, ct))!.SessionId);
        await _app.Services.GetRequiredService<CommandRunner>().ChangeAsync(
            actor,
            Right.RecordEvidence,
            null,
            async work =>
            {
                var db = work.Db;
                var initiative = await db.Initiatives.SingleAsync(i => i.Code == "DT-1", ct);
                initiative.Retitle(NewTitle);
                (await db.Milestones.Where(m => m.Initiative.Code == "DT-1")
                    .OrderBy(m => m.Position)
                    .LastAsync(ct)).Happen(PartialDate.OfMonth(2026, 10));
                return true;
            },
            ct);
        _app.Clock.MoveTo(FixedClock.Start.AddDays(2));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}

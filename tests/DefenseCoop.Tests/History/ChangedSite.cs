using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>The whole product after a few days of work by two editors, whose words are as bad as words can be.</summary>
public sealed class ChangedSite : IAsyncLifetime
{
    public const string Html = "<script>alert(1)</script> & \"quotes\" ]]> <b>bold</b>";
    public const string Why = "<img src=x onerror=alert(1)> because";

    /// <summary>A bell, a form feed, half a character and one beyond the basic plane.</summary>
    public const string Odd = "Odd \u0007\u000c\ud83d and \ud83d\ude80";

    private readonly LiveProduct _target = new();

    internal Browser Visitor { get; private set; } = null!;

    internal Browser Editor { get; private set; } = null!;

    internal Browser Analyst { get; private set; } = null!;

    public int EvasAccount { get; private set; }

    /// <summary>The change of each step, by its number from 1, as the database has it.</summary>
    internal IReadOnlyList<ChangeSet> Changes { get; private set; } = [];

    public Uri Address => _target.Address;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => _target.Get<T>();

    internal async Task<HtmlPage> PageAsync(string address, Browser? browser = null)
    {
        var answer = await (browser ?? Visitor).GetAsync(address);
        return new HtmlPage(address, answer.Status, answer.Headers.GetValueOrDefault("Content-Type"), answer.Body, answer.Document());
    }

    public async ValueTask InitializeAsync()
    {
        var eva = await _target.AddAsync("Eva", Roles.Editor);
        var ole = await _target.AddAsync("Ole", Roles.Editor);
        await _target.AddAsync("Ann", Roles.Analyst);
        EvasAccount = eva.Id;
        await ChangeAsync(eva, Why, async db => (await db.Milestones.SingleAsync(m => m.Code == "BE-1-M1", Stop)).Retitle(Html));
        await ChangeAsync(eva, null, async db =>
        {
            var milestone = await db.Milestones.SingleAsync(m => m.Code == "BE-1-M1", Stop);
            milestone.PlanFor(PartialDate.Parse("2024-05"), milestone.PlannedProvenance);
        });
        await ChangeAsync(ole, "A new report", db =>
        {
            db.Add(Source.Create(
                "S-REPORT", "Report of the year", "The office", "https://example.org/report", SourceTier.Primary));
            return Task.CompletedTask;
        });
        await ChangeAsync(
            ole,
            "Not its outcome after all",
            async db => db.Remove(await db.Contributions.SingleAsync(c => c.Initiative.Code == "BE-1", Stop)));
        await ChangeAsync(eva, "Longer", async db =>
        {
            var initiative = await db.Initiatives.SingleAsync(i => i.Code == "BE-1", Stop);
            initiative.Describe(
                $"{initiative.Description.Replace("giving", "granting", StringComparison.Ordinal)} More is known by now.");
        });
        await AddOddAsync();
        await using var db = _target.NewContext();
        Changes = await db.ChangeSets.AsNoTracking().Include(c => c.Records).OrderBy(c => c.Id).ToListAsync(Stop);
        Visitor = _target.NewBrowser();
        Editor = await _target.SignInAsync("Eva");
        Analyst = await _target.SignInAsync("Ann");
    }

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        Editor.Dispose();
        Analyst.Dispose();
        await _target.DisposeAsync();
    }

    private async Task ChangeAsync(Account account, string? why, Func<DefenseCoopContext, Task> work)
    {
        _target.Clock.MoveTo(_target.Clock.GetUtcNow().AddDays(1));
        await Get<CommandRunner>().ChangeAsync(
            new Actor(account.Id, null),
            Right.RecordEvidence,
            why,
            async given =>
            {
                await work(given.Db);
                return true;
            },
            Stop);
    }

    /// <summary>Words that no form takes, as another release may have taken them.</summary>
    private async Task AddOddAsync()
    {
        await using var db = _target.NewContext();
        var last = await db.ChangeSets.OrderByDescending(c => c.Id).FirstAsync(Stop);
        var change = new ChangeSet
        {
            Id = last.Id + 1,
            At = last.At.AddDays(1),
            Person = Odd,
            Why = Odd,
            PreviousHash = last.Hash,
            Hash = new string('E', ChangeSet.HashLength),
        };
        change.Records.Add(new RecordChange { Kind = RecordKind.Note, Subject = "caveats.0", Title = Odd, Action = ChangeAction.Changed });
        db.Add(change);
        await db.SaveChangesAsync(Stop);
        _target.Clock.MoveTo(FixedClock.Start.AddDays(9));
    }
}

using System.Diagnostics;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Reliability;

/// <summary>Everybody writes at once, and another process does, too: nobody is told that the database is locked.</summary>
public sealed class ManyWritersTests
{
    private const int Writers = 16;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SixteenWriters_ForHalfAMinuteBesideAnotherProcess_AllSucceed()
    {
        await using var people = await PeopleDatabase.CreateAsync();

        // The other process has no other time.
        people.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        var codes = await CodesAsync(people);
        var actors = new List<Actor>();
        for (var i = 0; i < Writers; i++) actors.Add(await people.SignInAsync(await people.AddAsync($"writer{i}", Roles.Editor)));
        var running = Stopwatch.StartNew();
        var other = Task.Run(() => SeedAsync(people, running), Stop);

        var written = await Task.WhenAll(
            actors.Select((actor, i) => Task.Run(() => WriteAsync(people, actor, i, codes[i], running), Stop)));

        var seeded = await other;
        Assert.All(written, w => Assert.True(w > 1, "A writer hardly got a turn."));
        people.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await people.Get<FindingsKeeper>().RecomputeAsync(Stop);
        await RenameAsync(people, actors[0], codes[^1], "The last of all");
        await using var db = people.NewContext();
        foreach (var (i, count) in written.Index())
        {
            Assert.Equal($"{i} wrote {count}", await db.Milestones.Where(m => m.Code == codes[i]).Select(m => m.Title).SingleAsync(Stop));
            var account = actors[i].AccountId;
            Assert.Equal(i == 0 ? count + 1 : count, await db.ChangeSets.CountAsync(c => c.AccountId == account, Stop));
        }

        Assert.Equal(seeded, await db.ChangeSets.CountAsync(c => c.Why == "Synthetic data for scale tests", Stop));
        var report = await people.Get<HistoryVerification>().RunAsync(null, null, Stop);
        Assert.All(report.Results, r => Assert.Null(r.Problem));
        TestContext.Current.TestOutputHelper?.WriteLine($"{written.Sum()} changes in {running.Elapsed.TotalSeconds:0} s");
    }

    /// <summary>Changes a milestone over and over; between times does what sign-in does.</summary>
    private static async Task<int> WriteAsync(PeopleDatabase people, Actor actor, int number, string code, Stopwatch running)
    {
        var (sessions, attempts) = (people.Get<SessionKeeper>(), people.Get<AttemptCounter>());
        for (var count = 0; ;)
        {
            if (running.Elapsed > Long) return count;
            count++;
            await RenameAsync(people, actor, code, $"{number} wrote {count}");
            await sessions.SeenAsync([actor.SessionId!.Value], Stop);
            await attempts.CountAsync(actor.AccountId);
            await attempts.ForgetAsync(actor.AccountId);
        }
    }

    private static async Task RenameAsync(
        PeopleDatabase people, Actor actor, string code, string title) => await people.Get<CommandRunner>().ChangeAsync(
            actor,
            Right.RecordEvidence,
            null,
            async work =>
            {
                (await work.Db.Milestones.SingleAsync(m => m.Code == code, Stop)).Retitle(title);
                return true;
            },
            Stop);

    /// <summary>Lets another process write, over and over.</summary>
    private static async Task<int> SeedAsync(PeopleDatabase people, Stopwatch running)
    {
        for (var count = 1; ; count++)
        {
            var (code, output, errors) = await AppProcess.RunAsync(
                ["seed", "--initiatives", "3", "--Data:Folder", Path.GetDirectoryName(people.Path)!]);
            Assert.True(code == 0, $"{output}{errors}");
            if (running.Elapsed > Long) return count;
        }
    }

    private static async Task<List<string>> CodesAsync(PeopleDatabase people)
    {
        await using var db = people.NewContext();
        return await db.Milestones.OrderBy(m => m.Id).Take(Writers + 1).Select(m => m.Code).ToListAsync(Stop);
    }
}

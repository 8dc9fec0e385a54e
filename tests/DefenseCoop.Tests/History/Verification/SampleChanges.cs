using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.History.Verification;

/// <summary>Changes of many kinds, as editors make them.</summary>
internal sealed class SampleChanges(PeopleDatabase people, Actor editor, int round)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task MakeAsync()
    {
        for (var i = 0; i < 6; i++)
        {
            var number = i;
            await ChangeAsync("A better figure", async db =>
            {
                var reading = await db.Readings.OrderBy(r => r.Id).Skip(number * 3).FirstAsync(Stop);
                reading.Revise(reading.Value + 1000);
            });
            await ChangeAsync(
                null,
                async db =>
                    (await db.Milestones.OrderBy(m => m.Id).Skip(number * 2).FirstAsync(Stop)).Expect(PartialDate.Parse("2031-05")));
            await ChangeAsync("Renamed", async db =>
            {
                var initiative = await db.Initiatives.OrderBy(m => m.Id).Skip(number).FirstAsync(Stop);
                initiative.Retitle($"{initiative.Title} again");
            });
        }

        await ChangeAsync("Cited wrongly", async db => db.Remove(await db.Citations.OrderBy(c => c.Id).FirstAsync(Stop)));
        await ChangeAsync(
            null,
            async db => db.Add(Citation.Create(
                await db.Sources.OrderBy(s => s.Id).Skip(round).FirstAsync(Stop),
                SubjectKind.Initiative,
                await db.Initiatives.OrderBy(i => i.Id).Select(i => i.Code).LastAsync(Stop))));
        await ChangeAsync("Gone", async db => db.Remove(await db.SpendingFigures.OrderBy(f => f.Id).FirstAsync(Stop)));
    }

    private async Task ChangeAsync(string? why, Func<DefenseCoopContext, Task> work) => await people.Get<CommandRunner>().ChangeAsync(
        editor,
        Right.RecordEvidence,
        why,
        async given =>
        {
            await work(given.Db);
            return true;
        },
        Stop);
}

using System.Globalization;
using DefenseCoop.Benchmarks.People;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Benchmarks.Assessments;

/// <summary>
/// Focus areas beside those of the data set: one with a hundred outcomes and some thousand pieces of evidence, to be
/// written, and so many others that there are fifty.
/// </summary>
internal static class ManyAreas
{
    public const string Written = "benchmark";

    private const int Areas = 50;
    private const int Objectives = 4;
    private const int OutcomesEach = 25;
    private const int InitiativesOfWritten = 150;
    private const int InitiativesOfOthers = 200;

    private static Attribution Ours => new() { Provenance = Provenance.Illustrative };

    /// <returns>How many focus areas there are now, and how many initiatives stand beneath all of them.</returns>
    public static async Task<(int Areas, int Contributions)> AddAsync(Accounts accounts, Actor editor, CancellationToken cancel)
    {
        await accounts.Get<CommandRunner>().ChangeAsync(editor, Right.RecordEvidence, "Measured", async work =>
        {
            var db = work.Db;
            var initiatives = await db.Initiatives.OrderBy(i => i.Id).ToListAsync(cancel);
            var areas = await db.FocusAreas.CountAsync(cancel);
            var first = Area(Written, areas, Objectives, OutcomesEach);
            db.Add(first);
            Link(first, initiatives.Take(InitiativesOfWritten));
            for (var position = areas + 1; position < Areas; position++)
            {
                var area = Area(string.Create(CultureInfo.InvariantCulture, $"{Written}-{position}"), position, 1, 1);
                db.Add(area);
                Link(area, initiatives.Skip(position * InitiativesOfOthers % initiatives.Count).Take(InitiativesOfOthers));
            }

            return Areas;
        }, cancel);
        await using var read = await accounts.Get<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(cancel);
        return (await read.FocusAreas.CountAsync(cancel), await read.Contributions.CountAsync(cancel));
    }

    private static FocusArea Area(string slug, int position, int objectives, int outcomes)
    {
        var area = FocusArea.Create(slug, $"Area {slug}", position);
        for (var o = 0; o < objectives; o++)
        {
            var objective = Objective.Create(string.Create(CultureInfo.InvariantCulture, $"{slug}-o{o + 1}"), "An objective", o);
            for (var i = 0; i < outcomes; i++)
            {
                objective.Outcomes.Add(ExpectedOutcome.Create(
                    string.Create(CultureInfo.InvariantCulture, $"{objective.Code}-{i + 1}"), "An outcome", i));
            }

            area.Objectives.Add(objective);
        }

        return area;
    }

    /// <summary>Dealt to the outcomes in turn.</summary>
    private static void Link(FocusArea area, IEnumerable<Initiative> initiatives)
    {
        List<ExpectedOutcome> outcomes = [.. area.Objectives.SelectMany(o => o.Outcomes)];
        foreach (var (index, initiative) in initiatives.Index())
        {
            initiative.Contributions.Add(Contribution.Create($"{initiative.Code}:{area.Slug}", outcomes[index % outcomes.Count], Ours));
        }
    }
}

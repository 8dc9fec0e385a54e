using System.Globalization;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Synthetic;

/// <summary>
/// Makes initiatives for scale tests and for tests over varied facts: plainly synthetic, the same for a number, a seed
/// and a day, whatever the batch they are made in.
/// </summary>
/// <param name="references">What they are spread over.</param>
/// <param name="today">The day that their dates lie around.</param>
/// <param name="seed">Another seed gives other facts.</param>
public sealed class SyntheticGenerator(SyntheticReferences references, DateOnly today, int seed = 1)
{
    public const string CodePrefix = "SYN-";

    private static readonly Attribution Ours = new() { Provenance = Provenance.Illustrative };
    private static readonly string[] Subjects = ["radar", "port", "training", "network", "logistics", "drone", "sensor", "exercise"];
    private static readonly string[] Verbs = ["upgrade", "exchange", "program", "trial", "framework", "expansion", "study"];

    /// <summary>Most are under way, as in the real register.</summary>
    private static readonly Stage[] Stages =
    [
        Stage.UnderWay, Stage.UnderWay, Stage.UnderWay, Stage.UnderWay, Stage.UnderWay, Stage.Agreed, Stage.Agreed,
        Stage.Completed, Stage.Completed, Stage.Proposed, Stage.Suspended, Stage.Cancelled,
    ];

    public static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"{CodePrefix}{number:D5}");

    /// <summary>Initiatives numbered from <paramref name="first"/>, each with all that belongs to it.</summary>
    public IEnumerable<Initiative> Generate(int first, int count)
    {
        for (var number = first; number < first + count; number++) yield return One(number);
    }

    private Initiative One(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var code = Code(number);
        var start = today.AddDays(-random.Next(30, 2400));
        var end = Later(today.AddDays(random.Next(-300, 1800)), start);
        var stage = random.Pick(Stages);
        var initiative = Initiative.Create(
            code,
            $"Synthetic {random.Pick(Subjects)} {random.Pick(Verbs)} {number.ToString(CultureInfo.InvariantCulture)}",
            "Made by the program to test it at scale. It describes nothing that exists.",
            random.Pick(references.Categories), stage, Ours);
        initiative.DateStatus(random.Chance(0.9) ? random.Date(today.AddDays(-random.Next(0, 700))) : null);
        initiative.Begin(random.Chance(0.95) ? random.Date(start) : null);
        initiative.Finish(stage == Stage.Completed
            ? random.Date(Later(today.AddDays(-random.Next(1, 400)), start))
            : random.Chance(0.7) ? random.Date(end) : null);
        initiative.Trust(random.Pick(Enum.GetValues<RecordConfidence>()));
        Tell(initiative, start);
        Connect(initiative, random);
        for (var n = random.Next(1, 5) + (random.Chance(0.2) ? 1 : 0); n > 0; n--)
        {
            initiative.Milestones.Add(Milestone(initiative, start, random));
        }

        for (var n = random.Pick([0, 1, 1, 1, 2, 1, 2, 1]); n > 0; n--)
        {
            initiative.Indicators.Add(SyntheticIndicators.Indicator(initiative, start, today, random));
        }

        return initiative;
    }

    /// <summary>What has ended is told of from its end on.</summary>
    private static void Tell(Initiative initiative, DateOnly start)
    {
        if (initiative is { RecordedStage: Stage.Cancelled, StatusAsOf: null }) initiative.CallOff(PartialDate.OfDay(start));
        if (initiative.RecordedStage != Stage.Completed || !InitiativeConsistency.IsToldOfBeforeItEnds(initiative)) return;
        if (initiative.StatusAsOf is null) initiative.Report(Stage.Completed, StageBasis.InferredFromEndDate);
        else initiative.DateStatus(initiative.End);
    }

    private void Connect(Initiative initiative, Random random)
    {
        var organizations = references.Organizations.OrderBy(_ => random.Next()).Take(random.Next(1, 4));
        foreach (var (position, organization) in organizations.Index())
        {
            initiative.Participations.Add(Participation.Create(
                organization, position == 0 ? OrganizationRole.Lead : OrganizationRole.Partner, Math.Max(0, position - 1)));
        }

        if (references.Sites.Count > 0 && random.Chance(0.6)) initiative.Sites.Add(random.Pick(references.Sites));
        if (references.OutcomesBySlug.TryGetValue(initiative.Category.Slug, out var outcome))
        {
            initiative.Contributions.Add(Contribution.Create($"{initiative.Code}:{initiative.Category.Slug}", outcome, Ours));
        }
    }

    private Milestone Milestone(Initiative initiative, DateOnly start, Random random)
    {
        var planned = Later(today.AddDays(random.Next(-900, 900)), start);
        var slip = random.Pick([0, 0, 0, 20, 60, 250]);
        var isMet = planned < today && random.Chance(0.75);
        var actual = Later(planned.AddDays(random.Pick([-10, 0, 0, 15, 120])), start);
        var state = isMet
            ? actual > planned ? MilestoneState.MetLate : MilestoneState.Met
            : random.Pick([MilestoneState.Pending, MilestoneState.Pending, MilestoneState.Unknown, MilestoneState.Cancelled]);
        var number = initiative.Milestones.Count + 1;
        var milestone = Domain.Schedule.Milestone.Create(
            string.Create(CultureInfo.InvariantCulture, $"{initiative.Code}-M{number}"),
            string.Create(CultureInfo.InvariantCulture, $"Synthetic step {number}"), state, Ours, number - 1);
        PartialDate? plan = random.Chance(0.85) ? random.Date(planned) : null;
        milestone.PlanFor(plan, plan is null ? Provenance.None : Provenance.Illustrative);
        milestone.Expect(!isMet && slip > 0 && random.Chance(0.5) ? random.Date(planned.AddDays(slip)) : null);
        milestone.Happen(isMet && random.Chance(0.9) ? random.Date(actual < today ? actual : today) : null);
        PartialDate? told = random.Chance(0.9) ? random.Date(today.AddDays(-random.Next(0, 600))) : null;
        var needsDay = milestone.Actual is null && (isMet || state == MilestoneState.Cancelled);
        milestone.DateStatus(told ?? (needsDay ? PartialDate.OfDay(today) : null));
        return milestone;
    }

    private static DateOnly Later(DateOnly day, DateOnly than) => day > than ? day : than;
}

internal static class RandomChoices
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;

    /// <summary>Known to the day or less, as public dates are.</summary>
    public static PartialDate Date(this Random random, DateOnly day) => random.Next(20) switch
    {
        0 or 1 => PartialDate.OfYear(day.Year),
        2 => PartialDate.OfHalfYear(day.Year, ((day.Month - 1) / 6) + 1),
        3 => PartialDate.OfQuarter(day.Year, ((day.Month - 1) / 3) + 1),
        4 or 5 => PartialDate.OfMonth(day.Year, day.Month),
        _ => PartialDate.OfDay(day),
    };
}

using DefenseCoop.Domain.Initiatives;

namespace DefenseCoop.Domain.Status.Rules;

/// <summary>
/// What would improve the status of an initiative, found by applying it: its parts' own remedies, worst first, until
/// the status improves. What proves unnecessary is dropped again, so that each sentence is needed.
/// </summary>
internal static class InitiativeRemedies
{
    public static IReadOnlyList<Remedy> For(
        InitiativeFacts facts, InitiativeFinding finding, DateOnly day, Thresholds thresholds)
    {
        if (finding.Status == AssessedStatus.Achieved) return [];
        var completion = new Remedy("Its completion, in a public text with a date.", new Complete(day));
        if (finding.Status == AssessedStatus.OnTrack) return [completion];

        List<Remedy> taken = [];
        foreach (var candidate in Candidates(facts, finding, day, thresholds))
        {
            taken.Add(candidate);
            if (Improves(taken)) return [Combine(Pruned(taken))];
        }

        return [completion];

        bool Improves(IReadOnlyList<Remedy> remedies)
        {
            var all = Combine(remedies);
            return InitiativeRule.Judge(all.ApplyTo(facts), all.KnownOn(day), thresholds).Status.IsBetterThan(finding.Status);
        }

        List<Remedy> Pruned(List<Remedy> remedies)
        {
            for (var i = remedies.Count - 1; i >= 0 && remedies.Count > 1; i--)
            {
                List<Remedy> without = [.. remedies[..i], .. remedies[(i + 1)..]];
                if (Improves(without)) remedies = without;
            }

            return remedies;
        }
    }

    private static IEnumerable<Remedy> Candidates(
        InitiativeFacts facts, InitiativeFinding finding, DateOnly day, Thresholds thresholds)
    {
        if (finding.Stage is Stage.Cancelled or Stage.Suspended)
        {
            yield return new Remedy("The initiative taken up again.", new TakeUp(day));
        }
        else if (finding.Stage == Stage.Proposed)
        {
            yield return new Remedy(
                facts.Start is { } start && start.FirstDay > day
                    ? $"Its start, planned for {start.ToDisplay()}."
                    : "A public agreement on it.",
                new TakeUp(day));
        }
        else if (finding.Counted > 0 && (finding.Status == AssessedStatus.Stale || finding.EvidenceOn is null))
        {
            var fresh = day.AddDays(-thresholds.EvidenceMaxAgeDays);
            var dated = Dated(finding.EvidenceOn, fresh);
            yield return new Remedy($"A public text dated {dated} that says where it stands.", new ConfirmStatus(day));
        }

        var open = finding.Milestones.Cast<Finding>().Concat(finding.Indicators)
            .Where(f => f.Remedies.Count > 0)
            .OrderBy(f => f.Status.Severity());
        foreach (var part in open) yield return part is IndicatorFinding ? part.Remedies[0].Named(part.About.Title) : part.Remedies[0];
        yield return new Remedy("A next step with a public date.", new AddMilestone(day.AddYears(1), day));
    }

    /// <summary>From which day on something new counts: later than what counts now, and not too old.</summary>
    /// <param name="now">The day of what counts now; null where nothing does.</param>
    /// <param name="fresh">The first day that is not too old.</param>
    internal static string Dated(DateOnly? now, DateOnly fresh) =>
        now >= fresh ? $"after {Words.Of(now.Value)}" : $"{Words.Of(fresh)} or later";

    private static Remedy Combine(IReadOnlyList<Remedy> remedies) =>
        new([.. remedies.SelectMany(r => r.Sentences)], [.. remedies.SelectMany(r => r.Steps)]);
}

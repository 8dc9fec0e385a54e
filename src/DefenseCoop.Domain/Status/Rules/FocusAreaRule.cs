namespace DefenseCoop.Domain.Status.Rules;

/// <summary>
/// The tree of a focus area: it draws on its objectives, an objective on its outcomes, an outcome on its contributing
/// initiatives and its indicators.
/// </summary>
public static class FocusAreaRule
{
    /// <param name="facts">The tree.</param>
    /// <param name="initiatives">Findings of the initiatives that are listed on the day, by code.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static RollUpFinding Judge(
        FocusAreaFacts facts, IReadOnlyDictionary<string, InitiativeFinding> initiatives, Thresholds thresholds) =>
        Judge(facts, initiatives.GetValueOrDefault, thresholds);

    /// <param name="facts">The tree.</param>
    /// <param name="initiatives">The finding of an initiative, by its code; null where it is not listed on the day.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static RollUpFinding Judge(FocusAreaFacts facts, Func<string, InitiativeFinding?> initiatives, Thresholds thresholds) =>
        RollUpRule.Judge(
            new FactRef(FactKind.FocusArea, facts.Slug, facts.Name),
            [.. facts.Objectives.Select(o => new RollUpPart(Objective(o, initiatives, thresholds), o.Weight))],
            thresholds);

    private static RollUpFinding Objective(ObjectiveFacts facts, Func<string, InitiativeFinding?> initiatives, Thresholds thresholds) =>
        RollUpRule.Judge(
            new FactRef(FactKind.Objective, facts.Code, facts.Text),
            [.. facts.Outcomes.Select(o => new RollUpPart(Outcome(o, initiatives, thresholds), o.Weight))],
            thresholds);

    private static RollUpFinding Outcome(OutcomeFacts facts, Func<string, InitiativeFinding?> initiatives, Thresholds thresholds)
    {
        // Thousands of parts, judged anew at every save: no detours.
        var parts = new List<RollUpPart>(facts.Contributions.Count * 3);
        foreach (var contribution in facts.Contributions)
        {
            if (initiatives(contribution.InitiativeCode) is not { } initiative) continue;
            parts.Add(new RollUpPart(initiative, contribution.Weight));
            foreach (var indicator in initiative.Indicators) parts.Add(new RollUpPart(indicator, 1));
        }

        return RollUpRule.Judge(new FactRef(FactKind.Outcome, facts.Code, facts.Text), parts, thresholds);
    }
}

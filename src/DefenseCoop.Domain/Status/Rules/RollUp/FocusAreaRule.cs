namespace DefenseCoop.Domain.Status.Rules.RollUp;

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
        Judge(
            facts,
            o => Outcome(
                o, [.. o.Contributions.SelectMany(c => Parts(initiatives.GetValueOrDefault(c.InitiativeCode), c.Weight))], thresholds),
            thresholds);

    /// <param name="facts">The tree.</param>
    /// <param name="outcomes">The finding of an outcome of it.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static RollUpFinding Judge(FocusAreaFacts facts, Func<OutcomeFacts, RollUpFinding> outcomes, Thresholds thresholds) =>
        RollUpRule.Judge(
            new FactRef(FactKind.FocusArea, facts.Slug, facts.Name),
            [.. facts.Objectives.Select(o => new RollUpPart(Objective(o, outcomes, thresholds), o.Weight))],
            thresholds);

    /// <param name="facts">The outcome.</param>
    /// <param name="parts">Those of its contributing initiatives, in their order.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static RollUpFinding Outcome(OutcomeFacts facts, IReadOnlyList<RollUpPart> parts, Thresholds thresholds) =>
        RollUpRule.Judge(new FactRef(FactKind.Outcome, facts.Code, facts.Text), parts, thresholds);

    /// <summary>What an initiative brings to an outcome: itself and its indicators, whose evidence is its own.</summary>
    /// <param name="initiative">Null where it is not listed on the day: it brings nothing.</param>
    /// <param name="weight">Of its contribution.</param>
    public static IReadOnlyList<RollUpPart> Parts(InitiativeFinding? initiative, decimal weight) => initiative is null
        ? []
        : [new RollUpPart(initiative, weight), .. initiative.Indicators.Select(i => new RollUpPart(i, 1) { Evidence = default })];

    private static RollUpFinding Objective(ObjectiveFacts facts, Func<OutcomeFacts, RollUpFinding> outcomes, Thresholds thresholds) =>
        RollUpRule.Judge(
            new FactRef(FactKind.Objective, facts.Code, facts.Text),
            [.. facts.Outcomes.Select(o => new RollUpPart(outcomes(o), o.Weight))], thresholds);
}

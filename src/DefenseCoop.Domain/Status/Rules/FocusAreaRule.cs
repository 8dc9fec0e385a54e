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
        Judge(facts, o => [.. o.Contributions.SelectMany(c => Parts(initiatives.GetValueOrDefault(c.InitiativeCode), c.Weight))], thresholds);

    /// <param name="facts">The tree.</param>
    /// <param name="parts">The parts of an outcome: those of its contributing initiatives, in their order.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static RollUpFinding Judge(FocusAreaFacts facts, Func<OutcomeFacts, IReadOnlyList<RollUpPart>> parts, Thresholds thresholds) =>
        RollUpRule.Judge(
            new FactRef(FactKind.FocusArea, facts.Slug, facts.Name),
            [.. facts.Objectives.Select(o => new RollUpPart(Objective(o, parts, thresholds), o.Weight))],
            thresholds);

    /// <summary>What an initiative brings to an outcome: itself and its indicators, whose evidence is its own.</summary>
    /// <param name="initiative">Null where it is not listed on the day: it brings nothing.</param>
    /// <param name="weight">Of its contribution.</param>
    public static IReadOnlyList<RollUpPart> Parts(InitiativeFinding? initiative, decimal weight) => initiative is null
        ? []
        : [new RollUpPart(initiative, weight), .. initiative.Indicators.Select(i => new RollUpPart(i, 1) { Evidence = default })];

    private static RollUpFinding Objective(ObjectiveFacts facts, Func<OutcomeFacts, IReadOnlyList<RollUpPart>> parts, Thresholds thresholds) =>
        RollUpRule.Judge(
            new FactRef(FactKind.Objective, facts.Code, facts.Text),
            [.. facts.Outcomes.Select(o => new RollUpPart(RollUpRule.Judge(new FactRef(FactKind.Outcome, o.Code, o.Text), parts(o), thresholds), o.Weight))],
            thresholds);
}

using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status.Rules.Indicators;

namespace DefenseCoop.Domain.Status.Rules;

/// <summary>
/// The status of an initiative, from its stage and from its milestones and indicators that have a status, counted once
/// each. A third of them off track makes it off track; fewer, or one at risk, at risk; old evidence, stale.
/// </summary>
public static class InitiativeRule
{
    /// <param name="facts">The initiative with its milestones and indicators.</param>
    /// <param name="day">The day asked for; facts dated after it do not exist.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static InitiativeFinding Judge(InitiativeFacts facts, DateOnly day, Thresholds thresholds)
    {
        var milestones = facts.Milestones.Select(m => MilestoneRule.Judge(m, facts.Code, day, thresholds)).ToList();
        var indicators = facts.Indicators.Select(i => IndicatorRule.Judge(i, facts, day, thresholds)).ToList();
        var stage = StageRule.On(facts, day);
        var parts = Parts(milestones, indicators);
        DatedEvidence? reported = facts.StatusAsOf is { } asOf && asOf.LastDay <= day ? DatedEvidence.AsOf(asOf) : null;
        var newest = milestones.Cast<Finding>().Concat(indicators)
            .Select(f => f.Newest).Aggregate(reported, DatedEvidence.Newer);
        var about = new FactRef(FactKind.Initiative, facts.Code, facts.Title, facts.Code);
        var (status, cause) = Verdict(about, facts, stage, parts, newest, day, thresholds);
        var finding = new InitiativeFinding
        {
            About = about,
            Status = status,
            Causes = Causes(status, cause, parts, milestones, indicators),
            Figures = Figures(stage, parts, newest, day),
            Remark = Remark(milestones, indicators),
            Newest = newest,
            HasFreshEvidence = newest is { } evidence && !IsTooOld(evidence, day, thresholds),
            Stage = stage,
            Milestones = milestones,
            Indicators = indicators,
            Counted = parts.Count,
            Evidence = EvidenceOf(facts, milestones, indicators),
        };
        return finding with { FindRemedies = () => InitiativeRemedies.For(facts, finding, day, thresholds) };
    }

    private static List<Finding> Parts(List<MilestoneFinding> milestones, List<IndicatorFinding> indicators) =>
    [
        .. milestones.Where(m => m.IsCounted && m.Status != AssessedStatus.NotAssessed),
        .. indicators.Where(i => i.Status != AssessedStatus.NotAssessed),
    ];

    private static (AssessedStatus Status, Cause? Cause) Verdict(
        FactRef about, InitiativeFacts facts, Stage stage, List<Finding> parts, DatedEvidence? newest, DateOnly day, Thresholds t)
    {
        if (stage is Stage.Cancelled or Stage.Proposed or Stage.Suspended)
        {
            return Because(AssessedStatus.NotAssessed, StageSentence(facts, stage, day));
        }

        if (stage == Stage.Completed)
        {
            var since = facts.End ?? facts.StatusAsOf;
            return Because(
                AssessedStatus.Achieved,
                $"Completed{(since is { } on ? $", {(facts.End is null ? "as of" : "ended")} {on.ToDisplay()}" : ", on no known day")}.");
        }

        var n = parts.Count;
        var offTrack = parts.Count(p => p.Status == AssessedStatus.OffTrack);
        if (offTrack > 0 && offTrack * t.OffTrackOneIn >= n) return (AssessedStatus.OffTrack, null);
        if (offTrack > 0 || parts.Any(p => p.Status == AssessedStatus.AtRisk)) return (AssessedStatus.AtRisk, null);
        if (newest is { } evidence && IsTooOld(evidence, day, t))
        {
            return Because(
                AssessedStatus.Stale, $"The newest public evidence is of {evidence.In.ToDisplay()}, {Words.Age(evidence.In, day)}.");
        }

        var stale = parts.Count(p => p.Status == AssessedStatus.Stale);
        if (stale > 0 && stale * t.StaleOneIn >= n) return (AssessedStatus.Stale, null);
        // What lies ahead is no evidence: without a dated word on it nobody knows how it stands.
        if (newest is null)
        {
            return Because(
                AssessedStatus.NotAssessed,
                HasUndated(facts) ? "Nothing public with a date says how it stands." : "Nothing public says how it stands.");
        }
        if (n > stale) return (AssessedStatus.OnTrack, null);
        return Because(
            AssessedStatus.NotAssessed,
            facts.Milestones.Count + facts.Indicators.Count == 0
                ? "It has no milestone and no indicator."
                : "None of its milestones and indicators has a status: no public target or date, or met long ago.");

        (AssessedStatus, Cause?) Because(AssessedStatus status, string sentence) => (status, new Cause(sentence, about, status));
    }

    private static bool IsTooOld(DatedEvidence newest, DateOnly day, Thresholds t) =>
        day.DayNumber - newest.On.DayNumber > t.EvidenceMaxAgeDays;

    private static bool HasUndated(InitiativeFacts facts) =>
        facts.Milestones.Any(m => m is { ReportedState: MilestoneState.Met or MilestoneState.MetLate, Actual: null, StatusAsOf: null })
        || facts.Indicators.SelectMany(i => i.Readings).Any(r => r is { Counts: true, Period.LastDay: null });

    private static string StageSentence(InitiativeFacts facts, Stage stage, DateOnly day) => stage switch
    {
        Stage.Cancelled => $"Canceled{(facts.StatusAsOf is { } on ? $" as of {on.ToDisplay()}" : "")}.",
        Stage.Suspended => $"Suspended{(facts.StatusAsOf is { } on ? $" as of {on.ToDisplay()}" : "")}.",
        _ => facts.Start is { } start && start.FirstDay > day
            ? $"Proposed: it starts {(start.Precision == DatePrecision.Day ? "on" : "in")} {start.ToDisplay()}."
            : "Proposed, and not agreed.",
    };

    /// <summary>Worst first. Where the stage decides, it comes first and the remarks of its parts follow.</summary>
    private static List<Cause> Causes(
        AssessedStatus status, Cause? own, List<Finding> parts, List<MilestoneFinding> milestones, List<IndicatorFinding> indicators)
    {
        var counted = parts.OrderBy(p => p.Status.Severity()).ThenByDescending(p => p.EvidenceOn).SelectMany(p => p.Causes);
        var rest = milestones.Cast<Finding>().Concat(indicators).Except(parts).SelectMany(p => p.Causes);
        List<Cause> causes = [.. own is null ? [] : new[] { own }, .. counted, .. rest];
        // The sentence that decides comes first: in a stale initiative the stale parts, not what happens to be worse.
        return own is not null ? causes : [.. causes.OrderBy(c => Decides(c.Contributes, status) ? 0 : 1)];
    }

    private static bool Decides(AssessedStatus contributes, AssessedStatus status) =>
        contributes == status || (status.IsAssessed() && contributes.IsAssessed()
            && (contributes.Severity() < status.Severity() || status == AssessedStatus.OnTrack));

    private static Figure[] Figures(Stage stage, List<Finding> parts, DatedEvidence? newest, DateOnly day) =>
    [
        new("Stage", Words.Of(stage)),
        new("Milestones and indicators counted", Words.Of((decimal)parts.Count)),
        .. parts.GroupBy(p => p.Status).OrderBy(g => g.Key.Severity())
            .Select(g => new Figure(Words.Of(g.Key), Words.Of((decimal)g.Count()))),
        new("Newest evidence", newest is { } evidence ? $"{evidence.In.ToDisplay()}, {Words.Age(evidence.In, day)}" : "none with a date"),
    ];

    private static string? Remark(List<MilestoneFinding> milestones, List<IndicatorFinding> indicators)
    {
        var remarks = milestones.Where(m => m is { IsMet: true, Delay: not null })
            .Select(m => $"{m.About.Code} {m.Remark}")
            .Concat(indicators.Where(i => i.Remark is "late" or "missed").Select(i => $"{i.About.Code} {i.Remark}"))
            .ToList();
        return remarks.Count == 0 ? null : string.Join("; ", remarks);
    }

    private static List<Evidence> EvidenceOf(
        InitiativeFacts facts, List<MilestoneFinding> milestones, List<IndicatorFinding> indicators)
    {
        var tiers = facts.Milestones.ToDictionary(m => m.Code, m => m.Tier);
        return
        [
            .. milestones.Where(m => m.IsMet || m.EvidenceOn is not null)
                .Select(m => new Evidence(m.About.Code, m.EvidenceOn, tiers[m.About.Code])),
            .. indicators.Where(i => i.Value is not null)
                .Select(i => new Evidence(i.Value!.Code, i.EvidenceOn, i.Value.Tier)),
        ];
    }
}

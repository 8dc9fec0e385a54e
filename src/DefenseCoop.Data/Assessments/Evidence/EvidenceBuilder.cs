using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Evidence;

/// <summary>Gathers the evidence of a focus area, from the present or any historic context.</summary>
public sealed class EvidenceBuilder(Thresholds thresholds)
{
    /// <returns>Null where there is no such focus area.</returns>
    public async Task<FrozenEvidence?> BuildAsync(DefenseCoopContext db, string slug, DateOnly day, CancellationToken ct)
    {
        if (await FactsLoader.TreesAsync(db, slug, ct) is not [var tree]) return null;
        var facts = await FactsLoader.LoadAsync(db, i => i.Contributions.Any(c => c.Outcome.Objective.FocusArea.Slug == slug), ct);
        var listed = facts.Values.Where(f => StageRule.IsListedOn(f, day)).OrderBy(f => f.Code, StringComparer.Ordinal).ToList();
        var findings = listed.ToDictionary(f => f.Code, f => InitiativeRule.Judge(f, day, thresholds), StringComparer.Ordinal);
        var area = FocusAreaRule.Judge(tree, findings, thresholds);
        var sources = await SourcesAsync(db, listed, ct);
        var qualifiers = await QualifiersAsync(db, listed, ct);
        return new FrozenEvidence(
            EvidenceJson.Schema,
            slug,
            tree.Name,
            day,
            area.Status,
            area.Confidence,
            area.LeavesAssessed,
            area.LeavesAssessable,
            area.LeavesFresh,
            Causes(area),
            [.. area.Figures.Select(f => new EvidenceFigure(f.Name, f.Value))],
            [.. area.Remedies.Select(r => r.Sentences)],
            [.. area.Parts.Select(
                p => new EvidenceObjective(p.Finding.About.Code, p.Finding.About.Title, p.Finding.Status, Causes(p.Finding)))],
            [.. listed.Select(f => Initiative(f, findings[f.Code]))],
            [.. listed.SelectMany(f => findings[f.Code].Indicators
                .OrderBy(i => i.About.Code, StringComparer.Ordinal)
                .Select(i => new EvidenceIndicator(i.About.Code, f.Code, i.About.Title, i.Status, i.FirstCause)))],
            [.. listed.SelectMany(f => Readings(f, day, sources, qualifiers))],
            [.. listed.SelectMany(f => Milestones(f, findings[f.Code], day, sources))]);
    }

    private static EvidenceCause[] Causes(Finding finding) =>
        [.. finding.Causes.Select(c => new EvidenceCause(c.Sentence, c.About.Kind, c.About.Code, c.About.InitiativeCode, c.Contributes))];

    private static EvidenceInitiative Initiative(InitiativeFacts facts, InitiativeFinding finding) =>
        new(facts.Code, facts.Title, EvidenceWords.Kept(finding.Stage), finding.Status, finding.FirstCause);

    private static IEnumerable<EvidenceReading> Readings(
        InitiativeFacts facts, DateOnly day, ILookup<string, string> sources, Dictionary<string, string> qualifiers) =>
            from indicator in facts.Indicators.OrderBy(i => i.Code, StringComparer.Ordinal)
            from reading in indicator.Readings.OrderBy(r => r.Code, StringComparer.Ordinal)
            where reading.ExistsOn(day)
            select new EvidenceReading(
                reading.Code, indicator.Code, facts.Code, indicator.Name, indicator.Unit, qualifiers.GetValueOrDefault(reading.Code),
                reading.Value, reading.Period.Text, reading.Kind.ToString(), [.. sources[reading.Code]]);

    private static IEnumerable<EvidenceMilestone> Milestones(
        InitiativeFacts facts, InitiativeFinding initiative, DateOnly day, ILookup<string, string> sources)
    {
        var findings = initiative.Milestones.ToDictionary(m => m.About.Code, StringComparer.Ordinal);
        return from milestone in facts.Milestones.OrderBy(m => m.Code, StringComparer.Ordinal)
               where findings.ContainsKey(milestone.Code)
               let finding = findings[milestone.Code]
               select new EvidenceMilestone(
                   milestone.Code,
                   facts.Code,
                   milestone.Title,
                   milestone.Planned?.ToString(),
                   milestone.Forecast?.ToString(),
                   milestone.Actual is { } actual && actual.FirstDay <= day ? actual.ToString() : null,
                   finding.IsMet ? "Met" : finding.IsCancelled ? nameof(MilestoneState.Cancelled) : "Pending",
                   finding.Status,
                   finding.FirstCause,
                   [.. sources[milestone.Code]]);
    }

    /// <summary>In words, by code of the reading; the rules do not ask for them, so they are not among the facts.</summary>
    private static async Task<Dictionary<string, string>> QualifiersAsync(
        DefenseCoopContext db, List<InitiativeFacts> facts, CancellationToken ct)
    {
        List<string> codes = [.. facts.SelectMany(f => f.Indicators).SelectMany(i => i.Readings).Select(r => r.Code)];
        var qualified = await db.Readings.Where(r => r.Qualifier != Qualifier.Exact && EF.Parameter(codes).Contains(r.Code))
            .Select(r => new { r.Code, r.Qualifier })
            .ToListAsync(ct);
        return qualified.ToDictionary(r => r.Code, r => Words.Of(r.Qualifier).Trim(), StringComparer.Ordinal);
    }

    /// <summary>Codes of the sources of readings and milestones, by the code of what cites them.</summary>
    private static async Task<ILookup<string, string>> SourcesAsync(
        DefenseCoopContext db, List<InitiativeFacts> facts, CancellationToken ct)
    {
        List<string> codes =
        [
            .. facts.SelectMany(f => f.Milestones).Select(m => m.Code),
            .. facts.SelectMany(f => f.Indicators).SelectMany(i => i.Readings).Select(r => r.Code),
        ];
        var cited = await db.Citations
            .Where(c => EF.Parameter(codes).Contains(c.SubjectCode) && (c.Kind == SubjectKind.Reading || c.Kind == SubjectKind.Milestone))
            .Select(c => new { c.SubjectCode, c.Source.Code })
            .ToListAsync(ct);
        return cited.Distinct()
            .OrderBy(c => c.Code, StringComparer.Ordinal)
            .ToLookup(c => c.SubjectCode, c => c.Code, StringComparer.Ordinal);
    }
}

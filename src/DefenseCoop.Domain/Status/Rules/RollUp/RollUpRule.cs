using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Status.Rules.RollUp;

/// <summary>
/// The status of what has parts: the weighted mean of their points, where enough of them have any. Stale and not
/// assessed parts carry no points and are left out of the mean, but lower the coverage.
/// </summary>
public static class RollUpRule
{
    public static RollUpFinding Judge(FactRef about, IReadOnlyList<RollUpPart> parts, Thresholds thresholds)
    {
        var tally = new Tally();
        foreach (var part in parts) tally.Add(part.Status, part.Weight, part.CanBeAssessed, thresholds);
        var status = tally.Status(thresholds);
        var raises = new Lazy<IReadOnlyList<PartRaise>>(() => RollUpRemedies.Raises(parts, tally, status, thresholds));
        var finding = new RollUpFinding
        {
            About = about,
            Status = status,
            Causes = [],
            Parts = parts,
            Coverage = tally.Coverage,
            Mean = tally.Mean,
            Leaves = LeafCounts.Of(parts),
            Confidence = EvidenceConfidence.Low,
            FindRaises = () => raises.Value,
            FindRemedies = () => RollUpRemedies.InWords(parts, raises.Value),
            EvidenceTiers = TiersOf(parts),
            Newest = parts.Select(p => p.Finding.Newest).Aggregate(default(DatedEvidence?), DatedEvidence.Newer),
        };
        return finding with
        {
            Causes = RollUpCauses.Of(finding, thresholds),
            FindFigures = () => Figures(finding, thresholds),
            Confidence = Confidence(finding, thresholds),
        };
    }

    private static Figure[] Figures(RollUpFinding f, Thresholds t)
    {
        var l = f.Leaves;
        (string Name, int Count)[] byStatus =
        [
            ("Off track", l.OffTrack), ("At risk", l.AtRisk), ("On track", l.OnTrack), ("Achieved", l.Achieved),
            ("Evidence too old", l.TooOld), ("No dated evidence", l.Undated), ("Not to be judged yet", l.Unclear),
            ("Can have no status (no public target, canceled)", l.Exempt),
        ];
        return
        [
            new(
                "With a status",
                $"{l.Assessed} of {l.Assessable} ({Words.Percent(f.ShareWithStatus, t.CoverageAtLeast)}; "
                    + $"{Words.Percent(t.CoverageAtLeast)} is needed)"),
            new("With fresh evidence", $"{l.Fresh} of {l.Assessable}"),
            .. f.Mean is { } mean
                ? [new Figure(
                    f.Coverage < t.CoverageAtLeast ? "Average of what is known (an indication only)" : "Average",
                    Words.Of(Math.Round(mean, 2)))]
                : Array.Empty<Figure>(),
            .. byStatus.Where(s => s.Count > 0).Select(s => new Figure(s.Name, Words.Of((decimal)s.Count))),
        ];
    }

    /// <summary>High with wide coverage and mostly primary sources; low with narrow coverage or mostly secondary ones.</summary>
    private static EvidenceConfidence Confidence(RollUpFinding f, Thresholds t)
    {
        var (total, primary, secondary) = f.EvidenceTiers;
        if (total == 0 || f.ShareWithStatus < t.LowConfidenceCoverage) return EvidenceConfidence.Low;
        if (secondary > t.EvidenceShare * total) return EvidenceConfidence.Low;
        return f.ShareWithStatus >= t.HighConfidenceCoverage && primary >= t.EvidenceShare * total
            ? EvidenceConfidence.High
            : EvidenceConfidence.Medium;
    }

    private static EvidenceTiers TiersOf(IReadOnlyList<RollUpPart> parts)
    {
        // Beneath several roll-ups the same initiative may be found again: it counts once.
        var distinct = parts.Count > 1 && parts.Any(p => p.Finding is RollUpFinding)
            ? LeavesOf(parts).DistinctBy(p => (p.Finding.About.Kind, p.Finding.About.Code))
            : parts;
        var sum = default(EvidenceTiers);
        foreach (var part in distinct) sum = sum.With(part.Evidence);
        return sum;
    }

    private static IEnumerable<RollUpPart> LeavesOf(IEnumerable<RollUpPart> parts) =>
        parts.SelectMany(p => p.Finding is RollUpFinding inner ? LeavesOf(inner.Parts) : [p]);
}

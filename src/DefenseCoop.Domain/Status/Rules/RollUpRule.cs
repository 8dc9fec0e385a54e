using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Status.Rules;

/// <summary>
/// The status of what has parts: the weighted mean of their points, where enough of them have any. Stale and not
/// assessed parts carry no points and are left out of the mean, but lower the coverage.
/// </summary>
public static class RollUpRule
{
    /// <summary>So many causes are listed one by one; what lies beyond is in the list of the parts themselves.</summary>
    private const int CausesListed = 30;

    private static readonly AssessedStatus[] WorstFirst = [.. Enum.GetValues<AssessedStatus>().OrderBy(s => s.Severity())];

    public static RollUpFinding Judge(FactRef about, IReadOnlyList<RollUpPart> parts, Thresholds thresholds)
    {
        var tally = new Tally();
        foreach (var part in parts) tally.Add(part.Status, part.Weight, part.CanBeAssessed, thresholds);
        var status = tally.Status(thresholds);
        var (assessed, assessable, fresh) = Leaves(parts);
        var raises = new Lazy<IReadOnlyList<PartRaise>>(() => RollUpRemedies.Raises(parts, tally, status, thresholds));
        var finding = new RollUpFinding
        {
            About = about,
            Status = status,
            Causes = [],
            Parts = parts,
            Coverage = tally.Coverage,
            Mean = tally.Mean,
            LeavesAssessed = assessed,
            LeavesAssessable = assessable,
            LeavesFresh = fresh,
            Confidence = EvidenceConfidence.Low,
            FindRaises = () => raises.Value,
            FindRemedies = () => RollUpRemedies.InWords(parts, raises.Value),
            EvidenceTiers = TiersOf(parts),
            Newest = parts.Select(p => p.Finding.Newest).Aggregate(default(DatedEvidence?), DatedEvidence.Newer),
        };
        return finding with
        {
            Causes = Causes(finding, thresholds),
            FindFigures = () => Figures(finding, thresholds),
            Confidence = Confidence(finding, thresholds),
        };
    }

    private static List<Cause> Causes(RollUpFinding f, Thresholds t)
    {
        // A level of one part says what that part says, so that the first cause is a fact and not a chain of headings.
        if (f.Parts is [{ CanBeAssessed: true, Finding: RollUpFinding only }])
        {
            return [.. only.Causes.Select(c => c.About == only.About ? c with { About = f.About } : c)];
        }

        // Parts without points do not cause a status: they come after those that do, and first where they prevent one.
        // Status by status, and not sorted: of thousands only the first few are listed.
        var ordered = WorstFirst
            .OrderBy(s => s == f.Status || f.Status.IsAssessed() && s.IsAssessed() ? 0 : 1)
            .SelectMany(s => f.Parts.Where(p => p.CanBeAssessed && p.Status == s))
            .Take(CausesListed)
            .Select(p => new Cause(Sentence(p.Finding), p.Finding.About, p.Finding.Status));
        return f.Status.IsAssessed() ? [.. ordered] : [new Cause(Lead(f, t), f.About, f.Status), .. ordered];
    }

    /// <summary>Why it has no status. What lies beneath is counted, unless only the weights or the shape of the tree explain it.</summary>
    private static string Lead(RollUpFinding f, Thresholds t)
    {
        if (f.LeavesAssessable == 0) return "Nothing beneath it has a public target or could have a status.";
        var needed = $"{Words.Percent(t.CoverageAtLeast)} is needed.";
        if (f.LeavesAssessed == 0) return $"No part beneath it has a status; {needed}";
        return f.ShareWithStatus < t.CoverageAtLeast
            ? $"Only {f.LeavesAssessed} of {Words.Count(f.LeavesAssessable, "part", "parts")} beneath it {(f.LeavesAssessed == 1 ? "has" : "have")} a status; {needed}"
            : $"The parts with a status make up only {Words.Percent(f.Coverage)} of its weight; {needed}";
    }

    private static string Sentence(Finding part) => part is IndicatorFinding
        ? part.FirstCause
        : $"{part.About.Name}: {Words.Of(part.Status).ToLowerInvariant()}. {part.FirstCause}";

    private static Figure[] Figures(RollUpFinding f, Thresholds t) =>
    [
        new("Parts with a status", $"{f.LeavesAssessed} of {f.LeavesAssessable} ({Words.Percent(f.ShareWithStatus)})"),
        new("Parts with fresh evidence", $"{f.LeavesFresh} of {f.LeavesAssessable}"),
        .. f.Mean is { } mean
            ? [new Figure(f.Coverage < t.CoverageAtLeast ? "Mean of what is known (an indication only)" : "Mean of the points", Words.Of(Math.Round(mean, 2)))]
            : Array.Empty<Figure>(),
        .. f.Parts.Where(p => p.CanBeAssessed).GroupBy(p => p.Finding.Status).OrderBy(g => g.Key.Severity())
            .Select(g => new Figure(Words.Of(g.Key), Words.Count(g.Count(), "part", "parts"))),
        .. f.Parts.Any(p => !p.CanBeAssessed)
            ? [new Figure("Can have no status (no public target, cancelled)", Words.Count(f.Parts.Count(p => !p.CanBeAssessed), "part", "parts"))]
            : Array.Empty<Figure>(),
    ];

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
        var distinct = parts.Count > 1 && parts.Any(p => p.Finding is RollUpFinding) ? LeavesOf(parts).DistinctBy(p => (p.Finding.About.Kind, p.Finding.About.Code)) : parts;
        var sum = default(EvidenceTiers);
        foreach (var part in distinct) sum = sum.With(part.Evidence);
        return sum;
    }

    private static IEnumerable<RollUpPart> LeavesOf(IEnumerable<RollUpPart> parts) =>
        parts.SelectMany(p => p.Finding is RollUpFinding inner ? LeavesOf(inner.Parts) : [p]);

    private static (int Assessed, int Assessable, int Fresh) Leaves(IReadOnlyList<RollUpPart> parts)
    {
        var (assessed, assessable, fresh) = (0, 0, 0);
        foreach (var part in parts)
        {
            if (part.Finding is RollUpFinding inner)
            {
                assessed += inner.LeavesAssessed;
                assessable += inner.LeavesAssessable;
                fresh += inner.LeavesFresh;
            }
            else if (part.CanBeAssessed)
            {
                assessable++;
                if (part.Status.IsAssessed()) assessed++;
                if (part.HasFreshEvidence) fresh++;
            }
        }

        return (assessed, assessable, fresh);
    }
}

namespace DefenseCoop.Domain.Status.Rules.RollUp;

/// <summary>Why a roll-up stands as it does: first what distinguishes it, then its parts, worst first.</summary>
internal static class RollUpCauses
{
    /// <summary>So many causes are listed one by one; what lies beyond is in the list of the parts themselves.</summary>
    private const int Listed = 30;

    /// <summary>So many that are behind are named before they are counted.</summary>
    private const int NamedBehind = 3;

    private const string Leaves = "initiatives and indicators";

    private static readonly AssessedStatus[] WorstFirst = [.. Enum.GetValues<AssessedStatus>().OrderBy(s => s.Severity())];

    public static IReadOnlyList<Cause> Of(RollUpFinding f, Thresholds t)
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
            .Take(Listed)
            .Select(p => new Cause(Sentence(p.Finding), p.Finding.About, p.Finding.Status));
        return Lead(f, t) is { } lead ? [new Cause(lead, f.About, f.Status), .. ordered] : [.. ordered];
    }

    /// <summary>What is true of it as a whole; null where its worst parts say more.</summary>
    private static string? Lead(RollUpFinding f, Thresholds t)
    {
        var l = f.Leaves;
        return f.Status switch
        {
            AssessedStatus.Stale or AssessedStatus.NotAssessed => Missing(f, l, t),
            AssessedStatus.OnTrack or AssessedStatus.Achieved => l.Assessable > 1 ? Good(l) : null,
            _ => l.Behind > NamedBehind ? $"{Of(l.Behind, l)} {Behind(l)}." : null,
        };
    }

    private static string Behind(LeafCounts l) => l switch
    {
        { AtRisk: 0 } => "are off track",
        { OffTrack: 0 } => "are at risk",
        _ => $"are behind: {Words.Of((decimal)l.OffTrack)} off track, {Words.Of((decimal)l.AtRisk)} at risk",
    };

    private static string Good(LeafCounts l)
    {
        var good = l.OnTrack + l.Achieved;
        var words = l.OnTrack == 0 ? "achieved" : l.Achieved == 0 ? "on track" : "on track or achieved";
        var behind = l.Behind == 0 ? "none is behind"
            : l.OffTrack == 0 ? $"{Words.Of((decimal)l.AtRisk)} {Are(l.AtRisk)} at risk"
            : $"{Words.Of((decimal)l.Behind)} {Are(l.Behind)} behind";
        return good == l.Assessable
            ? $"All {Words.Of((decimal)good)} {Leaves} are {words}."
            : $"{Of(good, l)} {Are(good)} {words}; {behind}.";
    }

    /// <summary>Why it has no status. What lies beneath is counted, unless only the weights or the shape of the tree explain it.</summary>
    private static string Missing(RollUpFinding f, LeafCounts l, Thresholds t)
    {
        if (l.Assessable == 0) return "Nothing beneath it has a public target or could have a status.";
        if (f.ShareWithStatus >= t.CoverageAtLeast)
        {
            return $"What has a status makes up only {Words.Percent(f.Coverage, t.CoverageAtLeast)} of its weight; "
                + $"{Words.Percent(t.CoverageAtLeast)} is needed.";
        }
        (int Count, string Words)[] reasons =
        [
            (l.TooOld, $"the evidence of {Words.Of((decimal)l.TooOld)} is too old"),
            (l.Undated, $"{Words.Of((decimal)l.Undated)} {(l.Undated == 1 ? "has" : "have")} no dated evidence"),
            (l.Unclear, $"{Words.Of((decimal)l.Unclear)} cannot be judged yet"),
        ];
        var why = string.Join(", ", reasons.Where(r => r.Count > 0).OrderByDescending(r => r.Count).Select(r => r.Words));
        var have = l.Assessed == 0
            ? $"None of {Words.Of((decimal)l.Assessable)}"
            : $"Only {Words.Of((decimal)l.Assessed)} of {Words.Of((decimal)l.Assessable)}";
        return $"{have} {Leaves} {(l.Assessed > 1 ? "have" : "has")} a status: {why}.";
    }

    private static string Of(int count, LeafCounts l) => $"{Words.Of((decimal)count)} of {Words.Of((decimal)l.Assessable)} {Leaves}";

    private static string Are(int count) => count == 1 ? "is" : "are";

    private static string Sentence(Finding part) => part is IndicatorFinding
        ? part.FirstCause
        : $"{part.About.Name}: {Words.Of(part.Status).ToLowerInvariant()}. {part.FirstCause}";
}

namespace DefenseCoop.Domain.Status;

/// <summary>
/// What there is to say of all initiatives in two sentences: how most of them stand, then how the others do. Shares are
/// words, counts are exact.
/// </summary>
public static class MainFinding
{
    /// <summary>Fewer are counted and not called a share.</summary>
    private const int FewestOfAShare = 4;

    /// <summary>Of so many, one more or less than half is still half.</summary>
    private const int FewestOfAboutHalf = 20;

    private static readonly AssessedStatus[] Trouble = [AssessedStatus.OffTrack, AssessedStatus.AtRisk];
    private static readonly AssessedStatus[] Unknown = [AssessedStatus.Stale, AssessedStatus.NotAssessed];
    private static readonly AssessedStatus[] Well = [AssessedStatus.OnTrack, AssessedStatus.Achieved];

    public static IReadOnlyList<CountedWords> Of(StatusCounts counts, Thresholds thresholds)
    {
        if (counts.Total == 0) return ["Nothing is known of any initiative."];

        // Of groups of one size, the one that needs attention most comes first.
        AssessedStatus[][] groups = [Trouble, Unknown, Well];
        var lead = groups.MaxBy(g => counts.Of(g))!;
        return [.. lead == Unknown ? NotJudged(counts, thresholds) : Judged(counts, lead), .. Others(counts, lead)];
    }

    /// <summary>"Most of the 39 initiatives are on course: 20 on track, 8 achieved."</summary>
    private static IEnumerable<CountedWords> Judged(StatusCounts counts, AssessedStatus[] lead)
    {
        var present = lead.Where(s => counts.Of(s) > 0).ToList();
        var verb = counts.Of(lead) == 1 ? " is " : " are ";
        return present is [var first, var second]
            ? [
                .. Share(counts, lead), verb, lead == Well ? "on course: " : "off track or at risk: ",
                Number(counts, first), $" {Word(first)}, ", Number(counts, second), $" {Word(second)}."]
            : [.. Share(counts, lead), $"{verb}{Word(present[0])}."];
    }

    /// <summary>"Half of the 39 initiatives cannot be judged: their newest evidence is older than a year."</summary>
    private static IEnumerable<CountedWords> NotJudged(StatusCounts counts, Thresholds thresholds)
    {
        var (stale, rest, all) = (counts.Of(AssessedStatus.Stale), counts.Of(AssessedStatus.NotAssessed), counts.Of(Unknown));
        IEnumerable<CountedWords> subject = all == counts.Total && all > 1
            ? ["None of the ", Initiatives(counts), " can be judged: "]
            : [.. Share(counts, Unknown), " cannot be judged: "];
        if (stale == 0)
        {
            return all == counts.Total && all > 1
                ? ["None of the ", Initiatives(counts), " is assessed."]
                : [.. Share(counts, Unknown), all == 1 ? " is not assessed." : " are not assessed."];
        }

        if (counts.TooOld == all) return [.. subject, $"{(all == 1 ? "its" : "their")} newest evidence is older than {Age(thresholds)}."];
        if (2 * counts.TooOld > all) return [.. subject, $"the newest evidence of most of them is older than {Age(thresholds)}."];
        return rest == 0
            ? [.. subject, $"{(all == 1 ? "its" : "their")} evidence is too old to say."]
            : [
                .. subject, "the evidence of ", Number(counts, AssessedStatus.Stale), " is too old to say, and ",
                Number(counts, AssessedStatus.NotAssessed), rest == 1 ? " is not assessed." : " are not assessed."];
    }

    /// <summary>"12 are on track, 6 achieved, none off track or at risk."</summary>
    private static List<CountedWords> Others(StatusCounts counts, AssessedStatus[] lead)
    {
        List<CountedWords> words = [];
        var verb = true;
        foreach (var status in Trouble.Concat(Well).Where(s => !lead.Contains(s) && counts.Of(s) > 0))
        {
            words.AddRange(
                [
                    words.Count == 0 ? " " : ", ",
                    Number(counts, status),
                    $"{(verb ? counts.Of(status) == 1 ? " is" : " are" : "")} {Word(status)}",
                ]);
            verb = false;
        }

        if (lead != Trouble && counts.Of(Trouble) == 0 && counts.Of(lead) < counts.Total)
        {
            words.Add(verb ? " None is off track or at risk" : ", none off track or at risk");
        }
        if (lead != Unknown && counts.Of(Unknown) is > 0 and var unknown)
        {
            words.AddRange(
                [words.Count == 0 ? " " : ", ", new CountedWords(Words.Of((decimal)unknown), unknown, Unknown), " cannot be judged"]);
        }

        return words.Count == 0 ? words : [.. words, "."];
    }

    private static IEnumerable<CountedWords> Share(StatusCounts counts, AssessedStatus[] group)
    {
        var (size, total) = (counts.Of(group), counts.Total);
        if (size < total) return [new CountedWords(InWords(size, total), size, group), " of the ", Initiatives(counts)];
        return [new CountedWords(total == 1 ? "The only initiative" : $"All {Initiatives(counts).Text}", total, group)];
    }

    private static string InWords(int size, int total) => ((2 * size) - total) switch
    {
        0 when total >= FewestOfAShare => "Half",
        1 or -1 when total >= FewestOfAboutHalf => "Half",
        > 0 when total >= FewestOfAShare => 3 * size >= 2 * total ? "Most" : "More than half",
        _ => Words.Of((decimal)size),
    };

    private static CountedWords Initiatives(StatusCounts counts) =>
        new(Words.Count(counts.Total, "initiative", "initiatives"), counts.Total, []);

    private static CountedWords Number(StatusCounts counts, AssessedStatus status) =>
        new(Words.Of((decimal)counts.Of(status)), counts.Of(status), [status]);

    private static string Age(Thresholds thresholds) =>
        thresholds.EvidenceMaxAgeDays == 365 ? "a year" : Words.Days(thresholds.EvidenceMaxAgeDays);

    private static string Word(AssessedStatus status) => Words.Of(status).ToLowerInvariant();
}

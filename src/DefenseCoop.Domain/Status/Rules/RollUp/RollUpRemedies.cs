namespace DefenseCoop.Domain.Status.Rules.RollUp;

/// <summary>Which parts would have to rise for a roll-up to improve: the fewest, taken worst first.</summary>
internal static class RollUpRemedies
{
    private const int NamedOneByOne = 5;

    public static IReadOnlyList<PartRaise> Raises(
        IReadOnlyList<RollUpPart> parts, Tally tally, AssessedStatus status, Thresholds t)
    {
        if (status == AssessedStatus.Achieved) return [];
        var to = status == AssessedStatus.OnTrack ? AssessedStatus.Achieved : AssessedStatus.OnTrack;
        var candidates = parts
            .Where(p => p.Weight > 0 && to.IsBetterThan(p.Finding.Status))
            .Where(p => status != AssessedStatus.OnTrack || p.Finding.Status.IsAssessed())
            .OrderBy(p => p.CanBeAssessed ? 0 : 1)
            .ThenBy(p => p.Finding.Status.Severity())
            .ThenByDescending(p => p.Weight);
        List<PartRaise> raises = [];
        foreach (var part in candidates)
        {
            tally.Remove(part.Finding.Status, part.Weight, part.CanBeAssessed, t);
            tally.Add(to, part.Weight, true, t);
            raises.Add(new PartRaise(part.Finding.About, to));
            if (tally.Status(t).IsBetterThan(status)) return raises;
        }

        return [.. raises, new PartRaise(null, to)];
    }

    public static IReadOnlyList<Remedy> InWords(IReadOnlyList<RollUpPart> parts, IReadOnlyList<PartRaise> raises)
    {
        if (raises.Count == 0) return [];
        // Through a level of one part, what would change that part is the answer.
        if (parts is [{ Finding: RollUpFinding { Remedies.Count: > 0 } only }] && raises is [{ Part: not null }]) return only.Remedies;
        List<string> sentences = [.. raises.Take(NamedOneByOne).Select(InWords)];
        if (raises.Count > NamedOneByOne) sentences.Add($"The same for {raises.Count - NamedOneByOne} more of its parts.");
        return [new Remedy(sentences, [])];

        string InWords(PartRaise raise)
        {
            if (raise.Part is not { } part) return "A contributing initiative or an indicator with a public target.";
            var how = parts.First(p => p.Finding.About == part).Finding.Remedies is [var first, ..]
                ? $". It improves by: {string.Join(" And: ", first.Sentences.Select(Remedy.Lower))}"
                : ".";
            return $"{part.Name} becomes {Words.Of(raise.To).ToLowerInvariant()}{how}";
        }
    }
}

using CsCheck;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Status;
using Xunit;
using static DefenseCoop.Domain.Status.AssessedStatus;

namespace DefenseCoop.Tests.Status;

/// <summary>What the summary says first, for every shape of the counts.</summary>
public sealed class MainFindingTests
{
    private static readonly AssessedStatus[] Order = [OffTrack, AtRisk, Stale, NotAssessed, OnTrack, Achieved];

    /// <summary>Counts in the order off track, at risk, stale, not assessed, on track, achieved.</summary>
    [Theory]
    [InlineData("nothing", "0 0 0 0 0 0", 0, "Nothing is known of any initiative.")]
    [InlineData(
        "half cannot be judged", "0 0 20 1 12 6", 20,
        "More than half of the 39 initiatives cannot be judged: "
            + "the newest evidence of most of them is older than a year. 12 are on track, 6 achieved, none off track or at risk.")]
    [InlineData(
        "half, as nearly as 39 can be", "0 0 20 0 13 6", 20,
        "Half of the 39 initiatives cannot be judged: their newest evidence is older than a year. "
            + "13 are on track, 6 achieved, none off track or at risk.")]
    [InlineData(
        "exactly half", "0 0 20 0 20 0", 20,
        "Half of the 40 initiatives cannot be judged: "
            + "their newest evidence is older than a year. 20 are on track, none off track or at risk.")]
    [InlineData(
        "too old, though not all of it", "0 2 22 0 10 6", 21,
        "More than half of the 40 initiatives cannot be judged: "
            + "the newest evidence of most of them is older than a year. 2 are at risk, 10 on track, 6 achieved.")]
    [InlineData(
        "what is measured is too old, though not all", "0 0 22 0 10 8", 3,
        "More than half of the 40 initiatives cannot be judged: "
            + "their evidence is too old to say. 10 are on track, 8 achieved, none off track or at risk.")]
    [InlineData(
        "half of them too old", "0 0 4 4 0 0", 4,
        "None of the 8 initiatives can be judged: the evidence of 4 is too old to say, and 4 are not assessed.")]
    [InlineData(
        "most not assessed", "0 0 0 3 1 0", 0, "Most of the 4 initiatives are not assessed. 1 is on track, none off track or at risk.")]
    [InlineData(
        "two are not assessed beside", "1 0 6 2 0 0", 3,
        "Most of the 9 initiatives cannot be judged: the evidence of 6 is too old to say, and 2 are not assessed. 1 is off track.")]
    [InlineData(
        "none can be judged", "0 0 5 0 0 0", 5, "None of the 5 initiatives can be judged: their newest evidence is older than a year.")]
    [InlineData("none is assessed", "0 0 0 5 0 0", 0, "None of the 5 initiatives is assessed.")]
    [InlineData("one, stale", "0 0 1 0 0 0", 1, "The only initiative cannot be judged: its newest evidence is older than a year.")]
    [InlineData("one, on track", "0 0 0 0 1 0", 0, "The only initiative is on track.")]
    [InlineData("one of two", "0 1 0 0 1 0", 0, "1 of the 2 initiatives is at risk. 1 is on track.")]
    [InlineData("two of three", "0 0 0 0 2 1", 0, "All 3 initiatives are on course: 2 on track, 1 achieved.")]
    [InlineData(
        "most on course", "0 0 3 0 20 8", 3,
        "Most of the 31 initiatives are on course: 20 on track, 8 achieved. None is off track or at risk, 3 cannot be judged.")]
    [InlineData(
        "on course, with trouble", "1 2 3 0 6 0", 3,
        "Half of the 12 initiatives are on track. 1 is off track, 2 at risk, 3 cannot be judged.")]
    [InlineData(
        "most in trouble", "20 10 2 0 5 4", 2,
        "Most of the 41 initiatives are off track or at risk: 20 off track, 10 at risk. 5 are on track, 4 achieved, 2 cannot be judged.")]
    [InlineData("all off track", "3 0 0 0 0 0", 0, "All 3 initiatives are off track.")]
    [InlineData(
        "trouble first where groups are equal", "1 0 1 0 1 0", 1,
        "1 of the 3 initiatives is off track. 1 is on track, 1 cannot be judged.")]
    [InlineData(
        "fewer than half, and still the most", "3 1 4 0 5 0", 4,
        "5 of the 13 initiatives are on track. 3 are off track, 1 at risk, 4 cannot be judged.")]
    [InlineData(
        "thousands", "178 121 600 100 400 38", 600,
        "700 of the 1\u202F437 initiatives cannot be judged: the newest evidence of most of them is older than a year. "
            + "178 are off track, 121 at risk, 400 on track, 38 achieved.")]
    public void Of_Counts_SaysHowMostStandAndThenTheOthers(string because, string counts, int tooOld, string expected) =>
        Assert.Equal(
            (because, expected), (because, Text(MainFinding.Of(Counts(counts.Split(' ').Select(int.Parse), tooOld), Thresholds.Default))));

    [Fact]
    public void Of_AnotherLimitOfAge_NamesIt() =>
        Assert.EndsWith(
            "their newest evidence is older than 200 days.",
            Text(MainFinding.Of(Counts([0, 0, 5, 0, 0, 0], 5), new Thresholds { EvidenceMaxAgeDays = 200 })),
            StringComparison.Ordinal);

    [Fact]
    public void Of_AnyCounts_NamesNoneTwiceAndNoWrongNumber() => Gen.Int[0, 30].Array[6].Sample(numbers =>
    {
        var counts = Counts(numbers, numbers[2]);
        var words = MainFinding.Of(counts, Thresholds.Default);

        Assert.All(
            words.Where(w => w.Count is not null),
            w => Assert.Equal(w.Statuses.Count == 0 ? counts.Total : counts.Of(w.Statuses), w.Count));
        Assert.All(
            words.Where(w => w.Count is not null && int.TryParse(w.Text, out _)),
            w => Assert.Equal(Words.Of((decimal)w.Count!.Value), w.Text));
        if (counts.Of(Stale, NotAssessed) == counts.Total) return;
        foreach (var status in Order.Where(s => counts.Of(s) > 0)) Assert.Contains(words, w => w.Statuses.Contains(status));
        Assert.Matches(@"^[A-Z0-9][^.]*\.( [A-Z0-9][^.]*\.)?$", Text(words));
    }, iter: 2000);

    private static StatusCounts Counts(IEnumerable<int> numbers, int tooOld) =>
        new(Order.Zip(numbers).ToDictionary(p => p.First, p => p.Second), tooOld);

    private static string Text(IEnumerable<CountedWords> words) => string.Concat(words.Select(w => w.Text));
}

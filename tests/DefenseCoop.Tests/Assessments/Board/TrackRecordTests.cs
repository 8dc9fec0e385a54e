using DefenseCoop.Data.Assessments.TrackRecord;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Results;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using Xunit;
using static DefenseCoop.Domain.Status.AssessedStatus;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>How judgements turned out, case by case, and that few cases say nothing.</summary>
public sealed class TrackRecordTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<AssessedStatus, AssessedStatus, TrackOutcome> Outcomes { get; } = new()
    {
        { OnTrack, OnTrack, TrackOutcome.Same },
        { OnTrack, Achieved, TrackOutcome.TurnedOutBetter },
        { AtRisk, OnTrack, TrackOutcome.TurnedOutBetter },
        { OffTrack, AtRisk, TrackOutcome.TurnedOutBetter },
        { OnTrack, AtRisk, TrackOutcome.TurnedOutWorse },
        { Achieved, OnTrack, TrackOutcome.TurnedOutWorse },
        { AtRisk, OffTrack, TrackOutcome.TurnedOutWorse },
        { OnTrack, Stale, TrackOutcome.NotComparable },
        { OffTrack, NotAssessed, TrackOutcome.NotComparable },
        { NotAssessed, OffTrack, TrackOutcome.NotComparable },
        { Stale, Stale, TrackOutcome.Same },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Case_JudgedAndLater_TurnedOut(AssessedStatus judged, AssessedStatus later, TrackOutcome outcome) =>
        Assert.Equal(outcome, new TrackCase("a", "A", "Eva", ReportingPeriod.Parse("2024-Q1"), judged, later).Outcome);

    [Theory]
    [InlineData(0, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Group_Cases_AreShownFromFiveOn(int cases, bool isEnough) =>
        Assert.Equal(isEnough, new TrackGroup(
            "Eva",
            null,
            [.. Enumerable.Repeat(new TrackCase("a", "A", "Eva", ReportingPeriod.Parse("2024-Q1"), OnTrack, OnTrack), cases)]).IsEnough);

    [Fact]
    public async Task TrackRecord_Cases_AreCountedOnceFourQuartersHavePassed()
    {
        await using var target = new LiveProduct();
        var eva = await target.AddAsync("Eva", Roles.Editor);
        var ole = await target.AddAsync("Ole", Roles.Editor);
        var mia = await target.AddAsync("Mia", Roles.Manager);
        using var visitor = target.NewBrowser();
        Assert.Equal(
            "There is no case so far, too few to say anything. A judgment becomes a case when four quarters have passed since its period.",
            TooFew(await BoardStage.PageAsync(visitor, "/assessments")));

        // Of the 3rd quarter of 2025 four quarters have passed by now, of the 4th they have not.
        string[] periods = ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
        foreach (var period in periods) await PublishAsync(target, "defense-technology", period, eva, mia, OnTrack);
        await PublishAsync(target, "cybersecurity", "2024-Q3", ole, mia, OffTrack, isOpen: true);

        var record = await target.Get<TrackRecordQueries>().TrackRecordAsync(Today, Stop);
        Assert.Equal([("cybersecurity", 1), ("defense-technology", 5)], record.Areas.Select(a => (a.Slug!, a.Cases.Count)).Order());
        Assert.Equal([("Eva", 5), ("Ole", 1)], record.Authors.Select(a => (a.Name, a.Cases.Count)));
        Assert.Equal(
            ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"],
            record.Areas.Single(a => a.Slug == "defense-technology").Cases.Select(c => c.Period.Code));
        foreach (var found in record.All.Cases)
        {
            Assert.Equal(
                (await target.Get<FocusAreaQueries>().FindAsync(found.Slug, found.Period.Add(4).LastDay, Stop))!.Finding.Status,
                found.Later);
        }

        // On the day before the last day of the case nobody could know.
        Assert.Equal(
            4,
            (await target.Get<TrackRecordQueries>().TrackRecordAsync(new DateOnly(2026, 9, 29), Stop)).Areas
                .Single(a => a.Slug == "defense-technology").Cases.Count);

        var page = await BoardStage.PageAsync(visitor, "/assessments");
        Assert.Empty(page.All("[data-testid=too-few]"));
        var row = HtmlPage.Words(page.All("[data-testid=record-authors] tr[data-name=Eva]").Single());
        Assert.StartsWith("Eva5", row.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(
            "too few cases to say anything",
            HtmlPage.Words(page.All("[data-testid=record-authors] tr[data-name=Ole]").Single()),
            StringComparison.Ordinal);
        Assert.Equal(6, page.All(".record-plot text.count").Sum(t => int.Parse(t.TextContent, null)));
    }

    private static string TooFew(HtmlPage page) => HtmlPage.Words(page.All("[data-testid=too-few]").Single());

    private static async Task PublishAsync(
        LiveProduct target, string slug, string period, Account by, Account manager, AssessedStatus judged, bool isOpen = false)
    {
        await using var db = target.NewContext();
        var end = ReportingPeriod.Parse(period).LastDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        if (!isOpen) await Given.OpenAsync(db, period, end);
        await Given.SubmitAsync(db, $"{slug}-{period}", by, end.AddDays(5), judged);
        await Given.PublishAsync(db, $"{slug}-{period}", manager, end.AddDays(9));
    }
}

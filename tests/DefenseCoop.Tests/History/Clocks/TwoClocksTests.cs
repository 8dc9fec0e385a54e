using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Summary;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Initiatives;
using Xunit;

namespace DefenseCoop.Tests.History.Clocks;

/// <summary>Pages at pairs of days on both clocks, against a log of what was written when.</summary>
public sealed class TwoClocksTests(KeptLog log) : IClassFixture<KeptLog>
{
    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    private static readonly DateOnly[] Days =
        [new(2026, 12, 20), new(2026, 11, 23), new(2026, 10, 31), new(2026, 1, 1), new(2025, 6, 11), new(2018, 12, 31)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_AnyPairOfClocks_IsWhatTheLogGives()
    {
        foreach (var (instant, day) in Pairs())
        {
            var rows = (await log.Get<RegisterQueries>().ReadAsync(new RegisterQuery { Size = 200 }, new Moment(day, instant), Stop)).Rows;

            var expected = new ExpectedDay(log.At(instant)!, day);
            Assert.Equal(
                expected.Rows.Sorted(RegisterSort.Code, false)
                    .Select(r =>
                        (r.Code, r.Initiative.Title, r.Initiative.Category.Name, r.Finding.Stage,
                         r.Finding.Status, r.Finding.FirstCause, r.Initiative.Start, r.Met)),
                rows.Select(r => (r.Code, r.Title, r.Category, r.Stage, r.Status, r.FirstCause, r.Start, r.MilestonesMet)));
        }
    }

    [Fact]
    public async Task FocusAreas_AnyPairOfClocks_AreWhatTheLogGives()
    {
        foreach (var (instant, day) in Pairs())
        {
            var rows = await log.Get<FocusAreaQueries>().ListAsync(new Moment(day, instant), Stop);

            var expected = new ExpectedDay(log.At(instant)!, day).FocusAreas;
            Assert.Equal(
                expected.Select(
                    f => (f.About.Code, f.Status, f.FirstCause, f.LeavesAssessed, f.LeavesAssessable, (int?)f.LeavesFresh, f.Confidence)),
                rows.Select(r => (r.Slug, r.Status, r.FirstCause, r.PartsAssessed, r.PartsAssessable, r.PartsFresh, r.Confidence)));
        }
    }

    [Fact]
    public async Task Initiative_AnyPairOfClocks_IsWhatTheLogGives()
    {
        foreach (var (instant, day) in Pairs().Where((_, index) => index % 5 == 0))
        {
            var expected = new ExpectedDay(log.At(instant)!, day);
            foreach (var row in expected.Rows.Where((_, index) => index % 4 == 0))
            {
                var details = await log.Get<InitiativeQueries>().FindAsync(row.Code, new Moment(day, instant), Stop);

                Assert.Equal(
                    (row.Initiative.Title, row.Finding.Status, row.Finding.FirstCause),
                    (details!.Initiative.Title, details.Finding.Status, details.Finding.FirstCause));
                Assert.Equal(Facts(row.Initiative), Facts(details.Initiative));
            }
        }
    }

    [Fact]
    public async Task EveryPage_ByWhatWasKnownThen_SaysWhatItSaidThen()
    {
        Assert.Contains(log.Said, s => s.Said.Count > 300);
        foreach (var (at, day, said) in log.Said)
        {
            Assert.Equal(said, await log.SayAsync(new Moment(day, at)));
        }
    }

    [Fact]
    public async Task EveryPage_BeforeTheFirstChange_KnowsNothing()
    {
        foreach (var instant in new[]
        {
            log.Log[0].From - Instant,
            new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            new DateTime(2025, 6, 30, 23, 59, 59, DateTimeKind.Utc),
        })
        {
            foreach (var day in Days)
            {
                var moment = new Moment(day, instant);
                var summary = await log.Get<SummaryQueries>().ReadAsync(moment, Stop);

                Assert.Equal(0, (await log.Get<RegisterQueries>().ReadAsync(new RegisterQuery(), moment, Stop)).Total);
                Assert.Equal(0, summary.Total);
                Assert.Empty(summary.FocusAreas);
                Assert.Empty(summary.Exercises);
                Assert.Null(await log.Get<InitiativeQueries>().FindAsync("BE-1", moment, Stop));
                Assert.Null(await log.Get<FocusAreaQueries>().FindAsync("cybersecurity", moment, Stop));
                Assert.Empty((await log.Get<RegisterQueries>().VocabularyAsync(instant, Stop)).Leads.All);
            }
        }
    }

    [Fact]
    public async Task EveryPage_AfterTheLastChange_SaysWhatItSaysNow()
    {
        var now = log.Get<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var day in Days.Append(DateOnly.FromDateTime(now)))
        {
            Assert.Equal(await log.SayAsync(day), await log.SayAsync(new Moment(day, now)));
        }
    }

    /// <summary>Around every change of the log, each with several days.</summary>
    private IEnumerable<(DateTime Instant, DateOnly Day)> Pairs() =>
        from known in log.Log.Index()
        from instant in new[] { known.Item.From, known.Item.From + Instant, known.Item.From - Instant }
        where log.At(instant) is not null
        from day in Days.Where((_, i) => (i + known.Index) % 3 == 0).Append(DateOnly.FromDateTime(instant)).Distinct()
        select (instant, day);

    private static IEnumerable<string> Facts(Domain.Initiatives.Initiative i) =>
    [
        .. i.Milestones.OrderBy(m => m.Code, StringComparer.Ordinal).Select(m => $"{m.Code} {m.Planned} {m.Forecast} {m.Actual}"),
        .. i.Indicators.SelectMany(n => n.Readings)
            .OrderBy(r => r.Code, StringComparer.Ordinal)
            .Select(r => $"{r.Code} {r.Period} {r.Value} {r.WithdrawnBecause}"),
        .. i.Contributions.Select(c => c.Code).Order(StringComparer.Ordinal),
    ];
}

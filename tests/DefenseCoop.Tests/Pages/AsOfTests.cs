using System.Globalization;
using System.Net;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Status;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>Any page for any day: what the rules give for that day, with a banner; nonsense is answered by a note.</summary>
[Collection(StarterSiteTests.Name)]
public sealed class AsOfTests(StarterSite site)
{
    public static TheoryData<string> PastDays { get; } = new(
        "1950-01-01", "1951-04-27", "1972-01-01", "1999-12-31", "2016-06-09", "2018-05-01", "2021-10-07", "2022-02-10",
        "2023-12-21", "2024-02-29", "2025-06-10", "2025-06-11", "2026-11-22");

    public static TheoryData<string, string> Nonsense { get; } = new()
    {
        { "words", "abc" },
        { "no such month", "2025-13-01" },
        { "no such day", "2025-02-30" },
        { "no leap year", "2023-02-29" },
        { "nines", "9999-99-99" },
        { "another order", "03-06-2025" },
        { "slashes", "03/06/2025" },
        { "a month only", "June" },
        { "with time", "2025-06-30T00:00:00Z" },
        { "year zero", "0000-01-01" },
        { "negative", "-2025-01-01" },
        { "Arabic digits", "٢٠٢٥-٠٦-٣٠" },
        { "very long", new string('2', 1500) },
        { "HTML", "<script>alert(1)</script>" },
        { "attribute", "\"><img src=x onerror=alert(1)>" },
        { "null character", "2025\0" },
        { "future", "2026-11-24" },
        { "last day of all", "9999-12-31" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PastDays))]
    public async Task EveryPage_PastDay_AnswersWithBannerAndKeepsTheDay(string day)
    {
        foreach (var address in RouteTable.DayPages.Select(r => r.Data))
        {
            var page = await site.GetAsync($"{address}?asOf={day}", Stop);

            Assert.True(page.Status == HttpStatusCode.OK, $"{page.Address}: {page.Status}");
            var back = page.Main.QuerySelector(".banner a");
            Assert.True(address == back?.GetAttribute("href"), $"{page.Address}: the way back is {back?.GetAttribute("href")}");
            Assert.All(
                page.All("nav a[href^='/']:not([href^='/account/'])").Select(a => a.GetAttribute("href")),
                href => Assert.Contains($"asOf={day}", href, StringComparison.Ordinal));
            Assert.DoesNotContain("asOf", page.Notes, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(PastDays))]
    public async Task Register_PastDay_ListsWhatWasKnown(string day)
    {
        var page = await site.GetAsync($"/initiatives?size=200&asOf={day}", Stop);

        var expected = site.On(Day(day)).Rows;
        Assert.Equal(expected.Count, page.Total);
        Assert.Equal(
            expected.Select(r => (r.Code, r.Finding.Status.ToString())).Order(),
            page.All("tr[data-code]")
                .Select(r => (r.GetAttribute("data-code")!, r.QuerySelector("[data-status]")!.GetAttribute("data-status")!))
                .Order());
    }

    [Theory]
    [InlineData("the vote, the day before", "BE-1", "BE-1-M6", "2025-06-10", false)]
    [InlineData("the vote, on the day", "BE-1", "BE-1-M6", "2025-06-11", true)]
    public async Task Milestone_AroundItsActualDay_IsMetFromThatDay(string label, string code, string milestone, string day, bool met)
    {
        var page = await site.GetAsync($"/initiatives/{code}?asOf={day}", Stop);

        var row = page.Document.GetElementById(milestone)!;
        Assert.True(met == (row.QuerySelector("[data-status]")!.GetAttribute("data-status") == "Achieved"), label);
        Assert.True(
            met == row.QuerySelector("td[data-label=Actual]")!.InnerHtml.Contains("2025-06-11", StringComparison.Ordinal),
            $"{label}: the actual date");
    }

    [Fact]
    public async Task Milestones_AllOfThem_AreMetFromTheirFirstPossibleDay()
    {
        await using var db = site.NewContext();
        var dated = db.Milestones.Where(m => m.Actual != null && m.ReportedState != Domain.Schedule.MilestoneState.Cancelled)
            .Select(m => new { m.Code, Owner = m.Initiative.Code, m.Actual }).AsEnumerable()
            .DistinctBy(m => m.Owner).ToList();
        Assert.True(dated.Count > 15, $"{dated.Count} initiatives have a dated milestone.");
        foreach (var m in dated)
        {
            var on = m.Actual!.Value.FirstDay;
            Assert.True(await StatusAsync(on) == "Achieved", $"{m.Code} on {on}");
            Assert.True(await StatusAsync(on.AddDays(-1)) != "Achieved", $"{m.Code} before {on}");

            async Task<string?> StatusAsync(DateOnly day) => (await site.GetAsync($"/initiatives/{m.Owner}?asOf={day:yyyy-MM-dd}", Stop))
                .Document.GetElementById(m.Code)!.QuerySelector("[data-status]")!.GetAttribute("data-status");
        }
    }

    [Theory]
    [InlineData("DT-1")]
    [InlineData("SP-1")]
    [InlineData("JT-2")]
    [InlineData("CY-3")]
    public async Task Readings_AroundTheLastDayOfTheirPeriod_ExistFromThatDay(string code)
    {
        await using var db = site.NewContext();
        var all = db.Readings.Where(r => r.Indicator.Initiative.Code == code)
            .Select(r => new { Indicator = r.Indicator.Code, r.Period }).AsEnumerable().ToList();
        foreach (var day in all.Select(r => r.Period.LastDay).OfType<DateOnly>().Distinct().Where(d => d < StarterSite.Today))
        {
            foreach (var asked in new[] { day.AddDays(-1), day })
            {
                var page = await site.GetAsync($"/initiatives/{code}?asOf={asked:yyyy-MM-dd}", Stop);
                foreach (var indicator in all.GroupBy(r => r.Indicator))
                {
                    var shown = page.Document.GetElementById(indicator.Key)!
                        .QuerySelectorAll("tbody tr:not(.group):not(.ahead) th")
                        .Select(HtmlPage.Words);
                    Assert.Equal(
                        indicator.Where(r => !(r.Period.LastDay > asked))
                            .Select(r => r.Period.ToDisplay()).Distinct().Order(StringComparer.Ordinal),
                        shown.Distinct().Order(StringComparer.Ordinal));
                }
            }
        }
    }

    [Theory]
    [InlineData("completed, before its last day", "JT-4", "2025-04-10", Stage.UnderWay)]
    [InlineData("completed, on its last day", "JT-4", "2025-04-11", Stage.Completed)]
    [InlineData("completed without an end, before its status as of", "JT-8", "2024-03-06", Stage.Completed)]
    [InlineData("planned, on its first possible day", "JT-10", "2026-03-01", Stage.Agreed)]
    [InlineData("planned, before its start", "JT-10", "2026-02-28", Stage.Proposed)]
    [InlineData("cancelled, before its status as of", "DT-5", "2025-09-15", Stage.UnderWay)]
    [InlineData("cancelled, on its status as of", "DT-5", "2025-09-16", Stage.Cancelled)]
    [InlineData("under way, before its start", "DT-3", "2025-07-21", Stage.Proposed)]
    public async Task Stage_AroundItsDay_SwitchesThere(string label, string code, string day, Stage stage)
    {
        var page = await site.GetAsync($"/initiatives/{code}?asOf={day}", Stop);

        Assert.True(Domain.Words.Of(stage) == HtmlPage.Words(page.Document.QuerySelector("main .stage")!), label);
        Assert.Equal(
            stage == Stage.Completed,
            page.Document.QuerySelector("main .status")!.GetAttribute("data-status") == nameof(AssessedStatus.Achieved));
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task EveryPage_DayThatIsNone_ShowsTodayAndANote(string label, string value)
    {
        foreach (var address in RouteTable.DayPages.Select(r => r.Data))
        {
            var page = await site.GetAsync($"{address}?asOf={Uri.EscapeDataString(value)}", Stop);

            Assert.True(page.Status == HttpStatusCode.OK, $"{label}, {address}: {page.Status}");
            Assert.Contains("asOf", page.Notes, StringComparison.Ordinal);
            Assert.Empty(page.All(".banner, img[onerror]"));
            Assert.DoesNotContain(page.All("script"), s => s.TextContent.Contains("alert(1)", StringComparison.Ordinal));
            Assert.DoesNotContain(
                page.All("nav a:not([href^='/account/'])"), a => a.GetAttribute("href")!.Contains("asOf", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("nothing", "?asOf=", true, false)]
    [InlineData("blanks", "?asOf=%20%20", true, false)]
    [InlineData("today", "?asOf=2026-11-23", true, false)]
    [InlineData("no value", "?asOf", true, false)]
    [InlineData("another case of the name", "?ASOF=2025-06-11", false, false)]
    [InlineData("blanks around it", "?asOf=%202025-06-11%20", false, false)]
    [InlineData("repeated, the last one counts", "?asOf=abc&asOf=2025-06-11", false, false)]
    [InlineData("repeated, the last one is none", "?asOf=2025-06-11&asOf=abc", true, true)]
    public async Task Summary_DayInAnOddForm_IsTakenOrNoted(string label, string query, bool isToday, bool noted)
    {
        var page = await site.GetAsync($"/{query}", Stop);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(isToday == !page.All(".banner").Any(), label);
        Assert.True(noted == page.Notes.Contains("asOf", StringComparison.Ordinal), $"{label}: {page.Notes}");
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

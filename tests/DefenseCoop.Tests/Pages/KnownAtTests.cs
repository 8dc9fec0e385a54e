using System.Net;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>Any page by what was known at any time, with or without another day; nonsense is answered by a note.</summary>
public sealed class KnownAtTests(KnownAtSite site) : IClassFixture<KnownAtSite>
{
    /// <summary>The query, the day that the page speaks for, and what the banner says.</summary>
    public static TheoryData<string, string, string> Pairs { get; } = new()
    {
        { "knownAt=2026-11-23", "2026-11-23", "The state of 23 Nov 2026, using only what we had recorded by 23 Nov 2026, 23:59 UTC" },
        { "knownAt=2026-11-24T12:00:00.5Z", "2026-11-24",
            "The state of 24 Nov 2026, using only what we had recorded by 24 Nov 2026, 12:00:00.5 UTC" },
        { "asOf=2025-06-30&knownAt=2026-11-23", "2025-06-30",
            "The state of 30 Jun 2025, using only what we had recorded by 23 Nov 2026, 23:59 UTC" },
        { "asOf=2026-11-25&knownAt=2026-11-23T13:00:00Z", "2026-11-25",
            "The state of 25 Nov 2026, using only what we had recorded by 23 Nov 2026, 13:00:00 UTC" },
        { "asOf=1950-01-01&knownAt=2026-11-24", "1950-01-01",
            "The state of 1 Jan 1950, using only what we had recorded by 24 Nov 2026, 23:59 UTC" },
        { "asOf=2026-11-24", "2026-11-24", "The state of 24 Nov 2026, using all that is recorded now" },
        { "knownAt=2026-11-23&knownTime=12:01", "2026-11-23", "23 Nov 2026, 12:01 UTC" },
        { "knownAt=2026-11-23&knownTime=12:01:07", "2026-11-23", "23 Nov 2026, 12:01:07" },
    };

    public static TheoryData<string, string> Nonsense { get; } = new()
    {
        { "words", "knownAt=abc" },
        { "no such day", "knownAt=2025-02-30" },
        { "no such hour", "knownAt=2026-11-23T25:00:00Z" },
        { "no such hour of a day as typed", "knownAt=24.11.2026 25:00" },
        { "no such zone", "knownAt=24.11.2026 12:00 %2B25:00" },
        { "a zone by its name", "knownAt=24.11.2026 12:00 CET" },
        { "a time of a month", "knownAt=Nov 2026 12:00" },
        { "far too exact", "knownAt=2026-11-23T12:00:00.123456789Z" },
        { "future day", "knownAt=2026-11-26" },
        { "future instant", "knownAt=2026-11-25T12:00:00.000001Z" },
        { "last day of all", "knownAt=9999-12-31" },
        { "HTML", "knownAt=%3Cscript%3Ealert(1)%3C/script%3E" },
        { "null character", "knownAt=2026%00" },
        { "very long", "knownAt=" + new string('2', 1500) },
        { "a time that is none", "knownAt=2026-11-23&knownTime=noon" },
        { "an instant and a time", "knownAt=2026-11-23T12:00:00Z&knownTime=12:00" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task EveryPage_PairOfClocks_SaysWhichAndKeepsBoth(string query, string day, string banner)
    {
        foreach (var address in RouteTable.DayPages.Select(r => r.Data).Where(a => !a.StartsWith("/edit", StringComparison.Ordinal)))
        {
            var page = await site.GetAsync($"{address}?{query}");

            Assert.True(page.Status == HttpStatusCode.OK, $"{page.Address}: {page.Status}");
            Assert.Contains(banner, HtmlPage.Words(page.Main.QuerySelector(".banner")!), StringComparison.Ordinal);
            Assert.Equal(day, page.Main.QuerySelector(".page-side .day:not(.collected) time")!.GetAttribute("datetime"));
            Assert.Equal(address, page.Main.QuerySelector(".banner a")!.GetAttribute("href"));
            Assert.DoesNotContain("ignored", page.Notes, StringComparison.Ordinal);
            var kept = Kept(query);
            Assert.All(
                page.All(".sidenav a[href^='/']:not([href^='/account/']), .brand").Select(a => a.GetAttribute("href")!),
                href => Assert.All(kept, k => Assert.Contains(k, href, StringComparison.Ordinal)));
            Assert.All(page.All("form.search, form.filters"), form => Assert.All(kept, k => Assert.Contains(
                k,
                string.Join(
                    '&', form.QuerySelectorAll("input[type=hidden]").Select(f => $"{f.GetAttribute("name")}={f.GetAttribute("value")}")),
                StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task EveryPage_KnownAtThatIsNone_ShowsNowAndANote(string label, string query)
    {
        foreach (var address in RouteTable.DayPages.Select(r => r.Data))
        {
            var page = await site.GetAsync($"{address}?{query}");

            Assert.True(page.Status == HttpStatusCode.OK, $"{label}, {address}: {page.Status}");
            Assert.Contains("knownAt=", page.Notes, StringComparison.Ordinal);
            Assert.Empty(page.All(".banner"));
            Assert.DoesNotContain(page.All("script"), s => s.TextContent.Contains("alert(1)", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("today", "knownAt=2026-11-25", false)]
    [InlineData("now", "knownAt=2026-11-25T12:00:00Z", false)]
    [InlineData("empty", "knownAt=&asOf=", false)]
    [InlineData("a time alone", "knownTime=12:00", true)]
    [InlineData("an empty time", "knownTime=", false)]
    public async Task Summary_KnownAtOfNow_IsThePresent(string label, string query, bool noted)
    {
        var page = await site.GetAsync($"/?{query}");

        Assert.Empty(page.All(".banner"));
        Assert.True(noted == page.Notes.Contains("knownTime", StringComparison.Ordinal), $"{label}: {page.Notes}");
    }

    [Theory]
    [InlineData("knownAt=2026-11-24T12:00:00.499999Z", false)]
    [InlineData("knownAt=2026-11-24T12:00:00.5Z", true)]
    [InlineData("knownAt=2026-11-23", false)]
    [InlineData("knownAt=2026-11-24", true)]
    [InlineData("asOf=2026-11-25&knownAt=2026-11-23", false)]
    [InlineData("asOf=2025-06-30&knownAt=2026-11-24", true)]
    [InlineData("asOf=2025-06-30", true)]
    [InlineData("", true)]
    public async Task Initiative_AroundAChange_ShowsItFromThatInstant(string query, bool renamed)
    {
        var page = await site.GetAsync($"/initiatives/DT-1?{query}");
        var register = await site.GetAsync($"/initiatives?q=DT-1&{query}");

        Assert.Equal(renamed, HtmlPage.Words(page.All("h1").Single()).Contains(KnownAtSite.NewTitle, StringComparison.Ordinal));
        Assert.Equal(
            renamed,
            HtmlPage.Words(register.All("tr[data-code=DT-1] td.title").Single()).Contains(KnownAtSite.NewTitle, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/initiatives/DT-1", HttpStatusCode.NotFound)]
    [InlineData("/focus-areas/cybersecurity", HttpStatusCode.NotFound)]
    [InlineData("/initiatives", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/focus-areas", HttpStatusCode.OK)]
    [InlineData("/sources", HttpStatusCode.OK)]
    [InlineData("/recommendations", HttpStatusCode.OK)]
    [InlineData("/method", HttpStatusCode.OK)]
    public async Task AnyPage_BeforeTheFirstChange_SaysThatNothingWasRecorded(string address, HttpStatusCode status)
    {
        foreach (var query in new[]
        {
            "knownAt=2026-11-22", "asOf=2026-11-25&knownAt=2020-01-01", "knownAt=2026-11-23T11:59:59.999999Z", "knownAt=0001-01-01",
        })
        {
            var page = await site.GetAsync($"{address}?{query}");

            Assert.Equal(status, page.Status);
            Assert.Contains("Nothing was recorded here before 23 Nov 2026, 12:00:00 UTC", page.Text, StringComparison.Ordinal);
            Assert.Equal(address, page.Main.QuerySelector(".banner a")!.GetAttribute("href"));
        }
    }

    [Theory]
    [InlineData("24.11.2026 12:00", "24 Nov 2026, 12:00:")]
    [InlineData("24.11.2026 12.00", "24 Nov 2026, 12:00:")]
    [InlineData("24 Nov 2026, 12:00 UTC", "24 Nov 2026, 12:00:")]
    [InlineData("24. november 2026 kl. 9:05", "24 Nov 2026, 09:05:")]
    [InlineData("24 Nov 2026 12:00:07Z", "24 Nov 2026, 12:00:07")]
    [InlineData("24.11.2026 12:00 +01:00", "24 Nov 2026, 11:00:")]
    [InlineData("2026-11-24T00:30:00+0100", "23 Nov 2026, 23:30:00")]
    [InlineData("2026-11-24T12:00", "24 Nov 2026, 12:00:")]
    public void KnownAt_AsPeopleTypeATime_IsRead(string typed, string known)
    {
        var now = new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);
        var address = $"/initiatives?knownAt={Uri.EscapeDataString(typed)}";
        var query = new QueryValues(address);

        var choice = DayChoice.Of(query, now);

        Assert.Empty(query.Notes);
        Assert.StartsWith(known, Instants.ToSeconds(choice.KnownAt!.Value), StringComparison.Ordinal);
        Assert.Equal(choice, DayChoice.Of(new QueryValues(query.Canonical(address)!), now));
    }

    [Theory]
    [InlineData("soon", "Write it as 30 Jun 2025 or 30 Jun 2025 12:00, which is read as UTC.")]
    [InlineData("03/04/2025 12:00", "3 Apr 2025")]
    public async Task KnownAt_ThatIsNone_IsAnsweredInWordsThatPeopleUse(string typed, string advice)
    {
        var page = await site.GetAsync($"/initiatives?knownAt={Uri.EscapeDataString(typed)}");

        Assert.Contains(advice, page.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/initiatives?from=2025-07-01", "f-from", "1 Jul 2025")]
    [InlineData("/initiatives?from=2025-07-01&to=2025-01-31", "f-to", "31 Jan 2025")]
    [InlineData("/changes?from=2025-07-01", "f-from", "1 Jul 2025")]
    [InlineData("/changes?from=2025-07-01&to=2025-01-31", "f-from", "1 Jul 2025")]
    [InlineData("/sources?asOf=2024-12-31", "top-as-of", "31 Dec 2024")]
    [InlineData("/sources?asOf=1700-12-31", "top-as-of", "1700-12-31")]
    [InlineData("/sources?asOf=soon", "top-as-of", "soon")]
    public async Task FieldOfADay_OfAnAddress_SaysItAsThePagesDo(string address, string field, string shown)
    {
        var page = await site.GetAsync(address);

        Assert.Equal(shown, page.All($"#{field}").Single().GetAttribute("value"));
    }

    [Theory]
    [InlineData("/initiatives", "from=1 Jul 2025 and to=31 Jan 2025 were ignored")]
    [InlineData("/changes", "from=1 Jul 2025 was ignored: it is after to=31 Jan 2025")]
    public async Task Window_ThatEndsBeforeItStarts_IsNamedAsThePagesWriteDays(string path, string note)
    {
        var page = await site.GetAsync($"{path}?from=2025-07-01&to=2025-01-31");

        Assert.Contains(note, page.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_OfAPairOfClocks_HoldsItAndSaysWhatItMeans()
    {
        var page = await site.GetAsync("/initiatives?stage=UnderWay&asOf=2025-06-30&knownAt=2026-11-24T12:00:00.5Z");

        var control = page.All("details.clocks form").Single();
        Assert.Equal("/initiatives", control.GetAttribute("action"));
        Assert.Equal("30 Jun 2025", Value("asOf"));
        Assert.Equal("24 Nov 2026", Value("recordedBy"));
        Assert.Equal("12:00:00", Value("knownTime"));
        Assert.Equal("UnderWay", Value("stage"));
        Assert.Contains(
            "as known 24 Nov 2026, 12:00:00.5 UTC",
            HtmlPage.Words(page.All("details.clocks > summary").Single()),
            StringComparison.Ordinal);
        Assert.Equal(
            ["Show the state of", "Using only what we had recorded by", "at (UTC)"],
            control.QuerySelectorAll("label").Select(HtmlPage.Words));

        string? Value(string name) => control.QuerySelector($"[name={name}]")?.GetAttribute("value");
    }

    /// <summary>The parameters that links have: those of the query, a day with a time as one instant.</summary>
    private static List<string> Kept(string query) => query.Contains("knownTime", StringComparison.Ordinal)
        ? ["knownAt=2026-11-23T12:01:"]
        : [.. query.Split('&')];
}

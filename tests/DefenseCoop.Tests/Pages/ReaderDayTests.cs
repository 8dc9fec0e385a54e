using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Storage;
using DefenseCoop.Tests.Editing;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Shared.Clocks;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>Today is the day of whoever asks.</summary>
public sealed class ReaderDayTests
{
    /// <summary>UTC+14, all year: at noon UTC it is two in the morning of the next day.</summary>
    private const string Ahead = "Pacific/Kiritimati";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("at night in Copenhagen the next day has begun", "2026-11-23T23:30", "Europe/Copenhagen", "2026-11-24")]
    [InlineData("in summer an hour earlier", "2026-06-23T22:30", "Europe/Copenhagen", "2026-06-24")]
    [InlineData("by day it is the same day", "2026-11-23T12:00", "Europe/Copenhagen", "2026-11-23")]
    [InlineData("in the evening of New York it is still the day before", "2026-11-24T03:00", "America/New_York", "2026-11-23")]
    [InlineData("in Nuuk, too", "2026-11-24T00:30", "America/Nuuk", "2026-11-23")]
    public void Of_NoDayAsked_IsTodayOfTheReaderWithTheFindingsOfTheUniversalDay(string because, string now, string zone, string today)
    {
        var utc = DateTime.SpecifyKind(DateTime.Parse(now, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        var day = DayChoice.Of(new QueryValues("http://localhost/"), utc, ReaderDay.Find(zone));

        Assert.Equal((because, DateOnly.Parse(today, CultureInfo.InvariantCulture)), (because, day.Day));
        Assert.True(day.IsToday);
        Assert.False(day.HasHindsight);
        Assert.Equal(new Moment(DateOnly.FromDateTime(utc)), day.Moment);
        Assert.Null(day.AsOf);
    }

    [Theory]
    [InlineData("Europe/Copenhagen", "2026-11-23T23:30", "2026-11-24", true)]
    [InlineData("Europe/Copenhagen", "2026-11-23T23:30", "2026-11-25", false)]
    [InlineData("America/New_York", "2026-11-24T03:00", "2026-11-24", true)]
    [InlineData("America/New_York", "2026-11-24T03:00", "2026-11-25", false)]
    public void Of_DayAsked_IsRefusedOnlyWhereItHasBegunNeitherHereNorThere(string zone, string now, string asked, bool isTaken)
    {
        var utc = DateTime.SpecifyKind(DateTime.Parse(now, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        var query = new QueryValues($"http://localhost/?asOf={asked}");
        var day = DayChoice.Of(query, utc, ReaderDay.Find(zone));

        Assert.Equal(isTaken, query.Notes.Count == 0);
        Assert.Equal(isTaken, day.Day == DateOnly.Parse(asked, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(Ahead, "As of 24 Nov 2026")]
    [InlineData("Europe%2FCopenhagen", "As of 23 Nov 2026")]
    [InlineData("../../etc/passwd", "As of 23 Nov 2026")]
    [InlineData("", "As of 23 Nov 2026")]
    public async Task Page_OfABrowserThatNamesItsZone_SpeaksForItsDay(string zone, string says)
    {
        await using var app = new WebApp();
        using var client = app.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{ReaderZone.Cookie}={Uri.EscapeDataString(zone)}");

        var page = await HtmlPage.ReadAsync("/", await client.GetAsync(new Uri("/", UriKind.Relative), Stop), Stop);

        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Back to today", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Ahead, true)]
    [InlineData("Europe/Copenhagen", false)]
    public async Task Save_WhatHappenedOnTheDayOfTheReader_IsTakenAlsoWhereThatDayHasNotBegunInUtc(string zone, bool isTaken)
    {
        var stage = new EditStage();
        await stage.InitializeAsync();
        await using var _ = stage;
        ReaderDay.Zone = ReaderDay.Find(zone)!;

        var result = await stage.SaveAsync(FormNames.Milestone, "BE-1-M1", null, ("Actual", "2026-11-24"), ("Sources", "S-FMN-2433"));

        Assert.Equal(isTaken, result.Problems.All(p => p.Field != "Actual"));
    }

    [Theory]
    [InlineData("UTC", "2026-11-30T13:05", "UTC")]
    [InlineData("Europe/Copenhagen", "2026-11-30T13:05", "CET")]
    [InlineData("Europe/Copenhagen", "2026-06-30T13:05", "CEST")]
    [InlineData("Europe/London", "2026-11-30T13:05", "GMT")]
    [InlineData("Europe/London", "2026-06-30T13:05", "UTC+1")]
    [InlineData("Europe/Dublin", "2026-06-30T13:05", "UTC+1")]
    [InlineData("America/New_York", "2026-11-30T13:05", "EST")]
    [InlineData("America/New_York", "2026-06-30T13:05", "EDT")]
    [InlineData("America/Nuuk", "2026-11-30T13:05", "UTC-2")]
    [InlineData("America/St_Johns", "2026-11-30T13:05", "UTC-3:30")]
    [InlineData("Asia/Kolkata", "2026-11-30T13:05", "UTC+5:30")]
    [InlineData("Asia/Shanghai", "2026-11-30T13:05", "UTC+8")]
    [InlineData(Ahead, "2026-11-30T13:05", "UTC+14")]
    public void ZoneName_IsOneThatSaysTheSameToEverybody(string zone, string at, string name)
    {
        var utc = DateTime.SpecifyKind(DateTime.Parse(at, CultureInfo.InvariantCulture), DateTimeKind.Utc);

        Assert.Equal(name, Instants.ZoneName(utc, ReaderDay.Find(zone)!));
    }

    [Theory]
    [InlineData("Europe/Copenhagen", "30 Nov 2026, 14:05 CET")]
    [InlineData("America/New_York", "30 Nov 2026, 08:05 EST")]
    [InlineData(Ahead, "1 Dec 2026, 03:05 UTC+14")]
    [InlineData(null, "30 Nov 2026, 13:05 UTC")]
    public void Times_AreShownByTheClockOfTheReader(string? zone, string shown)
    {
        ReaderDay.Zone = ReaderDay.Find(zone) ?? TimeZoneInfo.Utc;
        var at = new DateTime(2026, 11, 30, 13, 5, 7, DateTimeKind.Utc);

        Assert.Equal(shown, Instants.Text(at));
        Assert.Equal(shown.Split(", ")[1], Instants.Clock(at));
        Assert.Equal(shown.Replace(":05", ":05:07", StringComparison.Ordinal), Instants.ToSeconds(at));
        Assert.Equal("30 Nov 2026, 13:05 UTC", Instants.Universal(at));
        Assert.Equal("2026-11-30T13:05:07Z", Instants.Exact(at));
    }

    [Theory]
    [InlineData("24 Nov 2026 12:00", "Europe/Copenhagen", "2026-11-24T11:00:59.999999Z", "2026-11-24")]
    [InlineData("24.11.2026 12:00:07", "Europe/Copenhagen", "2026-11-24T11:00:07.999999Z", "2026-11-24")]
    [InlineData("24.11.2026 00:30", "Europe/Copenhagen", "2026-11-23T23:30:59.999999Z", "2026-11-24")]
    [InlineData("24.6.2026 00:30", "Europe/Copenhagen", "2026-06-23T22:30:59.999999Z", "2026-06-24")]
    [InlineData("23 Nov 2026 21:00", "America/New_York", "2026-11-24T02:00:59.999999Z", "2026-11-23")]
    [InlineData("24 Nov 2026 12:00 UTC", "Europe/Copenhagen", "2026-11-24T12:00:59.999999Z", "2026-11-24")]
    [InlineData("24 Nov 2026 12:00Z", "America/New_York", "2026-11-24T12:00:59.999999Z", "2026-11-24")]
    [InlineData("24 Nov 2026 12:00 +05:30", "America/New_York", "2026-11-24T06:30:59.999999Z", "2026-11-24")]
    [InlineData("24 Nov 2026", "Europe/Copenhagen", "2026-11-24T22:59:59.999999Z", "2026-11-24")]
    [InlineData("23 Nov 2026", "America/New_York", "2026-11-24T04:59:59.999999Z", "2026-11-23")]
    [InlineData("25 Oct 2026", "Europe/Copenhagen", "2026-10-25T22:59:59.999999Z", "2026-10-25")]
    [InlineData("29 Mar 2026", "Europe/Copenhagen", "2026-03-29T21:59:59.999999Z", "2026-03-29")]
    [InlineData("24 Nov 2026&knownTime=12:00", "Europe/Copenhagen", "2026-11-24T11:00:59.999999Z", "2026-11-24")]
    [InlineData("2026-11-24&knownTime=12:00:07", "Europe/Copenhagen", "2026-11-24T11:00:07.999999Z", "2026-11-24")]
    [InlineData("24 Nov 2026", "UTC", "2026-11-24", "2026-11-24")]
    public void KnownAt_AsTyped_IsMeantByTheClockOfTheReaderAndSaysTheSameToAllInTheAddress(
        string typed, string zone, string address, string day)
    {
        var now = new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);
        var asked = $"/initiatives?knownAt={typed.Replace("+", "%2B", StringComparison.Ordinal)}";
        var query = new QueryValues(asked);

        var choice = DayChoice.Of(query, now, ReaderDay.Find(zone));

        Assert.Empty(query.Notes);
        Assert.Equal((address, day), (choice.Known, choice.Day.ToString("O", CultureInfo.InvariantCulture)));
        var canonical = query.Canonical(asked)!;
        Assert.DoesNotContain(DayChoice.TimeParameter, canonical, StringComparison.Ordinal);
        Assert.All(
            new[] { "UTC", "Europe/Copenhagen", Ahead },
            other =>
            {
                var again = DayChoice.Of(new QueryValues(canonical), now, ReaderDay.Find(other));
                Assert.Equal((choice.Day, choice.KnownAt), (again.Day, again.KnownAt));
            });
    }

    /// <summary>A day in the form that addresses have is one of UTC there, and of whoever types it in the form.</summary>
    [Theory]
    [InlineData("recordedBy=2026-11-24", "Europe/Copenhagen", "knownAt=2026-11-24T22:59:59.999999Z", "2026-11-24")]
    [InlineData("recordedBy=2026-11-23", "Pacific/Honolulu", "knownAt=2026-11-24T09:59:59.999999Z&asOf=2026-11-23", "2026-11-23")]
    [InlineData("recordedBy=2026-11-24&knownTime=12:00", "Europe/Copenhagen", "knownAt=2026-11-24T11:00:59.999999Z", "2026-11-24")]
    [InlineData("recordedBy=24 Nov 2026", "Europe/Copenhagen", "knownAt=2026-11-24T22:59:59.999999Z", "2026-11-24")]
    [InlineData("recordedBy=2026-11-24", "UTC", "knownAt=2026-11-24", "2026-11-24")]
    [InlineData("recordedBy=2026-11-24&knownTime=12:00", "UTC", "knownAt=2026-11-24T12:00:59.999999Z", "2026-11-24")]
    [InlineData("recordedBy=2026-11-24T12:00:00Z", "Pacific/Honolulu", "knownAt=2026-11-24T12:00:00Z", "2026-11-24")]
    [InlineData("recordedBy=2026-11-24&knownAt=2026-11-20", "UTC", "knownAt=2026-11-24", "2026-11-24")]
    [InlineData("knownAt=2026-11-24", "Europe/Copenhagen", null, "2026-11-24")]
    [InlineData("knownAt=2026-11-24", "Pacific/Honolulu", null, "2026-11-24")]
    public void ADayOfAddresses_IsOfTheReaderInTheFormAndOfUtcInAnAddress(string asked, string zone, string? address, string day)
    {
        var now = new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);
        var query = new QueryValues($"/initiatives?{asked}");

        var choice = DayChoice.Of(query, now, ReaderDay.Find(zone));

        Assert.Empty(query.Notes);
        Assert.Equal(day, choice.Day.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(address, query.Canonical($"/initiatives?{asked}") is { } canonical ? Parameters(canonical) : null);
        if (address is null) Assert.Equal("2026-11-24T23:59:59.999999Z", Instants.Exact(choice.KnownAt!.Value));

        static string Parameters(string uri) => Uri.UnescapeDataString(new Uri(new Uri("http://localhost"), uri).Query[1..]);
    }

    [Fact]
    public void WhatIsTyped_IsNoParameterOfPrograms()
    {
        var query = new QueryValues("/api/changes?recordedBy=2026-11-24", isForPrograms: true);

        var choice = DayChoice.Of(query, new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc), ReaderDay.Find("Europe/Copenhagen"));
        query.NoteUnknown(DayChoice.ParametersOfPrograms);

        Assert.True(choice.IsToday);
        Assert.Equal(DayChoice.TypedParameter, Assert.Single(query.Problems).Name);
    }

    /// <summary>The day and the minute that are not over are now, and what has not come is given back as it was typed.</summary>
    [Theory]
    [InlineData("25 Nov 2026", "Europe/Copenhagen", "/initiatives", 0)]
    [InlineData("25.11.2026 13:00", "Europe/Copenhagen", "/initiatives", 0)]
    [InlineData("26 Nov 2026", "Pacific/Kiritimati", "/initiatives", 0)]
    [InlineData("25.11.2026 13:01", "Europe/Copenhagen", null, 1)]
    [InlineData("26 Nov 2026", "Europe/Copenhagen", null, 1)]
    public void KnownAt_ThatIsNotOver_IsNow(string typed, string zone, string? address, int notes)
    {
        var now = new DateTime(2026, 11, 25, 12, 0, 30, DateTimeKind.Utc);
        var asked = $"/initiatives?knownAt={Uri.EscapeDataString(typed)}";
        var query = new QueryValues(asked);

        var choice = DayChoice.Of(query, now, ReaderDay.Find(zone));

        Assert.True(choice.IsToday);
        Assert.Equal((address, notes), (query.Canonical(asked), query.Notes.Count));
    }

    /// <summary>Also where clocks are put forward at midnight.</summary>
    [Theory]
    [InlineData("Europe/Copenhagen")]
    [InlineData("America/Nuuk")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Santiago")]
    [InlineData("Asia/Beirut")]
    [InlineData(Ahead)]
    public void Start_OfAnyDay_IsItsFirstInstant(string zone)
    {
        var there = ReaderDay.Find(zone)!;
        for (var day = new DateOnly(2023, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            var start = ReaderDay.Start(day, there);
            Assert.Equal((day, day.AddDays(-1)), (ReaderDay.Of(start, there), ReaderDay.Of(start.AddTicks(-1), there)));
        }
    }

    /// <summary>The clock of the test stands at noon: it was two in the morning of the next day there.</summary>
    [Theory]
    [InlineData("", "day=2026-11-23", "23 Nov 2026, 12:00 UTC")]
    [InlineData("", "day=2026-11-24", null)]
    [InlineData(Ahead, "day=2026-11-24", "24 Nov 2026, 02:00 UTC+14")]
    [InlineData(Ahead, "day=2026-11-23", null)]
    [InlineData("Europe/Copenhagen", "from=2026-11-23", "23 Nov 2026, 13:00 CET")]
    public async Task Changes_OfADay_AreThoseOfTheDayOfTheReader(string zone, string query, string? shown)
    {
        await using var app = new WebApp();
        using var client = app.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{ReaderZone.Cookie}={Uri.EscapeDataString(zone)}");
        var address = $"/changes?{query}";

        var page = await HtmlPage.ReadAsync(address, await client.GetAsync(new Uri(address, UriKind.Relative), Stop), Stop);

        var first = page.Main.QuerySelector("time[datetime='2026-11-23T12:00:00Z']");
        Assert.Equal(shown, first is null ? null : HtmlPage.Words(first));
    }
}

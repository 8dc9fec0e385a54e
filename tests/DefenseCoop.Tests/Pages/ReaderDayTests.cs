using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
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

        var result = await stage.SaveAsync(FormNames.Milestone, "BE-1-M1", null, ("Actual", "2026-11-24"));

        Assert.Equal(isTaken, result.Problems.All(p => p.Field != "Actual"));
    }
}

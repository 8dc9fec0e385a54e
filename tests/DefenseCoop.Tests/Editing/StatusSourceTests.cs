using System.Text.RegularExpressions;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>Silence cannot be edited away: a later "status as of" rests on a source of that day, by whatever way it is set.</summary>
public sealed class StatusSourceTests : IAsyncLifetime
{
    private readonly EditStage _stage = new();

    public static TheoryData<string, string, string> Ways => new()
    {
        // Form, record, and the fields that claim a later day; the day is 15 Nov 2026, the sources are old.
        { FormNames.Initiative, "IS-1", "StatusAsOf=2026-11-15" },
        { FormNames.Initiative, "IS-1", "StatusAsOf=2026-11" },
        { FormNames.Initiative, "IS-1", "StatusAsOf=2026" },
        { FormNames.Initiative, "IS-1", "StatusAsOf=2026-11-15;Provenance=illustrative" },
        { FormNames.Initiative, "IS-1", "Stage=Cancelled;StatusAsOf=2026-11-15" },
        { FormNames.Milestone, "DT-1-M1", "StatusAsOf=2026-11-15" },
        { FormNames.Milestone, "DT-1-M1", "StatusAsOf=2026-11-15;Sources=;Provenance=illustrative" },
        { FormNames.InitiativeCancel, "IS-1", "CancelledOn=2026-11-15" },
        { FormNames.InitiativeComplete, "IS-1", "End=2026-11-01;StatusAsOf=2026-11-15;EndProvenance=illustrative" },
    };

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ALaterDay_WithoutASourceOfIt_IsRefusedWithTheRemedy(string form, string code, string typed)
    {
        var result = await _stage.SaveAsync(form, code, null, Changes(typed));

        var problem = Assert.Single(result.Problems);
        Assert.Matches("^(StatusAsOf|CancelledOn)$", problem.Field);
        Assert.StartsWith("No source of this ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Add a source that is, or write", problem.Message, StringComparison.Ordinal);
        Assert.Null(result.ChangeSetId);
    }

    /// <summary>Whoever does as it says must not store a day that no source gives.</summary>
    [Theory]
    [InlineData(FormNames.Initiative, "IS-1", "2018")]
    [InlineData(FormNames.Milestone, "IS-1-M1", "Apr 2018")]
    [InlineData(FormNames.Milestone, "DT-1-M1", "")]
    public async Task TheRemedy_IsADateAsExactAsItsSource_AndIsTaken(string form, string code, string expected)
    {
        var problem = Assert.Single((await _stage.SaveAsync(form, code, null, [("StatusAsOf", "2026-11-15")])).Problems);
        var date = Regex.Match(problem.Message, "the date of the newest one, (.+), or an earlier one").Groups[1].Value;

        await using (var db = _stage.NewContext())
        {
            var dates = from citation in db.Citations
                        where citation.SubjectCode == code
                        select new { citation.Source.Published, citation.Source.ReadOn };
            var known = await dates.ToListAsync(TestContext.Current.CancellationToken);
            Assert.Contains(known, d => d.Published?.ToDisplay() == date || (d.ReadOn is { } read && Words.Of(read) == date));
        }

        if (expected.Length > 0) Assert.Equal(expected, date);
        Assert.Empty((await _stage.SaveAsync(form, code, null, [("StatusAsOf", date)])).Problems);
    }

    [Theory]
    [InlineData("2026-11-15", "", true)]
    [InlineData("2026-11-20", "", true)]
    [InlineData("2026-11", "", true)]
    [InlineData("2026", "", true)]
    [InlineData("2026-11-14", "", false)]
    [InlineData("2026-10", "", false)]
    [InlineData("2025", "", false)]
    [InlineData("", "", false)]
    [InlineData("", "2026-11-15", true)]
    [InlineData("", "2026-11-14", false)]
    [InlineData("2018-04", "2026-11-16", true)]
    public async Task ALaterDay_IsTakenWhereTheLastPossibleDayOfASourceReachesIt(string published, string read, bool isTaken)
    {
        var source = await SourceAsync(published, read);
        var form = await _stage.OpenAsync(_stage.Ann, FormNames.Initiative, "IS-1");

        var result = await _stage.SendAsync(
            _stage.Ann, form, ("StatusAsOf", "2026-11-15"), ("Sources", form.Values["Sources"] + "\n" + source));

        Assert.Equal(isTaken, result.Problems.Count == 0);
    }

    [Fact]
    public async Task ANewRecord_NeedsASourceOfItsDay()
    {
        var source = await SourceAsync("2026-11-20", "");
        (string, string)[] fields =
        [
            ("Title", "Handed over"), ("StatusAsOf", "2026-11-15"), ("PlannedProvenance", "None"), ("Provenance", "illustrative"),
        ];

        var without = await _stage.SaveAsync(FormNames.Milestone, null, "IS-1", fields);
        var with = await _stage.SaveAsync(FormNames.Milestone, null, "IS-1", [.. fields, ("Sources", source)]);

        Assert.Equal("StatusAsOf", Assert.Single(without.Problems).Field);
        Assert.Empty(with.Problems);
    }

    [Fact]
    public async Task WhatADayRestsOn_CannotBeTakenFromUnderIt()
    {
        var source = await SourceAsync("2026-11-20", "");
        var form = await _stage.OpenAsync(_stage.Ann, FormNames.Initiative, "IS-1");
        Assert.Empty(
            (await _stage.SendAsync(
                _stage.Ann, form, ("StatusAsOf", "2026-11-15"), ("Sources", form.Values["Sources"] + "\n" + source))).Problems);

        var removed = await _stage.SaveAsync(FormNames.Initiative, "IS-1", null, ("Sources", form.Values["Sources"]));
        var earlierAndRemoved = await _stage.SaveAsync(
            FormNames.Initiative, "IS-1", null, ("Sources", form.Values["Sources"]), ("StatusAsOf", "2026-11-14"));
        var redated = await _stage.SaveAsync(FormNames.Source, source, null, ("Published", "2018-04"));
        var undated = await _stage.SaveAsync(FormNames.Source, source, null, ("Published", ""));
        var stillOfTheDay = await _stage.SaveAsync(FormNames.Source, source, null, ("Published", "2026-11-15"));
        var back = await _stage.SaveAsync(FormNames.Initiative, "IS-1", null, ("Sources", form.Values["Sources"]), ("StatusAsOf", ""));

        Assert.Equal("StatusAsOf", Assert.Single(removed.Problems).Field);
        Assert.Equal("StatusAsOf", Assert.Single(earlierAndRemoved.Problems).Field);
        Assert.Contains("IS-1 (15 Nov 2026)", Assert.Single(redated.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("Published", Assert.Single(undated.Problems).Field);
        Assert.Empty(stillOfTheDay.Problems);
        Assert.Empty(back.Problems);
    }

    [Fact]
    public async Task WhatWasSoBefore_IsNotHeldAgainstOtherChanges()
    {
        var before = await _stage.StoredAsync(FormNames.Initiative, "IS-1");

        var result = await _stage.SaveAsync(
            FormNames.Initiative, "IS-1", null, ("Note", "Read again."), ("Title", before["Title"] + " (renamed)"));

        Assert.Empty(result.Problems);
    }

    private static (string Field, string Text)[] Changes(string typed) =>
        [.. typed.Split(';')
            .Select(t => (t[..t.IndexOf('=', StringComparison.Ordinal)], t[(t.IndexOf('=', StringComparison.Ordinal) + 1)..]))];

    private async Task<string> SourceAsync(string published, string read)
    {
        var saved = await _stage.SaveAsync(
            FormNames.Source, null, null, ("Title", "A text"), ("Publisher", "The ministry"), ("Published", published),
            ("ReadOn", read), ("Url", $"https://example.org/{Guid.NewGuid():N}"), ("Tier", "Primary"));
        Assert.Empty(saved.Problems);
        return saved.Code!;
    }
}

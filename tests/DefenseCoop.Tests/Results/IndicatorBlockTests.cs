using System.Globalization;
using Bunit;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using DefenseCoop.Tests.Initiatives;
using DefenseCoop.Tests.Schedule;
using DefenseCoop.Web.Results;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.Results;

[Collection(GeneratedRegisterTests.Name)]
public sealed class IndicatorBlockTests(GeneratedRegister register)
{
    private static readonly Attribution Confirmed = new() { Provenance = Provenance.Confirmed };

    [Fact]
    public async Task Render_ReadingsOfOnePeriod_StandSideBySideAndSayThatTheyDisagree()
    {
        using var context = new BunitContext();
        var block = await RenderAsync(context, "2026-11-23", null, Reading("2024", 20), Reading("2024", 24), Reading("2023", 12));

        Assert.Equal(["20", "24"], block.FindAll(".versus li").Select(li => li.TextContent.Trim()));
        Assert.Equal("Sources disagree on 2024: 20 against 24.", block.Find(".disagree").TextContent);
        Assert.Equal(["2024", "2023"], Periods(block));
    }

    [Theory]
    [InlineData("the same value twice", 20, ReadingKind.Actual, false)]
    [InlineData("a plan beside an actual", 27, ReadingKind.Plan, false)]
    [InlineData("an estimate beside an actual", 22, ReadingKind.Estimate, true)]
    public async Task Render_TwoReadings_DisagreeOnlyWhereBothAreEvidenceAndDiffer(
        string label, int second, ReadingKind kind, bool disagree)
    {
        using var context = new BunitContext();
        var block = await RenderAsync(context, "2026-11-23", null, Reading("2024", 20), Reading("2024", second, kind));

        Assert.True(disagree == block.FindAll(".disagree").Count > 0, label);
        Assert.Equal(2, block.FindAll(".versus li").Count);
    }

    [Fact]
    public async Task Render_ReadingsOfOnePeriodInTwoEditions_SayWhichDecidesAndWhyTheOtherDoesNot()
    {
        using var context = new BunitContext();
        var block = await RenderAsync(
            context, "2026-11-23", null, Reading("2024", 20, ReadingKind.Estimate, "2024 edition"),
            Reading("2024", 24, vintage: "2025 edition"), Reading("2023", 12, vintage: "2025 edition"));

        Assert.Equal(
            ["Yes", "Yes, but does not decide: an actual value counts before an estimate", "Yes, this one decides"],
            block.FindAll("[data-label='Counts as evidence']").Select(cell => cell.TextContent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Render_Vintages_AreKeptApartUnderTheirNames()
    {
        using var context = new BunitContext();
        var block = await RenderAsync(
            context, "2026-11-23", null, Reading("2023", 1, vintage: "2024 edition"),
            Reading("2023", 2, vintage: "2025 edition"), Reading("2024", 3, vintage: "2025 edition"));

        var bodies = block.FindAll("tbody").Select(b => string.Join(' ', b.QuerySelectorAll("th").Select(th => th.TextContent)));
        Assert.Equal(["2025 edition 2024 2023", "2024 edition 2023"], bodies);
        Assert.Empty(block.FindAll(".versus"));
        Assert.Contains("never form one line", block.Find("caption").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day before the end of 2024", "2024-12-30", "2023,Cold War peak")]
    [InlineData("last day of 2024", "2024-12-31", "2024,2023,Cold War peak")]
    [InlineData("before all", "2000-01-01", "Cold War peak")]
    [InlineData("today, what lies ahead comes first", "2026-11-23", "2025–2026,2024,2023,Cold War peak")]
    public async Task Render_PastDay_HidesReadingsOfLaterPeriodsThatNoSourceSpokeOfThen(string label, string day, string periods)
    {
        using var context = new BunitContext();
        var block = await RenderAsync(
            context, day, null, Reading("2023", 1), Reading("2024", 2), Reading("2025-2026", 3), Reading("Cold War peak", 4));

        Assert.True(periods.Split(',').SequenceEqual(Periods(block)), $"{label}: {string.Join(',', Periods(block))}");
    }

    [Theory]
    [InlineData(ReadingKind.Estimate, "Ahead: counts from 31 Dec 2027")]
    [InlineData(ReadingKind.Plan, "Ahead, to 31 Dec 2027: plan is not evidence")]
    public async Task Render_ComingPeriod_IsShownAsAheadWithItsDayAndCounted(ReadingKind kind, string words)
    {
        using var context = new BunitContext();
        var block = await RenderAsync(
            context, "2026-11-23", null, Reading("2025", 20), Reading("2027", 30, kind), Reading("2028", 40, ReadingKind.Plan));

        Assert.Equal("3 readings, 2 of them ahead, newest first", block.Find("caption").TextContent);
        Assert.Equal(words, block.FindAll("tr.ahead td[data-label='Counts as evidence']")[1].TextContent);
        Assert.Equal(
            "20 aircraft",
            block.FindAll("dl.facts div")
                .Single(d => d.QuerySelector("dt")!.TextContent == "Value, 2025").QuerySelector("dd")!.TextContent.Trim());
    }

    [Theory]
    [InlineData(Direction.Down, null, "Target to hold, without an end", "at most 4 aircraft")]
    [InlineData(Direction.Up, "2030", "Target to hold, until 2030", "at least 4 aircraft")]
    public async Task Render_TargetToHold_SaysWhichSideAndUntilWhen(Direction direction, string? until, string label, string words)
    {
        using var context = new BunitContext();
        var target = Target.Create("T0", 4, Confirmed);
        target.Ask(TargetKind.Hold);
        target.FallDue(until is null ? null : PartialDate.Parse(until));
        var block = await RenderAsync(context, "2026-11-23", direction, target, Reading("2025", 15));

        Assert.Equal(
            words,
            block.FindAll("dl.facts div").Single(d => d.QuerySelector("dt")!.TextContent == label).QuerySelector("dd")!.TextContent.Trim());
    }

    [Fact]
    public async Task Render_NoTarget_SaysSoAndGivesNoShare()
    {
        using var context = new BunitContext();
        var block = await RenderAsync(context, "2026-11-23", null, Reading("2024", 20));

        Assert.Contains("No public target", block.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("%", block.Markup, StringComparison.Ordinal);
        Assert.Equal("NotAssessed", block.Find("[data-status]").GetAttribute("data-status"));
        Assert.Single(block.FindAll("dd em.unknown"));
    }

    [Fact]
    public async Task Render_Target_ShowsBothAndTheShareOfTheWay()
    {
        using var context = new BunitContext();
        var target = Target.Create("T0", 40, Confirmed);
        target.FallDue(PartialDate.Parse("2030"));
        var block = await RenderAsync(context, "2025-03-01", target, Reading("2024", 20, qualifier: Qualifier.About));

        var facts = block.FindAll("dl.facts div")
            .ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!.TextContent.Trim());
        Assert.Equal("40 aircraft", facts["Target, by 2030"]);
        Assert.Equal("20 aircraft", facts["Value, 2024"]);
        Assert.Equal("50%", facts["Share of the way"]);
        Assert.Equal("about 20", block.Find("tbody td.num").TextContent.Trim());
        Assert.Equal("Yes, this one decides", block.Find("td[data-label='Counts as evidence']").TextContent);
    }

    [Fact]
    public async Task Render_WithdrawnReading_IsStruckThroughWithItsReasonAndDoesNotCount()
    {
        using var context = new BunitContext();
        var withdrawn = Reading("2025", 99);
        withdrawn.Withdraw("A misprint of the paper.");
        var block = await RenderAsync(context, "2026-11-23", null, Reading("2024", 20), withdrawn, Reading("2025", 22));

        Assert.Equal("99", block.Find("del").TextContent);
        Assert.Contains("Withdrawn: A misprint of the paper.", block.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("2 readings and 1 withdrawn", block.Find("caption").TextContent, StringComparison.Ordinal);
        Assert.Empty(block.FindAll(".disagree"));
        Assert.Contains("22 aircraft", block.Find("dl.facts").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("99", block.Find("dl.facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_OnlyAWithdrawnReading_LeavesTheIndicatorWithoutOne()
    {
        using var context = new BunitContext();
        var withdrawn = Reading("2025", 99);
        withdrawn.Withdraw("A misprint of the paper.");
        var block = await RenderAsync(context, "2026-11-23", null, withdrawn);

        Assert.Equal("No: withdrawn", block.Find("td[data-label='Counts as evidence']").TextContent);
        Assert.Contains("No reading", block.Find("dl.facts").TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Periods(IRenderedComponent<IndicatorBlock> block) =>
        block.FindAll("tbody th[scope=row]").Select(th => th.TextContent);

    private static Reading Reading(
        string period, decimal value, ReadingKind kind = ReadingKind.Actual,
        string? vintage = null, Qualifier qualifier = Qualifier.Exact)
    {
        var reading = Domain.Results.Reading.Create(
            $"IN-R-{period}-{value}-{vintage}", Period.Parse(period), value, kind, kind.ToString().ToLowerInvariant(), Confirmed);
        reading.DrawFrom(vintage);
        reading.Qualify(qualifier);
        return reading;
    }

    private Task<IRenderedComponent<IndicatorBlock>> RenderAsync(
        BunitContext context, string day, Target? target, params Reading[] readings) =>
            RenderAsync(context, day, Direction.Up, target, readings);

    private async Task<IRenderedComponent<IndicatorBlock>> RenderAsync(
        BunitContext context, string day, Direction direction, Target? target, params Reading[] readings)
    {
        var indicator = Indicator.Create("IN-1", "Aircraft delivered", "aircraft", direction);
        if (target is not null) indicator.Targets.Add(target);
        foreach (var reading in readings) indicator.Readings.Add(reading);
        var initiative = MilestoneTableTests.NewInitiative();
        initiative.Indicators.Add(indicator);
        var asked = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var finding = InitiativeRule.Judge(initiative.ToFacts(new Dictionary<string, SourceWeight>()), asked, Thresholds.Default);
        await using var db = register.NewContext();
        var sources = await SourceLookup.ReadAsync(db, [], Xunit.TestContext.Current.CancellationToken);
        return context.Render<IndicatorBlock>(p => p
            .Add(x => x.Indicator, indicator)
            .Add(x => x.Finding, finding.Indicators[0])
            .Add(x => x.Sources, sources)
            .Add(x => x.Day, new DayChoice(asked, GeneratedRegister.Today)));
    }
}

using Bunit;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Status;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.Pages;

public sealed class WhyTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DayChoice Past = new(new DateOnly(2025, 6, 11), Today);
    private static readonly FactRef Milestone = new(FactKind.Milestone, "BE-1-M7", "A step", "BE-1");

    public static TheoryData<string, Finding, string> Rules { get; } = new()
    {
        { "milestone", MilestoneFinding(1), "#milestone" },
        { "indicator", new IndicatorFinding { About = Milestone, Status = AssessedStatus.Stale, Causes = Causes(1), CanBeAssessed = true },
            "#indicator" },
        {
            "initiative",
            new InitiativeFinding
            {
                About = Milestone,
                Status = AssessedStatus.Stale,
                Causes = Causes(1),
                Stage = Domain.Initiatives.Stage.UnderWay,
                Milestones = [],
                Indicators = [],
                Evidence = [],
            },
            "#initiative"
        },
        { "focus area",
            RollUpRule.Judge(new FactRef(FactKind.FocusArea, "cybersecurity", "Cybersecurity"), [], Thresholds.Default), "#roll-up" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Render_Finding_LinksToItsRuleAndKeepsTheDay(string label, Finding finding, string fragment)
    {
        using var context = new BunitContext();

        var why = context.Render<Why>(p => p.Add(x => x.Finding, finding).Add(x => x.Day, Past));

        Assert.True($"/method?asOf=2025-06-11{fragment}" == why.Find(".why-foot a").GetAttribute("href"), label);
    }

    [Fact]
    public void Render_Causes_LinkToTheFactsInTheirOrder()
    {
        using var context = new BunitContext();

        var why = context.Render<Why>(p => p.Add(x => x.Finding, MilestoneFinding(3)).Add(x => x.Day, Past));

        Assert.Equal(["Cause 1.", "Cause 2.", "Cause 3."], why.FindAll(".causes a").Select(a => a.TextContent));
        Assert.All(why.FindAll(".causes a"), a => Assert.Equal("/initiatives/BE-1?asOf=2025-06-11#BE-1-M7", a.GetAttribute("href")));
        Assert.All(why.FindAll(".causes [data-status]"), s => Assert.Equal(nameof(AssessedStatus.AtRisk), s.GetAttribute("data-status")));
    }

    [Theory]
    [InlineData(8, 8, "")]
    [InlineData(9, 8, "and 1 more")]
    [InlineData(30, 8, "and 22 more")]
    public void Render_ManyCauses_SaysHowManyAreNotShown(int causes, int shown, string more)
    {
        using var context = new BunitContext();

        var why = context.Render<Why>(p => p.Add(x => x.Finding, MilestoneFinding(causes)).Add(x => x.Day, Past));

        Assert.Equal(shown, why.FindAll(".causes li").Count);
        Assert.Equal(more, string.Concat(why.FindAll("p.muted small").Select(s => s.TextContent)));
    }

    [Fact]
    public void Render_Remedies_ShowsEachAndOrBetweenThem()
    {
        using var context = new BunitContext();
        var finding = MilestoneFinding(1) with
        {
            FindRemedies = () =>
            [
                new Remedy("BE-1-M7 met by 31 Dec 2026.", new MeetMilestone("BE-1-M7", Today)), new Remedy(["One thing.", "Another."], []),
            ],
            Figures = [new Figure("Planned", "2026")],
            Newest = DatedEvidence.AsOf(PartialDate.Parse("2025-06-01")),
        };

        var why = context.Render<Why>(
            p => p.Add(x => x.Finding, finding).Add(x => x.Day, Past).Add(x => x.IsLed, true).Add(x => x.Id, "why"));

        Assert.Equal(
            ["BE-1-M7 met by 31 Dec 2026.", "One thing.", "Another."], why.FindAll("ul:not(.causes) li").Select(li => li.TextContent));
        Assert.Equal(
            ["What would improve it: BE-1-M7 met by 31 Dec 2026.", "or"], why.FindAll("p.muted").Select(p => p.TextContent).Skip(1));
        Assert.Equal(("Planned", "2026"), (why.Find(".numbers dt").TextContent, why.Find(".numbers dd").TextContent));
        Assert.Contains("10 days old", why.Find(".why-foot").TextContent, StringComparison.Ordinal);
        Assert.False(why.Find("details#why").HasAttribute("open"));
    }

    [Fact]
    public void Render_NoRemedyAndNoEvidence_SaysSoAndOffersNothing()
    {
        using var context = new BunitContext();

        var why = context.Render<Why>(p => p.Add(x => x.Finding, MilestoneFinding(1)).Add(x => x.Day, Past));

        Assert.DoesNotContain("What would improve it", why.Markup, StringComparison.Ordinal);
        Assert.Contains("No dated evidence.", why.Markup, StringComparison.Ordinal);
        Assert.False(why.Find("details").HasAttribute("open"));
    }

    private static MilestoneFinding MilestoneFinding(int causes) =>
        new() { About = Milestone, Status = AssessedStatus.AtRisk, Causes = Causes(causes) };

    private static Cause[] Causes(int count) =>
        [.. Enumerable.Range(1, count).Select(n => new Cause($"Cause {n}.", Milestone, AssessedStatus.AtRisk))];
}

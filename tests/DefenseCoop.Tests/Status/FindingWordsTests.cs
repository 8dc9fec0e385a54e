using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status.Rules.Indicators;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

/// <summary>How causes, figures and remedies read.</summary>
public sealed class FindingWordsTests
{
    private static readonly DateOnly Today = Day("2026-01-01");

    public static TheoryData<string, IndicatorFacts, string, string> Indicators => new()
    {
        {
            "a count",
            Indicator(27, "2026-12-31", 0, "2024-12-31", readings: Reading(11, "2025-12-31")),
            "Aircraft delivered: 11 of 27 aircraft on 31 Dec 2025: 41% of the way where a straight line to 31 Dec 2026 gives 50%.",
            "One reading of at least 13 aircraft dated after 31 Dec 2025."
        },
        {
            "a share",
            Percent(2, "2024", 1.15m, Reading(1.65m, "2024")),
            "Aircraft delivered: missed: 1.65% of GDP against a target of 2% by 2024.",
            "One reading of at least 2% of GDP dated after 31 Dec 2024."
        },
        {
            "a share reached",
            Percent(2, "2024", 1.15m, Reading(3.3m, "2025")),
            "Aircraft delivered: the target of 2% of GDP is reached: 3.3% of GDP, measured in 2025, after the target's day (2024).",
            ""
        },
        {
            "a month is printed as a month",
            Indicator(27, baseline: 0, readings: Reading(20, "2025-11")),
            "Aircraft delivered: 20 of 27 aircraft in Nov 2025; the target has no public date.",
            "One reading of at least 27 aircraft dated after 30 Nov 2025."
        },
        {
            "a stale reading needs a fresh one",
            Indicator(27, "2026-12-31", 0, "2016-12-31", readings: Reading(20, "2023")),
            "Aircraft delivered: 20 of 27 aircraft in 2023: too long ago to say (then on track).",
            "One reading of at least 22 aircraft dated 2 Jan 2024 or later."
        },
        {
            "downward",
            Indicator(10, "2026-12-31", 20, "2024-12-31", Direction.Down, readings: Reading(18, "2025-12-31")),
            "Aircraft delivered: 18 aircraft on 31 Dec 2025, at most 10 wanted: "
                + "20% of the way where a straight line to 31 Dec 2026 gives 50%.",
            "One reading of at most 15 aircraft dated after 31 Dec 2025."
        },
        {
            "thousands",
            Indicator(6000, baseline: 100, readings: Reading(1500, "2025")),
            "Aircraft delivered: 1\u202F500 of 6\u202F000 aircraft in 2025; the target has no public date.",
            "One reading of at least 6\u202F000 aircraft dated after 31 Dec 2025."
        },
        {
            "no trailing decimals in what is asked for",
            Indicator(27.00m, "2026-12-31", 0.0m, "2024-12-31", readings: Reading(11, "2025-06-30")),
            "Aircraft delivered: 11 of 27 aircraft on 30 Jun 2025: 41% of the way where a straight line to 31 Dec 2026 gives 25%.",
            "One reading of at least 27 aircraft dated after 30 Jun 2025."
        },
    };

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Judge_Indicator_ReadsWell(string because, IndicatorFacts facts, string cause, string remedy)
    {
        var finding = IndicatorRule.Judge(facts, Initiative(), Today, Defaults);

        Assert.Equal((because, cause), (because, finding.FirstCause));
        Assert.Equal((because, remedy), (because, string.Join(" ", finding.Remedies.SelectMany(r => r.Sentences))));
    }

    [Fact]
    public void Judge_StaleInitiative_AsksForATextThatIsFreshEnough()
    {
        var facts = Initiative(asOf: "2024-11-30") with { Milestones = [Milestone(planned: "2027")] };

        var finding = InitiativeRule.Judge(facts, Today, Defaults);

        Assert.Equal("A public text dated 1 Jan 2025 or later that says where it stands.", finding.Remedies[0].Sentences[0]);
        Assert.Equal(AssessedStatus.OnTrack, InitiativeRule.Judge(facts with { StatusAsOf = Date("2025-01-01") }, Today, Defaults).Status);
    }

    [Fact]
    public void Judge_InitiativeWithIndicators_NamesTheOneToRead()
    {
        var facts = Initiative(asOf: "2025-12-30") with
        {
            Indicators = [Indicator(27, "2026-12-31", 0, "2024-12-31", readings: Reading(9, "2025-12-31"))],
        };

        var finding = InitiativeRule.Judge(facts, Today, Defaults);

        Assert.Equal("Aircraft delivered: one reading of at least 13 aircraft dated after 31 Dec 2025.", finding.Remedies[0].Sentences[0]);
    }

    [Fact]
    public void Judge_AreaOfOneObjective_SaysWhatItsOutcomeSays()
    {
        var facts = Initiative(asOf: "2025-12-30") with { Milestones = [Milestone(planned: "2025-11-30", asOf: "2025-12-30")] };
        var listed = new Dictionary<string, InitiativeFinding> { ["DT-1"] = InitiativeRule.Judge(facts, Today, Defaults) };
        var outcome = new OutcomeFacts("O", "Readiness", 1, [new("DT-1", 1)]);

        var area = FocusAreaRule.Judge(new("defense", "Defense", [new("OB", "Objective", 1, [outcome])]), listed, Defaults);

        Assert.Equal("DT-1 F-35: at risk. M1 Handover: due on 30 Nov 2025, 32 days over.", area.FirstCause);
        Assert.Equal(
            "DT-1 F-35 becomes on track. It improves by: a public text that says M1 is met, with its date.", area.Remedies[0].Sentences[0]);
        Assert.Equal(new FactRef(FactKind.Objective, "OB", "Objective"), area.Raises[0].Part);
    }

    private static IndicatorFacts Percent(decimal target, string by, decimal baseline, ReadingFacts reading) =>
        Indicator(target, by, baseline, "2014", readings: reading) with { Unit = "% of GDP" };
}

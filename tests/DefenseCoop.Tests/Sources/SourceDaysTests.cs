using CsCheck;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Sources;

/// <summary>Of which days public texts can tell.</summary>
public sealed class SourceDaysTests
{
    private static readonly DateOnly Day = new(2025, 4, 1);

    [Theory]
    [InlineData("2025-03-31", "", "2025-03-31")]
    [InlineData("2025-04-01", "", "")]
    [InlineData("2025-03", "", "2025-03")]
    [InlineData("2025", "", "")]
    [InlineData("2025-H1", "", "")]
    [InlineData("2024-Q4,2025-02", "", "2025-02")]
    [InlineData("2024,2025-05", "", "")]
    [InlineData("2025-03-31", "2025-04-01", "")]
    [InlineData("2025-03-31", "2025-03-31", "2025-03-31")]
    [InlineData("", "2025-03-30", "2025-03-30")]
    [InlineData("2024,", "", "")]
    [InlineData(null, "", "")]
    public void TooEarly_IsWhatIsOfBeforeForCertain(string? published, string read, string expected)
    {
        var sources = published?.Split(',').Select(p => New(p, read)).ToList() ?? [];

        Assert.Equal(expected, SourceDays.TooEarly(Day, sources)?.ToString() ?? "");
    }

    /// <summary>Another text never takes away what one can tell.</summary>
    [Fact]
    public void TooEarly_WithFurtherSources_NeverRefusesMore() =>
        Gen.Select(Gen.Int[2018, 2030].Array[0, 4], Gen.Int[2018, 2030], Gen.Int[0, 4000]).ForAll(500, facts =>
    {
        var (years, further, days) = facts;
        var day = new DateOnly(2019, 1, 1).AddDays(days);
        var sources = years.Select(y => New(PartialDate.OfYear(y).ToString(), "")).ToList();
        var isUntold = SourceDays.TooEarly(day, sources) is not null;
        Assert.Equal(years.Length > 0 && years.All(y => y < day.Year), isUntold);

        sources.Add(New(PartialDate.OfYear(further).ToString(), ""));
        if (SourceDays.TooEarly(day, sources) is not null) Assert.True(isUntold || years.Length == 0);
    });

    [Theory]
    [InlineData(ReadingKind.Actual, Provenance.Confirmed, true)]
    [InlineData(ReadingKind.Actual, Provenance.Illustrative, false)]
    [InlineData(ReadingKind.Estimate, Provenance.Confirmed, false)]
    [InlineData(ReadingKind.Plan, Provenance.Confirmed, false)]
    [InlineData(ReadingKind.Ceiling, Provenance.Confirmed, false)]
    [InlineData(ReadingKind.Allocation, Provenance.Confirmed, false)]
    [InlineData(ReadingKind.Pledge, Provenance.Confirmed, false)]
    public void OfAReading_WhatIsMeasuredAlone_IsToldAfterwards(ReadingKind kind, Provenance provenance, bool isRefused)
    {
        var reading = Reading.Create("R", Period.Parse("2025-04"), 1, kind, "figure", new Attribution { Provenance = provenance });

        Assert.Equal(isRefused, ReadingConsistency.WithSources(reading, [New("2025-03", "")]).Any());
        Assert.Empty(ReadingConsistency.WithSources(reading, [New("2025-04", "")]));
        reading.Date(Period.Parse("2025"));
        Assert.Empty(ReadingConsistency.WithSources(reading, [New("2025-03", "")]));
        reading.Date(Period.Parse("Cold War peak"));
        Assert.Empty(ReadingConsistency.WithSources(reading, [New("2025-03", "")]));
    }

    [Theory]
    [InlineData("2025-03-14", true)]
    [InlineData("2025-02", false)]
    [InlineData("2025", false)]
    public void OfAMilestone_WhatIsPlannedOrExpected_MayLieAhead(string met, bool isRefused)
    {
        var milestone = Milestone.Create("M", "A step", MilestoneState.Met, new Attribution { Provenance = Provenance.Confirmed });
        milestone.PlanFor(PartialDate.OfYear(2030), Provenance.Confirmed);
        milestone.Expect(PartialDate.OfYear(2031));
        Assert.Empty(MilestoneConsistency.WithSources(milestone, [New("2025-02", "")]));

        milestone.Happen(PartialDate.Parse(met));
        Assert.Equal(isRefused, MilestoneConsistency.WithSources(milestone, [New("2025-02", "")]).Any());
    }

    private static Source New(string published, string read)
    {
        var source = Source.Create("S", "A text", "The ministry", "https://example.org", SourceTier.Primary);
        if (published.Length > 0) source.Date(PartialDate.Parse(published));
        if (read.Length > 0) source.NoteReading(PartialDate.Parse(read).FirstDay);
        return source;
    }
}

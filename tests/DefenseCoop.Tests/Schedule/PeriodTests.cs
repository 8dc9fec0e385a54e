using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Schedule;

public sealed class PeriodTests
{
    [Fact]
    public void Parse_WhatWasPrinted_GivesTheSame() =>
        Generated.Period.ForAll(3_000, period =>
        {
            Assert.Equal(period, Period.Parse(period.ToString()));
            Assert.Equal(period.FirstDay is null, period.LastDay is null);
            Assert.True(period.FirstDay is null || period.FirstDay <= period.LastDay);
        });

    [Fact]
    public void Parse_PartialDate_HasItsDays() =>
        Generated.Date.ForAll(3_000, date =>
        {
            var period = Period.Parse(date.ToString());
            Assert.Equal((date.FirstDay, date.LastDay, date.ToDisplay()), (period.FirstDay!.Value, period.LastDay!.Value, period.ToDisplay()));
        });

    [Theory]
    [InlineData("2018-2021", "2018-01-01", "2021-12-31", "2018–2021")]
    [InlineData("2021-2021", "2021-01-01", "2021-12-31", "2021–2021")]
    [InlineData(" 2023-06 ", "2023-06-01", "2023-06-30", "Jun 2023")]
    [InlineData("Cold War peak", null, null, "Cold War peak")]
    [InlineData("undated", null, null, "undated")]
    [InlineData("mid-2025", null, null, "mid-2025")]
    [InlineData("2025-Q1", "2025-01-01", "2025-03-31", "Q1 2025")]
    [InlineData("2024-H2", "2024-07-01", "2024-12-31", "H2 2024")]
    [InlineData("2025-Q5", null, null, "2025-Q5")]
    [InlineData("Q1 2025", null, null, "Q1 2025")]
    [InlineData("2025-13", null, null, "2025-13")]
    [InlineData("2018-19", null, null, "2018-19")]
    public void Parse_Text_GivesFirstAndLastDay(string text, string? first, string? last, string display)
    {
        var period = Period.Parse(text);

        Assert.Equal((text.Trim(), display), (period.Text, period.ToDisplay()));
        Assert.Equal((first, last), (period.FirstDay?.ToString("yyyy-MM-dd", null), period.LastDay?.ToString("yyyy-MM-dd", null)));
    }

    [Theory]
    [InlineData("a range that ends before it starts", "2021-2018")]
    [InlineData("nothing", " ")]
    [InlineData("too long", "during the very long years of the Cold War peak")]
    public void Parse_Malformed_IsRefused(string because, string text)
    {
        var refused = Assert.Throws<InvalidInputException>(() => Period.Parse(text));

        Assert.True(refused.Message.Length > 10, because);
    }
}

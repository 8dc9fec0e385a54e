using Bunit;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Initiatives.Register;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.Initiatives;

public sealed class RegisterTableTests
{
    [Fact]
    public async Task Row_WithHtmlInEveryText_ShowsItAsText()
    {
        const string html = "<b>R&D</b>";
        var row = new RegisterRow(
            html, html, "c", html, Stage.Proposed, AssessedStatus.OnTrack, html, null, null, html, 1, 2, null, Provenance.Confirmed);
        var today = new DateOnly(2026, 11, 27);
        await using var page = new BunitContext();

        var table = page.Render<RegisterTable>(p => p
            .Add(t => t.Result, new RegisterResult([row], 1, 1, 1))
            .Add(t => t.Day, new DayChoice(today, today)));

        Assert.Empty(table.FindAll("b"));
        Assert.All(["td.code", "td.title", "td.c-category", "td.c-lead"], cell => Assert.Equal(html, table.Find(cell).TextContent));
        Assert.Equal(["unknown", "unknown", "unknown"], table.FindAll("td.date em.unknown").Select(e => e.TextContent));
    }
}

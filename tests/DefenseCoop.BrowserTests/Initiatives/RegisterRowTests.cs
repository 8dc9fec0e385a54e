using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Initiatives;

/// <summary>A row leads to its initiative, and its status opens where it stands.</summary>
public sealed class RegisterRowTests(ProductInBrowser product) : BrowserTest(product)
{
    [Fact]
    public async Task Title_Clicked_OpensTheInitiative()
    {
        var page = await OpenAsync("/initiatives");
        await page.MarkAsync();
        await page.Locator("tr[data-code=JT-10] .title a").ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("JT-10");
        Assert.Equal("/initiatives/JT-10", page.PathAndQuery());
        await page.SameLoadAsync();
    }

    [Theory]
    [InlineData("Code")]
    [InlineData("Stage")]
    [InlineData("End")]
    [InlineData("Lead")]
    [InlineData("Milestones met")]
    public async Task Row_ClickedAnywhere_OpensTheInitiative(string column)
    {
        var page = await OpenAsync("/initiatives");
        var columns = await page.TextsAsync(".register thead th");
        var box = await page.Locator("tr[data-code=BE-3] td").Nth(Array.IndexOf(columns, column)).BoundingBoxAsync();
        Assert.NotNull(box);
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));

        await Expect(page.Locator("h1")).ToContainTextAsync("BE-3");
    }

    [Fact]
    public async Task Status_OfARow_OpensInPlaceAndLeadsToAllCauses()
    {
        var page = await OpenAsync("/initiatives?status=AtRisk");
        var why = page.Locator("tr[data-code=DT-1] + .why-row");
        await Expect(why).ToBeHiddenAsync();
        await page.Locator("tr[data-code=DT-1] details.why summary").ClickAsync();

        await Expect(why.Locator(".why-body")).ToContainTextAsync("F-35A delivered to Denmark");
        foreach (var part in new[] { "Numbers", "What would improve it", "Newest evidence" }) await Expect(why).ToContainTextAsync(part);
        var (row, table) = (await why.BoundingBoxAsync(), await page.Locator("table.register").BoundingBoxAsync());
        Assert.InRange(row!.Width, table!.Width - 2, table.Width + 2);
        Assert.Equal("/initiatives?status=AtRisk", page.PathAndQuery());
        await why.Locator(".causes a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("DT-1");
    }

    [Theory]
    [InlineData("/", false)]
    [InlineData("/", true)]
    [InlineData("/focus-areas", false)]
    [InlineData("/focus-areas", true)]
    public async Task Status_OfAFocusArea_OpensInPlaceAndLeadsToAllCauses(string path, bool isPlain)
    {
        var page = await OpenAsync(path, isPlain ? Visitor.WithoutScript : null);
        var why = page.Locator("tr[data-slug=cybersecurity] + .why-row");
        await Expect(why).ToBeHiddenAsync();
        await page.Locator("tr[data-slug=cybersecurity] details.why summary").ClickAsync();

        await Expect(why).ToBeVisibleAsync();
        Assert.Equal(path, page.PathAndQuery());
        var (row, table) = (await why.BoundingBoxAsync(), await page.Locator("table.areas").BoundingBoxAsync());
        Assert.InRange(row!.Width, table!.Width - 2, table.Width + 2);
        if (!isPlain)
        {
            foreach (var part in new[] { "Numbers", "What would improve it", "Newest evidence" })
            {
                await Expect(why).ToContainTextAsync(part);
            }
        }

        await why.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Cybersecurity");
    }

    [Fact]
    public async Task Status_OfAnInitiative_SaysWhyAndWhatWouldImproveIt()
    {
        var page = await OpenAsync("/initiatives/DT-1");
        var why = page.Locator("#why");

        await Expect(page.Locator(".status-line [data-status]").First).ToHaveTextAsync("At risk");
        foreach (var part in new[] { "Because", "What would improve it", "Newest evidence", "how the status of an initiative is found" })
        {
            await Expect(why).ToContainTextAsync(part);
        }

        await Expect(why.Locator(".why-body")).ToBeHiddenAsync();
        await Expect(page.Locator(".status-line")).ToContainTextAsync("What would improve it");
        await why.Locator("> summary").ClickAsync();
        await why.GetByRole(AriaRole.Link, new() { NameString = "how the status of an initiative is found" }).ClickAsync();
        await page.HeadedAsync("Method");
        await Expect(page.Locator("#initiative")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Status_OfAnIndicator_OpensInPlace()
    {
        var page = await OpenAsync("/initiatives/SP-1");
        var why = page.Locator("article.indicator details.why").First;

        await Expect(why.Locator(".why-body")).ToBeHiddenAsync();
        await why.Locator("summary").ClickAsync();
        await Expect(why.Locator(".causes li")).Not.ToHaveCountAsync(0);
        await Expect(why).ToContainTextAsync("how the status of an indicator is found");
    }

    [Fact]
    public async Task Cause_OfAFocusArea_LeadsToThePartOfThisPage()
    {
        var page = await OpenAsync("/focus-areas/cybersecurity");
        await page.MarkAsync();
        await page.Locator("#why > summary").ClickAsync();
        await page.Locator("#why .causes a").First.ClickAsync();

        Assert.Equal("/focus-areas/cybersecurity", page.PathAndQuery());
        await page.HeadedAsync("Cybersecurity cooperation");
        await page.SameLoadAsync();
    }

    [Fact]
    public async Task Sources_OfAFact_OpenInPlaceAndCloseElsewhere()
    {
        var page = await OpenAsync("/initiatives/DT-1");
        var sources = page.Locator("#DT-1-M6 details.sources");
        await sources.Locator("summary").ClickAsync();
        await Expect(sources.Locator("ul")).ToBeVisibleAsync();
        await Expect(sources).ToContainTextAsync("tier");

        await page.Locator("h1").ClickAsync();
        await Expect(sources.Locator("ul")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/initiatives/DT-1#DT-1-M6", "DT-1-M6")]
    [InlineData("/sources?at=S-AFP-DCA#S-AFP-DCA", "S-AFP-DCA")]
    public async Task Row_ThatTheAddressNames_StaysMarkedWhenThePageIsAlive(string address, string id)
    {
        var page = await OpenAsync(address);

        await Expect(page.Locator($"[id='{id}'][data-target]")).ToBeInViewportAsync();
        Assert.NotEqual(
            "rgba(0, 0, 0, 0)", await page.Locator($"[id='{id}']").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(1920)]
    [InlineData(1024)]
    public async Task Titles_OnAWindow_AreWhole(int width)
    {
        var page = await OpenAsync("/initiatives", new Visitor(width));

        Found.Nothing(await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.register .title a')].filter(a => a.scrollWidth > a.clientWidth + 1 || "
                + "a.getBoundingClientRect().height > 3 * 20 + 2).map(a => a.textContent)"));
    }
}

using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Initiatives;

/// <summary>What the register shows is asked by its form and its chips, and stands in the address.</summary>
[AnyFont]
public sealed class RegisterFilterTests(ProductInBrowser product) : BrowserTest(product)
{
    [Fact]
    public async Task Filter_ByCategoryAndStatus_ShowsThoseRowsWithoutANewLoad()
    {
        var page = await OpenAsync("/initiatives");
        await page.MarkAsync();

        await page.TickAsync("Category", "Cybersecurity cooperation");
        await page.TickAsync("Category", "Maritime and Arctic security");
        await page.TickAsync("Status", "Stale");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(3);

        Assert.Equal("/initiatives?status=Stale&category=cybersecurity&category=maritime-arctic", page.PathAndQuery());
        await Expect(page.Filter("Status").Locator("summary")).ToHaveTextAsync("Status: Stale");
        await Expect(page.Filter("More").Locator("summary"))
            .ToHaveTextAsync("More: Category: Cybersecurity cooperation, Category: Maritime and Arctic security");
        var codes = await page.CodesAsync();
        Assert.NotEmpty(codes);
        Assert.Equal(codes.Length, await page.TotalAsync());
        Assert.All(
            codes,
            code => Assert.True(code.StartsWith("CY-", StringComparison.Ordinal) || code.StartsWith("MA-", StringComparison.Ordinal)));
        Assert.All(await page.TextsAsync(".register td [data-status]"), status => Assert.Equal("Stale", status));
        await page.SameLoadAsync();
    }

    [Fact]
    public async Task Chip_RemovedOnAPhone_WidensTheRowsAndTheForm()
    {
        var page = await OpenAsync("/initiatives", Visitor.OnPhone);
        await page.MarkAsync();
        await page.Locator("#f-q").FillAsync("arctic");
        await page.TickAsync("Status", "Stale");
        await page.TickAsync("Site", "Pituffik Space Base (formerly Thule Air Base)");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(3);

        foreach (var (chip, left) in new[]
        {
            ("Text: arctic", 2), ("Site: Pituffik Space Base (formerly Thule Air Base)", 1), ("Status: Stale", 0),
        })
        {
            var before = await page.TotalAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = $"Remove filter: {chip}" }).ClickAsync();
            await Expect(page.Locator(".chip")).ToHaveCountAsync(left);
            Assert.True(await page.TotalAsync() >= before);
        }

        Assert.Equal("/initiatives", page.PathAndQuery());
        await Expect(page.Locator("#f-q")).ToHaveValueAsync("");
        await Expect(page.Locator("form.filters input:checked")).ToHaveCountAsync(0);
        await page.SameLoadAsync();
    }

    [Fact]
    public async Task ClearAll_OfManyFilters_ShowsAllRows()
    {
        var page = await OpenAsync(
            "/initiatives?category=cybersecurity&stage=UnderWay&from=2020-01-01&to=2026-01-01&provenance=Confirmed&lead=nato");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(6);
        await page.GetByRole(AriaRole.Link, new() { Name = "Clear all" }).ClickAsync();

        await Expect(page.GetByTestId("total")).ToHaveTextAsync("39");
        await Expect(page.Locator("#f-from")).ToHaveValueAsync("");
        await Expect(page.Locator("form.filters input:checked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Form_OfAFilteredRegister_ShowsItsFilters()
    {
        var page = await OpenAsync("/initiatives?q=air&category=maritime-arctic&status=Stale&stage=UnderWay&site=pituffik&from=2019-01-01");

        await Expect(page.Locator("#f-q")).ToHaveValueAsync("air");
        await Expect(page.Locator("#f-from")).ToHaveValueAsync("1 Jan 2019");
        Assert.Equal(
            ["Stale", "UnderWay", "maritime-arctic", "pituffik"],
            await page.EvaluateAsync<string[]>("[...document.querySelectorAll('form.filters input:checked')].map(i => i.value)"));
    }

    [Fact]
    public async Task Search_FromAnyPage_FindsInTheRegister()
    {
        var page = await OpenAsync("/method");
        await page.MarkAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search initiatives" }).FillAsync("  PITUFFIK ");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["Text: PITUFFIK"]);

        Assert.Equal("/initiatives?q=PITUFFIK", page.PathAndQuery());
        Assert.Contains("BE-2", await page.CodesAsync());
        Assert.InRange(await page.TotalAsync(), 1, 20);
        await page.SameLoadAsync();
    }

    [Fact]
    public async Task EmptyResult_Advice_LeadsToAsManyRowsAsItSays()
    {
        var page = await OpenAsync("/initiatives?q=nothing-is-called-this&category=cybersecurity");
        Assert.Equal(0, await page.TotalAsync());
        var advice = page.Locator(".empty a");
        await Expect(advice).ToHaveTextAsync(["Without “Text: nothing-is-called-this”"]);
        var promised = await page.Locator(".empty li").InnerTextAsync();
        await advice.ClickAsync();
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["Category: Cybersecurity cooperation"]);

        Assert.EndsWith($": {await page.TotalAsync()} initiatives", promised, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_ThatAreUnknown_AreNotedByName()
    {
        var page = await OpenAsync("/initiatives?category=nonsense&stage=Nonsense&page=99&size=7&from=tomorrow&colour=red&status=Stale");
        var notes = page.Locator(".note[role=status]");
        foreach (var name in new[] { "category=nonsense", "stage=Nonsense", "page=99", "size=7", "from=tomorrow", "colour" })
        {
            await Expect(notes).ToContainTextAsync(name);
        }

        Assert.All(await page.TextsAsync(".register td [data-status]"), status => Assert.Equal("Stale", status));
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["Status: Stale"]);
    }

    [Fact]
    public async Task Address_ReloadedSentAndGoneBackTo_ShowsTheSameRows()
    {
        var page = await OpenAsync("/initiatives");
        var all = await page.CodesAsync();
        await page.TickAsync("Category", "Joint training and exercises");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        var filtered = await page.CodesAsync();
        await page.Locator("th.c-title a").ClickAsync();
        await Expect(page.Locator("th.c-title")).ToHaveAttributeAsync("aria-sort", "ascending");
        var sorted = await page.CodesAsync();

        await page.ReloadAsync();
        await AliveAsync(page);
        Assert.Equal(sorted, await page.CodesAsync());
        Assert.Equal(sorted, await (await OpenAsync(page.PathAndQuery())).CodesAsync());

        await page.GoBackAsync();
        await Expect(page.Locator("th.c-title")).ToHaveAttributeAsync("aria-sort", "none");
        Assert.Equal(filtered, await page.CodesAsync());
        await page.GoBackAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(0);
        Assert.Equal(all, await page.CodesAsync());
        await Expect(page.Locator("form.filters input:checked")).ToHaveCountAsync(0);
        await page.GoForwardAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        Assert.Equal(filtered, await page.CodesAsync());
        await Expect(page.Locator("#f-category-joint-training")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Choice_OfEveryFilter_FindsAsManyRowsAsItsCountSays()
    {
        var page = await OpenAsync("/initiatives?stage=UnderWay");
        foreach (var filter in new[] { "Status", "Stage", "Focus area" })
        {
            var choices = await page.OpenFilterAsync(filter);
            for (var i = 0; i < await choices.Locator(".check").CountAsync(); i++)
            {
                var choice = choices.Locator(".check").Nth(i);
                var box = choice.Locator("input");
                var others = filter == "Stage" ? "" : "&stage=UnderWay";
                var counted = await choice.Locator(".count").InnerTextAsync();
                var found = await OpenAsync(
                    $"/initiatives?{await box.GetAttributeAsync("name")}={await box.GetAttributeAsync("value")}{others}");
                await Expect(found.GetByTestId("total")).ToHaveTextAsync(counted);
            }
        }
    }

    [Fact]
    public async Task Statuses_ToChoose_StandWorstFirst()
    {
        var page = await OpenAsync("/initiatives");

        Assert.Equal(
            ["Off track", "At risk", "Stale", "Not assessed", "On track", "Achieved"],
            (await page.Locator("[data-choices=Status] label").AllTextContentsAsync()).ToArray());
    }

    [Theory]
    [InlineData("/initiatives", "f-q")]
    [InlineData("/", "top-q")]
    [InlineData("/initiatives/BE-1", "top-q")]
    public async Task Slash_OutsideOfFields_LeadsToTheOneSearchBox(string path, string box)
    {
        var page = await OpenAsync(path);
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator($"#{box}")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("a/b");
        await Expect(page.Locator($"#{box}")).ToHaveValueAsync("a/b");
        Assert.Equal("/", await page.Locator($"#{box}").GetAttributeAsync("aria-keyshortcuts"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Filter_OfADay_IsReadAsPeopleWriteIt(bool script)
    {
        var page = await OpenAsync("/initiatives", new Visitor(1440, Script: script));
        await page.Filter("More").Locator("summary").ClickAsync();
        await page.Locator("#f-from").FillAsync("marts 2024");
        if (script) await Expect(page.Locator("#f-from-echo")).ToHaveTextAsync("From 1 Mar 2024");
        if (script) await page.Keyboard.PressAsync("Enter");
        else await page.ApplyAsync();

        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await Expect(page.Locator("#f-from")).ToHaveValueAsync("1 Mar 2024");
        Assert.Equal("/initiatives?from=2024-03-01", page.PathAndQuery());
    }
}

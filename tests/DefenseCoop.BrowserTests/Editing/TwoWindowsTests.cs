using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>One person has one form open twice.</summary>
[AnyFont]
public sealed class TwoWindowsTests(ProductInBrowser product, Installation installation)
    : EditTest(product, installation), IClassFixture<Installation>
{
    [Fact]
    public async Task OneRecord_TypedIntoFromTwoWindows_LosesNothingAndAsksWhereBothTyped()
    {
        var one = await EditorAsync("/edit/milestone/BE-1-M1");
        var two = await one.Context.NewPageAsync();
        await GoAsync(two, "/edit/milestone/BE-1-M1");

        await Field(one, "Title").FillAsync("A title typed in the first window");
        await KeptAsync(one);
        await Field(two, "Note").FillAsync("A note typed in the second window");
        await KeptAsync(two);
        await Expect(Field(two, "Title")).ToHaveValueAsync("A title typed in the first window");

        await Field(one, "Note").FillAsync("A note typed in the first window");
        await Expect(one.Locator("[data-two-texts] .typed")).ToHaveTextAsync("A note typed in the second window");
        await Expect(Field(one, "Note")).ToHaveValueAsync("A note typed in the first window");

        // Neither window chooses: both texts are there when the form is opened again.
        await two.CloseAsync(new() { RunBeforeUnload = false });
        var three = await one.Context.NewPageAsync();
        await GoAsync(three, "/edit/milestone/BE-1-M1");
        await Expect(Field(three, "Note")).ToHaveValueAsync("A note typed in the second window");
        await Expect(three.Locator("[data-aside=Note] .typed")).ToHaveTextAsync("A note typed in the first window");
        await three.GetByLabel("Take this one").CheckAsync();
        await Expect(Field(three, "Note")).ToHaveValueAsync("A note typed in the first window");
        await SaveAsync(three);
        await Expect(three.Locator(".saved")).ToContainTextAsync("Saved.");
        await Expect(three.GetByText("A note typed in the first window").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task OneField_TypedIntoFromTwoWindows_TakesTheChosenText()
    {
        var one = await EditorAsync("/edit/milestone/BE-1-M2");
        var two = await one.Context.NewPageAsync();
        await GoAsync(two, "/edit/milestone/BE-1-M2");
        await Field(one, "Note").FillAsync("first");
        await KeptAsync(one);
        await Field(two, "Note").FillAsync("second");
        await Expect(two.Locator("[data-two-texts] .typed")).ToHaveTextAsync("first");

        await two.GetByRole(AriaRole.Button, new() { Name = "Take this one" }).ClickAsync();

        await Expect(Field(two, "Note")).ToHaveValueAsync("first");
        await Expect(two.Locator("[data-two-texts]")).ToHaveCountAsync(0);
        await KeptAsync(two);
        var three = await one.Context.NewPageAsync();
        await GoAsync(three, "/edit/milestone/BE-1-M2");
        await Expect(three.Locator("[data-aside]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SomethingNew_BegunTwice_HasTwoDraftsToGoOnWith()
    {
        var one = await EditorAsync(NewRecommendation);
        var two = await one.Context.NewPageAsync();
        await GoAsync(two, NewRecommendation);
        await Field(one, "Text").FillAsync("The first recommendation");
        await KeptAsync(one);
        await Field(two, "Text").FillAsync("The second recommendation");
        await KeptAsync(two);

        await GoAsync(two, "/drafts");
        await Expect(two.Locator("tr[data-draft]")).ToHaveCountAsync(2);
        await GoAsync(two, NewRecommendation);
        await Expect(Field(two, "Text")).ToHaveValueAsync("The second recommendation");
        await two.GetByRole(AriaRole.Link, new() { Name = "Go on with what you began" }).ClickAsync();
        await Expect(Field(two, "Text")).ToHaveValueAsync("The first recommendation");
        await two.GetByRole(AriaRole.Link, new() { Name = "Begin another recommendation" }).ClickAsync();
        await Expect(Field(two, "Text")).ToHaveValueAsync("");
    }
}

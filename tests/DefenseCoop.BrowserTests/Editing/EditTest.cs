using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>A journey of editors through forms.</summary>
public abstract class EditTest(ProductInBrowser product, Installation installation) : PeopleTest(product, installation)
{
    protected const string NewRecommendation = "/edit/recommendation/new";

    /// <summary>A page of an editor, signed in a moment ago, at an address.</summary>
    protected async Task<IPage> EditorAsync(string path, Visitor? visitor = null, string name = "Ane") =>
        await SignedInAsync(await Installation.AddAsync(Roles.Editor, name), path, visitor);

    protected static ILocator State(IPage page) => page.Locator("[data-draft-state]");

    protected static ILocator Field(IPage page, string name) => page.Locator($"[name='f.{name}']");

    protected static Task KeptAsync(IPage page) => Expect(State(page)).ToContainTextAsync("Draft kept");

    /// <summary>Presses the one primary button of the form.</summary>
    protected static Task SaveAsync(IPage page) => page.Locator(".edit-form button.primary").ClickAsync();

    /// <summary>Reads from the installation's database.</summary>
    protected async Task<T> ReadAsync<T>(Func<DefenseCoopContext, Task<T>> read)
    {
        await using var db = await Installation.App.Services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await read(db);
    }
}

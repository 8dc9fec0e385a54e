using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.Pages;
using DefenseCoop.BrowserTests.People;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Assessments;

/// <summary>From evidence to a published judgement and into the next period, with three people signed in at once.</summary>
public sealed class AssessmentJourneyTests(ProductInBrowser product, Installation installation)
    : PeopleTest(product, installation), IClassFixture<Installation>
{
    private const string Slug = "cybersecurity";

    private static readonly string Url = AssessmentUrls.Of(Slug, "2026-Q3");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThreePeople_FromAnOpenedPeriodToTheNext()
    {
        var manager = await Installation.AddAsync(Roles.Manager, "Mia");
        var mia = await SignedInAsync(manager);
        await OpenPeriodAsync(manager, "2026-Q3");
        var eva = await SignedInAsync(await Installation.AddAsync(Roles.Editor, "Eva"), Url);
        var ole = await SignedInAsync(await Installation.AddAsync(Roles.Editor, "Ole"), Url);

        // Together, in different sentences: each sees the other's, and keeps the cursor.
        await Field(eva, "progress").FillAsync("First sentence. Second sentence. ");
        await Expect(Field(ole, "progress")).ToHaveValueAsync("First sentence. Second sentence. ");
        await Expect(ole.Locator("[data-field=progress] [data-presence]")).ToHaveTextAsync("Eva is writing here");
        await Field(ole, "progress").FocusAsync();
        await ole.Keyboard.PressAsync("Control+End");
        await ole.Keyboard.TypeAsync("Third by Ole. ");
        await Field(eva, "progress").FocusAsync();
        await eva.Keyboard.PressAsync("Control+Home");
        await eva.Keyboard.TypeAsync("Zeroth by Eva. ");
        foreach (var page in new[] { eva, ole })
        {
            await Expect(Field(page, "progress")).ToHaveValueAsync("Zeroth by Eva. First sentence. Second sentence. Third by Ole. ");
        }
        await ole.Keyboard.TypeAsync("Fourth.");
        await Expect(Field(eva, "progress")).ToHaveValueAsync("Zeroth by Eva. First sentence. Second sentence. Third by Ole. Fourth.");

        // In the same sentence, at once: both are there, and one of them chooses.
        await Field(eva, "risks").FillAsync("A risk.");
        await Expect(Field(ole, "risks")).ToHaveValueAsync("A risk.");
        await ole.Context.SetOfflineAsync(true);
        WatchOf(ole).ExpectsLostConnection = true;
        await Field(ole, "risks").FillAsync("A risk by Ole.");
        await Expect(Saved(ole)).ToContainTextAsync("Not saved: the server does not answer. What you typed is still here.");
        await Field(eva, "risks").FillAsync("A risk by Eva.");
        await Expect(Saved(eva)).ToContainTextAsync("Saved");
        await KeptAsync("risks", "A risk by Eva.");
        await ole.Context.SetOfflineAsync(false);
        var box = ole.Locator("[data-field=risks] [data-conflict]");
        await Expect(box).ToContainTextAsync("Eva changed the same while you wrote.");
        await Expect(box.Locator("[data-theirs]")).ToHaveTextAsync("A risk by Eva.");
        await Expect(Field(ole, "risks")).ToHaveValueAsync("A risk by Ole.");
        Found.Nothing(await Axe.ViolationsAsync(ole));
        await Field(ole, "risks").FillAsync("A risk by Eva and Ole.");
        await box.GetByRole(AriaRole.Button, new() { Name = "Keep what is in the field" }).ClickAsync();
        await Expect(box).ToHaveCountAsync(0);
        await Expect(Field(eva, "risks")).ToHaveValueAsync("A risk by Eva and Ole.");

        // A citation by keyboard, and how it reads.
        await eva.Locator("[id='cite-progress']").FillAsync("CY-1");
        await eva.Keyboard.PressAsync("Enter");
        await Expect(Field(eva, "progress")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"\[CY-1\]"));
        await eva.GetByRole(AriaRole.Button, new() { Name = "Preview progress" }).ClickAsync();
        await Expect(eva.Locator("[data-field=progress] [data-preview-box] a")).ToHaveAttributeAsync("href", "/initiatives/CY-1");

        // One disagrees with the computed status: it needs a reason.
        foreach (var select in await eva.Locator("[data-field^='objective:'] select").AllAsync())
        {
            await select.SelectOptionAsync(await ComputedAsync(select));
        }
        var computed = await ComputedAsync(Field(eva, "judgement"));
        var judged = computed == "OffTrack" ? "AtRisk" : "OffTrack";
        await Field(eva, "judgement").SelectOptionAsync(judged);
        await Field(eva, "confidence").SelectOptionAsync("Medium");
        await Field(eva, "decision").SelectOptionAsync("Continue");
        await eva.GetByRole(AriaRole.Button, new() { Name = "Add an action" }).ClickAsync();
        await Field(eva, "action:1:text").FillAsync("Ask for newer figures");
        await Field(eva, "action:1:owner").FillAsync("Eva");
        await Field(eva, "action:1:due").FillAsync("2027-01-31");
        await Expect(Field(ole, "action:1:due")).ToBeVisibleAsync();
        WatchOf(eva).Expect(Url);
        await SubmitAsync(eva);
        await Expect(eva.Locator("[role=alert] a[href$='#f-reason']")).ToBeVisibleAsync();
        await Expect(Field(eva, "action:1:text")).ToHaveValueAsync("Ask for newer figures");
        await Field(eva, "reason").FillAsync("The newest figures are not public yet.");
        await SubmitAsync(eva);
        await Expect(eva.Locator("[role=status]").Filter(new() { HasText = "Submitted." })).ToBeVisibleAsync();
        await Expect(ole.Locator("[data-moved]")).ToContainTextAsync("was submitted by somebody else");

        // Returned with a comment at its place, and submitted again.
        await GoAsync(mia, Url);
        await Expect(mia.Locator(".lede")).ToContainTextAsync("It waits for you.");
        await mia.Locator("section[aria-labelledby=h-risks] summary").ClickAsync();
        await mia.Locator("[name='c.risks']").FillAsync("Which risk?");
        await PressAsync(mia, "Return…");
        await Expect(mia.Locator(".question")).ToContainTextAsync("with 1 comment of yours");
        await PressAsync(mia, "Go on commenting");
        await Expect(mia.Locator("[name='c.risks']")).ToHaveValueAsync("Which risk?");
        await PressAsync(mia, "Return…");
        await PressAsync(mia, "Return it");
        await Expect(mia.GetByText("Returned to its writers")).ToBeVisibleAsync();
        await GoAsync(ole, Url);
        await Expect(ole.Locator("[data-field=risks] .remarks")).ToContainTextAsync("Which risk?");
        await Field(ole, "risks").FillAsync("The risk of delay.");
        await SubmitAsync(ole);
        await Expect(ole.Locator("[role=status]").Filter(new() { HasText = "Submitted." })).ToBeVisibleAsync();

        // Published: everybody reads the judgement beside the computed status, and why they differ; whoever looks at the page is told.
        var reader = await SignedInAsync(await Installation.AddAsync(Roles.Reader, "Rea"), Url);
        await Expect(reader.GetByText("No assessment of Cybersecurity cooperation is published")).ToBeVisibleAsync();
        await GoAsync(mia, Url);
        await PressAsync(mia, "Publish…");
        await Expect(mia.Locator(".question")).ToContainTextAsync("Everybody can read it");
        await Expect(mia.Locator(".question h2")).ToBeFocusedAsync();
        Found.Nothing(await Axe.ViolationsAsync(mia));
        await PressAsync(mia, "Publish");
        await Expect(mia.GetByText("Published. Everybody can read it")).ToBeVisibleAsync();
        await reader.GetByRole(AriaRole.Link, new() { Name = "This has changed, show it" }).ClickAsync();
        await Expect(reader.Locator(".judged > dl [data-status]").First).ToHaveAttributeAsync("data-status", judged);
        await Expect(reader.Locator(".judged > dl [data-status]").Last).ToHaveAttributeAsync("data-status", computed);
        await Expect(reader.Locator(".judged")).ToContainTextAsync("The newest figures are not public yet.");
        foreach (var width in Visitor.Widths)
        {
            await reader.SetViewportSizeAsync(width, Visitor.Height);
            Found.Nothing(await Axe.ViolationsAsync(reader));
            Assert.True(
                await reader.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
        }

        // On paper, too, with the day of printing.
        var print = await Print.OfAsync(reader);
        var statuses = await reader.Locator(".judged > dl [data-status]").AllTextContentsAsync();
        Found.Nothing(await print.MissingAsync(reader));
        Assert.Contains(print.Lines, l => l.Contains(Print.Squeezed(statuses[0] + statuses[^1]), StringComparison.Ordinal));
        Assert.Contains("printedon23Nov2026", print.Text, StringComparison.Ordinal);
        await Expect(reader.Locator(".references .address").First).ToContainTextAsync("https://");

        // Corrected with a reason; the old one stays.
        await GoAsync(eva, Url);
        await eva.GetByLabel("Why this has to be corrected").FillAsync("A figure was wrong");
        await PressAsync(eva, "Start a correction");
        await Expect(Field(eva, "risks")).ToHaveValueAsync("The risk of delay.");
        await Field(eva, "risks").FillAsync("No risk of delay.");
        await SubmitAsync(eva);
        await Expect(eva.Locator("[role=status]").Filter(new() { HasText = "Submitted." })).ToBeVisibleAsync();
        await GoAsync(mia, Url);
        await PressAsync(mia, "Publish…");
        await PressAsync(mia, "Publish");
        // In a narrow window a list of sources that is open stands at the foot, over the note.
        await reader.SetViewportSizeAsync(Visitor.Widths[0], Visitor.Height);
        await reader.Mouse.MoveAsync(0, 0);
        await reader.GetByRole(AriaRole.Link, new() { Name = "This has changed, show it" }).ClickAsync();
        await Expect(reader.Locator("#h-risks + .prose")).ToHaveTextAsync("No risk of delay.");
        await Expect(reader.Locator(".revisions")).ToContainTextAsync("A figure was wrong");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Revision 1" }).ClickAsync();
        await Expect(reader.Locator("#h-risks + .prose")).ToHaveTextAsync("The risk of delay.");

        // The next period begins with the action that is still open.
        await OpenPeriodAsync(manager, "2026-Q4");
        await GoAsync(eva, AssessmentUrls.Of(Slug, "2026-Q4"));
        await Expect(eva.Locator(".carried-over")).ToContainTextAsync("Ask for newer figures");
    }

    [Fact]
    public async Task Closing_TheTabWhileTyping_LosesNothing()
    {
        await OpenPeriodAsync(await ManagerAsync(), "2026-Q2");
        var url = AssessmentUrls.Of("maritime-arctic", "2026-Q2");
        var page = await SignedInAsync(await Installation.AddAsync(Roles.Editor, "Ida"), url);
        await Field(page, "changes").FillAsync("typed at the last moment");
        await page.CloseAsync(new() { RunBeforeUnload = false });

        await KeptAsync("changes", "typed at the last moment");
        var again = await page.Context.NewPageAsync();
        await GoAsync(again, url);
        await Expect(Field(again, "changes")).ToHaveValueAsync("typed at the last moment");
    }

    [Fact]
    public async Task Form_OnBothScreens_HasNoViolationAndFits()
    {
        await OpenPeriodAsync(await ManagerAsync(), "2026-Q1");
        var page = await SignedInAsync(await Installation.AddAsync(Roles.Editor, "Ane"), AssessmentUrls.Of("joint-training", "2026-Q1"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an action" }).ClickAsync();
        await IsPrintedWholeAsync(page);
        foreach (var width in Visitor.Widths)
        {
            await page.SetViewportSizeAsync(width, Visitor.Height);
            Found.Nothing(await Axe.ViolationsAsync(page));
            Assert.True(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
        }
    }

    /// <summary>A draft on paper: all of a long text, whatever of it the window shows, and all of the evidence.</summary>
    private static async Task IsPrintedWholeAsync(IPage page)
    {
        await Field(page, "progress")
            .FillAsync($"The first line.\n{string.Concat(Enumerable.Repeat("One of many lines.\n", 40))}The last line.");

        var print = await Print.OfAsync(page);

        Found.Nothing(await print.MissingAsync(page, ".evidence"));
        Assert.Contains("Thefirstline.", print.Text, StringComparison.Ordinal);
        Assert.Contains("Thelastline.", print.Text, StringComparison.Ordinal);
    }

    private static ILocator Field(IPage page, string name) => page.Locator($"[name='f.{name}']");

    private static ILocator Saved(IPage page) => page.Locator("[data-saved-state]");

    private static Task SubmitAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();

    private static Task<string> ComputedAsync(ILocator select) =>
        select.EvaluateAsync<string>("s => [...s.options].find(o => o.text.includes('(as the evidence says)')).value");

    private async Task<Account> ManagerAsync()
    {
        var account = await Installation.AddAsync(Roles.Manager, "Max");
        await SignedInAsync(account);
        return account;
    }

    private async Task OpenPeriodAsync(Account account, string period)
    {
        await using var db = await Contexts.CreateDbContextAsync(Ct);
        var session = await db.Sessions.Where(s => s.AccountId == account.Id).OrderByDescending(s => s.Id).FirstAsync(Ct);
        await Installation.App.Services.GetRequiredService<PeriodCommands>()
            .OpenAsync(new Actor(account.Id, session.Id), period, null, null, Ct);
    }

    /// <summary>Waits until a text is stored.</summary>
    private async Task KeptAsync(string field, string value)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        await using var db = await Contexts.CreateDbContextAsync(Ct);
        while (!await db.AssessmentFields.AnyAsync(f => f.Name == field && f.Value == value, patience.Token)) await Task.Yield();
    }

    private IDbContextFactory<DefenseCoopContext> Contexts =>
        Installation.App.Services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>();
}


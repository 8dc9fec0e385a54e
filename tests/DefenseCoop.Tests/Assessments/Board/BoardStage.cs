using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>
/// The whole product with two open periods at noon of 2026-11-23: of the third quarter one assessment is published with
/// a correction begun, one submitted and one returned; of the fourth there are drafts, and Eva wrote in one.
/// </summary>
public sealed class BoardStage : IAsyncLifetime
{
    public const string Published = "cybersecurity-2026-Q3";
    public const string Submitted = "base-expansion-2026-Q3";
    public const string Returned = "joint-training-2026-Q3";
    public const string Mine = "cybersecurity-2026-Q4";
    public const string Overdue = "Hire two analysts";
    public const string Later = "Renew the agreement";
    public const string Done = "Publish the report";

    internal LiveProduct Target { get; } = new();

    internal Browser Visitor { get; private set; } = null!;

    internal Browser Editor { get; private set; } = null!;

    /// <summary>An editor who wrote in nothing.</summary>
    internal Browser Other { get; private set; } = null!;

    internal Browser Manager { get; private set; } = null!;

    internal Account Eva { get; private set; } = null!;

    internal Account Mia { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static async Task<HtmlPage> PageAsync(Browser browser, string address)
    {
        var answer = await browser.GetAsync(address);
        return new HtmlPage(address, answer.Status, answer.Headers.GetValueOrDefault("Content-Type"), answer.Body, answer.Document());
    }

    public async ValueTask InitializeAsync()
    {
        Eva = await Target.AddAsync("Eva", Roles.Editor);
        await Target.AddAsync("Ole", Roles.Editor);
        Mia = await Target.AddAsync("Mia", Roles.Manager);
        await using (var db = Target.NewContext())
        {
            await Given.OpenAsync(db, "2026-Q3", Given.At(2026, 9, 25));
            await Given.OpenAsync(db, "2026-Q4", Given.At(2026, 11, 20));
            await Given.SubmitAsync(db, Published, Eva, Given.At(2026, 10, 10));
            await Given.ActionAsync(db, Published, 1, Overdue, new DateOnly(2026, 11, 1));
            await Given.ActionAsync(db, Published, 2, Later, new DateOnly(2027, 3, 1));
            var done = await Given.ActionAsync(db, Published, 3, Done, new DateOnly(2026, 10, 30));
            await Given.PublishAsync(db, Published, Mia, Given.At(2026, 10, 12));
            done.Close("The report is public.", new DateOnly(2026, 11, 2), "Eva");
            await db.SaveRecordsAsync();
            await Given.SubmitAsync(db, Submitted, Eva, Given.At(2026, 10, 20), AssessedStatus.OnTrack);
            await Given.SubmitAsync(db, Returned, Eva, Given.At(2026, 10, 20));
            await Given.ReturnAsync(db, Returned, Mia, Given.At(2026, 10, 21));
            await Given.WriteAsync(db, Mine, Eva);
        }

        Visitor = Target.NewBrowser();
        Editor = await Target.SignInAsync("Eva");
        Other = await Target.SignInAsync("Ole");
        Manager = await Target.SignInAsync("Mia");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in new[] { Visitor, Editor, Other, Manager }) browser?.Dispose();
        await Target.DisposeAsync();
    }
}

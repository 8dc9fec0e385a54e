using System.Globalization;
using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Assessments.Board;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Operations.Backups;
using DefenseCoop.Web.Operations.Chores;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using MimeKit;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>What an administrator can have done at once, from the page on the system.</summary>
public sealed class ChoreTests
{
    [Fact]
    public async Task Backup_AskedFor_IsMadeBesideTheScheduledOnesAndSaidWhere()
    {
        using var folder = new TestFolder();
        await using var target = new LiveProduct { Settings = { ["Backup:Folder"] = folder.Path } };
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);

        await target.Get<ScheduledBackups>().RunIfDueAsync(TestContext.Current.CancellationToken);
        var scheduled = Directory.GetFiles(folder.Path, "*.db");
        target.Clock.MoveTo(target.Clock.GetUtcNow().AddMinutes(1));

        var result = await DoAsync(target, administrator, nameof(Chore.Backup));

        var file = Assert.Single(Directory.GetFiles(folder.Path, "*.db").Except(scheduled));
        Assert.Contains($"Made and checked: {file}, ", Assert.Single(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AskedFor_SaysOfEveryPartHowItStands()
    {
        await using var target = new LiveProduct();
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);

        var result = await DoAsync(target, administrator, nameof(Chore.Verify));

        Assert.Contains(result, line => line.StartsWith("Chain: sound; ", StringComparison.Ordinal));
        Assert.StartsWith("All is well.", result[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestMail_AskedFor_GoesToWhoAskedForIt()
    {
        await using var smtp = new SmtpStand();
        await using var target = new LiveProduct
        {
            Settings =
            {
                ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = smtp.Port.ToString(CultureInfo.InvariantCulture), ["Mail:Security"] = "None",
                ["Mail:From"] = "tracker@example.org", ["Mail:Site"] = "https://tracker.example.org",
            },
        };
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);

        var result = await DoAsync(target, administrator, nameof(Chore.Mail));

        Assert.StartsWith("The mail server took a mail to admin@example.org.", Assert.Single(result), StringComparison.Ordinal);
        Assert.Equal("admin@example.org", ((MailboxAddress)Assert.Single(smtp.Mails).To[0]).Address);
    }

    [Fact]
    public async Task TestMail_ServerThatIsNotThere_IsTrouble()
    {
        var smtp = new SmtpStand();
        var port = smtp.Port;
        await smtp.DisposeAsync();
        await using var target = new LiveProduct
        {
            Settings =
            {
                ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = port.ToString(CultureInfo.InvariantCulture), ["Mail:Security"] = "None",
                ["Mail:From"] = "tracker@example.org", ["Mail:Site"] = "https://tracker.example.org",
            },
        };
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);

        Assert.NotEmpty(await DoAsync(target, administrator, nameof(Chore.Mail)));

        Assert.NotNull((await administrator.GetAsync(AccountUrls.System)).Document().QuerySelector("#chores .trouble"));
        Assert.True(target.Get<ChoreRunner>().State!.IsTrouble);
    }

    [Fact]
    public async Task Chores_TheSettingsDoNotAllow_AreNotOfferedAndRefused()
    {
        await using var target = new LiveProduct();
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);

        var page = (await administrator.GetAsync(AccountUrls.System)).Document();
        Assert.Equal(["Verify now"], page.QuerySelectorAll("#chores button").Select(HtmlPage.Words));

        var refused = await administrator.SubmitAsync(AccountUrls.System, "chore", ("do", nameof(Chore.Backup)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Back up now: the settings do not allow it.", refused.Body, StringComparison.Ordinal);
        Assert.Null(target.Get<ChoreRunner>().State);
    }

    /// <returns>The lines that the page shows of it once it is done.</returns>
    private static async Task<IReadOnlyList<string>> DoAsync(LiveProduct target, Browser administrator, string chore)
    {
        var begun = await administrator.SubmitAsync(AccountUrls.System, "chore", ("do", chore));
        Assert.Equal(
            $"{AccountUrls.System}#chores",
            new Uri(target.Address, begun.Location).PathAndQuery + new Uri(target.Address, begun.Location).Fragment);
        await target.Get<ChoreRunner>().Work;

        var page = (await administrator.GetAsync(AccountUrls.System)).Document();
        Assert.Null(page.QuerySelector("[data-follow]"));
        return [.. page.QuerySelectorAll("#chores [data-line]").Select(HtmlPage.Words)];
    }
}

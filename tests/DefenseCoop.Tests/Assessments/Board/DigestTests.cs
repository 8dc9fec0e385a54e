using System.Globalization;
using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.Assessments.Reminders;
using MimeKit;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>Reminders by mail, against a mail server of the tests.</summary>
public sealed class DigestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Digest_WhatWaits_IsSentOnceADayToWhomItWaitsFor()
    {
        await using var smtp = new SmtpStand();
        await using var target = NewTarget(smtp.Port);
        var (eva, mia) = await PeopleAsync(target);
        await target.AddAsync("Rea", Roles.Reader);
        var service = target.Get<DigestService>();
        Assert.Equal(0, await service.RunIfDueAsync(Stop));
        await WorkAsync(target, eva);

        Assert.Equal(2, await service.RunIfDueAsync(Stop));

        Assert.Equal(["Eva@example.org", "Mia@example.org"], smtp.Mails.Select(To));
        var toEva = smtp.Mails[0];
        Assert.Equal(
            ("DefenseCoop: 1 assessment waits for you", "tracker@example.org", "auto-generated"),
            (toEva.Subject, ((MailboxAddress)toEva.From[0]).Address, toEva.Headers["Auto-Submitted"]));
        Assert.Contains(
            "Your drafts:\n- Cybersecurity cooperation, 3rd quarter of 2026: draft, was due 30 Oct 2026\n"
                + "  https://tracker.example.org/focus-areas/cybersecurity/assessments/2026-Q3",
            Text(toEva),
            StringComparison.Ordinal);
        Assert.Contains("https://tracker.example.org/account/profile", Text(toEva), StringComparison.Ordinal);
        Assert.DoesNotContain("Waiting for your review", Text(toEva), StringComparison.Ordinal);
        Assert.Contains("Waiting for your review:\n- Base expansion", Text(smtp.Mails[1]), StringComparison.Ordinal);
        Assert.Contains("submitted by Eva", Text(smtp.Mails[1]), StringComparison.Ordinal);

        Assert.Equal(0, await service.RunIfDueAsync(Stop));
        target.Clock.MoveTo(new DateTimeOffset(2026, 11, 24, 5, 59, 0, TimeSpan.Zero));
        Assert.Equal(0, await service.RunIfDueAsync(Stop));
        target.Clock.MoveTo(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, await service.RunIfDueAsync(Stop));
        Assert.Equal(4, smtp.Mails.Count);
        Assert.NotNull(mia);
    }

    [Fact]
    public async Task Digest_SwitchedOffInTheProfile_IsNotSent()
    {
        await using var smtp = new SmtpStand();
        await using var target = NewTarget(smtp.Port);
        var (eva, _) = await PeopleAsync(target);
        using var browser = await target.SignInAsync("Eva");
        await WorkAsync(target, eva);

        var page = await browser.GetAsync("/account/profile");
        Assert.Contains("you are sent one e-mail a day", page.Body, StringComparison.Ordinal);
        var off = await browser.SubmitAsync("/account/profile", "digest", ("Digest", "off"));
        Assert.Equal(HttpStatusCode.Found, off.Status);
        Assert.Contains(
            "You get no more e-mail about assessments.",
            (await browser.GetAsync("/account/profile?done=digest")).Body,
            StringComparison.Ordinal);

        await target.Get<DigestService>().RunIfDueAsync(Stop);
        Assert.Equal(["Mia@example.org"], smtp.Mails.Select(To));

        await browser.SubmitAsync("/account/profile", "digest", ("Digest", "on"));
        Assert.Equal(1, await target.Get<DigestService>().RunIfDueAsync(Stop));
        Assert.Equal(["Mia@example.org", "Eva@example.org"], smtp.Mails.Select(To));
    }

    [Fact]
    public async Task Digest_AddressRefused_KeepsNobodyElseFromTheirs()
    {
        await using var smtp = new SmtpStand();
        await using var target = NewTarget(smtp.Port);
        var nobody = await target.AddAsync("nobody", Roles.Editor);
        var (eva, _) = await PeopleAsync(target);
        await WorkAsync(target, nobody);

        await target.Get<DigestService>().RunIfDueAsync(Stop);

        Assert.Equal(["Eva@example.org", "Mia@example.org"], smtp.Mails.Select(To));
        Assert.Equal(0, await target.Get<DigestService>().RunIfDueAsync(Stop));
        Assert.NotNull(eva);
    }

    [Theory]
    [InlineData("right", 2)]
    [InlineData("wrong", 0)]
    public async Task Digest_ServerThatAsksForAPassword_GetsIt(string password, int sent)
    {
        await using var smtp = new SmtpStand("right");
        await using var target = NewTarget(smtp.Port, ("Mail:User", "tracker"), ("Mail:Password", password));
        var (eva, _) = await PeopleAsync(target);
        await WorkAsync(target, eva);

        Assert.Equal(sent, await target.Get<DigestService>().RunIfDueAsync(Stop));
        Assert.Equal(sent, smtp.Mails.Count);
    }

    [Fact]
    public async Task Digest_ServerThatIsDown_IsTriedAgainLater()
    {
        var smtp = new SmtpStand();
        var port = smtp.Port;
        await smtp.DisposeAsync();
        await using var target = NewTarget(port);
        var (eva, _) = await PeopleAsync(target);
        await WorkAsync(target, eva);
        var service = target.Get<DigestService>();

        Assert.Equal(0, await service.RunIfDueAsync(Stop));
        Assert.Null((await target.ReadAsync("Eva")).DigestSentOn);
        target.Clock.MoveTo(target.Clock.GetUtcNow().AddMinutes(16));
        Assert.Equal(0, await service.RunIfDueAsync(Stop));
        Assert.Null((await target.ReadAsync("Eva")).DigestSentOn);
    }

    [Fact]
    public async Task Digest_ConnectionThatMustBeEncrypted_IsNeverMadeInClear()
    {
        await using var smtp = new SmtpStand();
        await using var target = NewTarget(smtp.Port, ("Mail:Security", "StartTls"));
        var (eva, _) = await PeopleAsync(target);
        await WorkAsync(target, eva);

        Assert.Equal(0, await target.Get<DigestService>().RunIfDueAsync(Stop));
        Assert.Empty(smtp.Mails);
    }

    private static LiveProduct NewTarget(int port, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Security"] = "None",
            ["Mail:From"] = "DefenseCoop <tracker@example.org>",
            ["Mail:Site"] = "https://tracker.example.org/",
        };
        foreach (var (name, value) in more) settings[name] = value;
        return new LiveProduct { Settings = settings };
    }

    private static async Task<(Account Eva, Account Mia)> PeopleAsync(LiveProduct target) =>
        (await target.AddAsync("Eva", Roles.Editor), await target.AddAsync("Mia", Roles.Manager));

    /// <summary>A period past its day: one assessment waits for review, in another somebody wrote.</summary>
    private static async Task WorkAsync(LiveProduct target, Account writer)
    {
        await using var db = target.NewContext();
        await Given.OpenAsync(db, "2026-Q3", Given.At(2026, 9, 25));
        await Given.SubmitAsync(db, "base-expansion-2026-Q3", writer, Given.At(2026, 10, 20));
        await Given.WriteAsync(db, "cybersecurity-2026-Q3", writer);
    }

    private static string To(MimeMessage mail) => ((MailboxAddress)mail.To[0]).Address;

    private static string Text(MimeMessage mail) => mail.TextBody!.Replace("\r\n", "\n", StringComparison.Ordinal);
}

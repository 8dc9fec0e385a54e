using DefenseCoop.Web.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DefenseCoop.Web.Operations.Mail;

/// <summary>The way to the mail server of the settings.</summary>
internal static class MailServer
{
    /// <summary>Signed in, where the server asks for it.</summary>
    public static async Task<SmtpClient> ConnectAsync(MailSettings mail, CancellationToken ct)
    {
        var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(mail.Host, mail.Port, Way(mail.Security), ct);
            if (mail.User is not null) await client.AuthenticateAsync(mail.User, mail.Password ?? "", ct);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Sends a mail that only shows that mail arrives.</summary>
    public static async Task SendTestAsync(MailSettings mail, string address, CancellationToken ct)
    {
        using var message = new MimeMessage { Subject = "DefenseCoop: a mail to try the mail server" };
        message.From.Add(new MailboxAddress(mail.From.DisplayName, mail.From.Address));
        message.To.Add(new MailboxAddress("", address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain") { Text = $"It arrives: mail of {mail.Site} goes through {mail.Host}.\n" };
        using var client = await ConnectAsync(mail, ct);
        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    private static SecureSocketOptions Way(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}

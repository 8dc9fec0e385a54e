using System.Net.Mail;

namespace DefenseCoop.Web.Settings;

/// <summary>How the way to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>In clear at first, then TLS or nothing: the port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte: the port 465.</summary>
    Tls,

    /// <summary>In clear: for a server on the same machine.</summary>
    None,
}

/// <summary>The mail server through which reminders go.</summary>
/// <param name="User">Null where the server asks for no sign-in.</param>
/// <param name="From">Whom the mail is from.</param>
/// <param name="Site">The address under which people reach this installation:
/// links in mail start with it. <c>Access:Address</c> unless set.</param>
/// <param name="DigestHour">From this hour on, UTC, the digest of a day is sent.</param>
public sealed record MailSettings(
    string Host, int Port, MailSecurity Security, string? User, string? Password, MailAddress From, Uri Site, int DigestHour)
{
    /// <returns>Null where no server is named: no mail is sent.</returns>
    internal static MailSettings? Read(SettingReader reader)
    {
        var port = reader.Number(Setting.MailPort, 1, 65_535);
        var hour = reader.Number(Setting.MailDigestHour, 0, 23);
        var security = SecurityOf(reader);
        var host = reader.Text(Setting.MailHost);
        if (host is null)
        {
            if (reader[Setting.MailHost] is null && reader.HasSectionOf(Setting.MailHost))
            {
                reader.Problems.Add($"{Setting.MailHost} is missing: write the name of the mail server, or leave the whole section out.");
            }
            return null;
        }

        var (from, site) = (FromOf(reader), SiteOf(reader));
        var (user, password) = (reader.Text(Setting.MailUser), reader[Setting.MailPassword]);
        if (user is null && password is not null) reader.Problems.Add($"{Setting.MailUser} is missing: a password alone signs nobody in.");
        return from is null || site is null ? null : new MailSettings(host, port, security, user, password, from, site, hour);
    }

    private static MailSecurity SecurityOf(SettingReader reader)
    {
        var otherwise = Enum.Parse<MailSecurity>(Setting.MailSecurity.Default);
        if (reader[Setting.MailSecurity] is not { } text) return otherwise;
        foreach (var known in Enum.GetValues<MailSecurity>())
        {
            if (known.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) return known;
        }

        reader.Problems.Add($"{Setting.MailSecurity} is \"{text}\": write StartTls, Tls or None.");
        return otherwise;
    }

    private static MailAddress? FromOf(SettingReader reader)
    {
        var text = reader.Text(Setting.MailFrom);
        if (MailAddress.TryCreate(text, out var address)) return address;
        reader.Problems.Add(text is null
            ? $"{Setting.MailFrom} is missing: write whom mail is from, for example DefenseCoop <tracker@example.org>."
            : $"{Setting.MailFrom} is \"{text}\", which is no address: write for example DefenseCoop <tracker@example.org>.");
        return null;
    }

    private static Uri? SiteOf(SettingReader reader)
    {
        if (reader[Setting.MailSite] is not null) return reader.Site(Setting.MailSite);
        if (reader[Setting.Address] is not null) return reader.Site(Setting.Address);
        reader.Problems.Add(
            $"{Setting.MailSite} is missing: write the address of this installation, for example https://tracker.example.org.");
        return null;
    }
}

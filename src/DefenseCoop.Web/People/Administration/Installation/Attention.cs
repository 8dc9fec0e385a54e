using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Operations.Backups;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DefenseCoop.Web.People.Administration.Installation;

/// <summary>Something that whoever runs the installation should not leave as it is.</summary>
/// <param name="What">How it is, in a sentence.</param>
/// <param name="Setting">The setting that changes it; null where none does.</param>
/// <param name="Remedy">What to do.</param>
public sealed record AttentionRow(string What, Setting? Setting, string Remedy);

/// <summary>What needs attention, worst first. The page on the system lists it, and the navigation counts it.</summary>
public sealed class Attention(
    AppSettings settings, IConfiguration configuration, BackupState backups,
    SystemQueries system, HealthCheckService health, TimeProvider clock)
{
    /// <exception cref="NotAllowedException">The acting person may not see it.</exception>
    public async Task<IReadOnlyList<AttentionRow>> ReadAsync(Actor actor, CancellationToken ct)
    {
        var weak = await system.WithoutSecondFactorAsync(actor, ct);
        return [.. await HealthRows(ct), .. BackupRows(), .. NetworkRows(), .. AccountRows(weak), .. MailRows()];
    }

    private async Task<IEnumerable<AttentionRow>> HealthRows(CancellationToken ct) =>
        from entry in (await health.CheckHealthAsync(ct)).Entries
        where entry.Value.Status != HealthStatus.Healthy
        select new AttentionRow(
            entry.Value.Description ?? $"The check of the {entry.Key} fails.", null, "Look into the log of the program.");

    private IEnumerable<AttentionRow> BackupRows()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (settings.Backup.Folder is null)
        {
            yield return new(
                "No backups are made.", Setting.BackupFolder, "Name a folder on another disk; the first backup follows at once.");
        }
        else if (backups.LastTry is { Problem: { } problem })
        {
            yield return new(
                $"The last backup failed. {problem}",
                Setting.BackupFolder,
                "Put right what it names; the next try follows within the hour.");
        }
        else if (backups.Newest is { } newest && now - newest.At > TimeSpan.FromHours(2 * settings.Backup.EveryHours))
        {
            yield return new(
                $"The newest backup is of {Instants.Text(newest.At)}.",
                Setting.BackupEveryHours,
                "Look into the log of the program why none followed.");
        }
    }

    private IEnumerable<AttentionRow> NetworkRows()
    {
        var listened = HostNames.ListenedOn(configuration);
        var isBehindProxy = settings.Proxy.Networks.Count > 0;
        var isOpen = listened.Any(a => a.IsUnixPipe || !HostNames.IsLoopback(a.Host));
        if (!settings.Access.Https && (isOpen || isBehindProxy))
        {
            yield return new(
                "Passwords and cookies can travel by plain HTTP.",
                Setting.Https,
                "Listen on https, or behind a proxy that does; then write true.");
        }

        if (settings.Access.KeyCertificate is null)
        {
            yield return new(
                "The keys of cookies and of second factors are stored in clear.",
                Setting.KeyCertificatePath,
                "Name a certificate that encrypts them.");
        }

        if (isOpen && HostNames.Of(configuration).IsAny)
        {
            yield return new("It answers by any host name.", Setting.AllowedHosts, "Name those by which people reach it.");
        }
    }

    private IEnumerable<AttentionRow> AccountRows(IReadOnlyList<string> weak)
    {
        if (weak.Count > 0 && settings.Access.LocalPasswords)
        {
            yield return new(
                $"{string.Join(", ", weak)} {(weak.Count == 1 ? "administers" : "administer")} with a password alone.",
                null,
                "Whoever administers sets up an authenticator app or a passkey, in their profile.");
        }
    }

    private IEnumerable<AttentionRow> MailRows()
    {
        if (settings.Mail is null)
        {
            yield return new(
                "No mail is sent: nobody is reminded of assessments.",
                Setting.MailHost,
                "Name a mail server, with Mail:From and Access:Address.");
        }
    }
}

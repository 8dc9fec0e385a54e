using DefenseCoop.Data.Assessments.Reminders;
using DefenseCoop.Data.Commands;
using DefenseCoop.Web.Operations;
using DefenseCoop.Web.Operations.Mail;
using DefenseCoop.Web.Settings;
using MailKit.Net.Smtp;

namespace DefenseCoop.Web.Assessments.Reminders;

/// <summary>
/// Sends each person, once a day and where they did not switch it off, what waits for them. A server that cannot be
/// reached is tried again a quarter of an hour later; an address that it refuses, on the next day.
/// </summary>
public sealed class DigestService(AppSettings settings, DigestQueries digests, TimeProvider clock, ILogger<DigestService> log) : TimedService(clock)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private DateTime _notBefore = DateTime.MinValue;

    protected override TimeSpan Pace => TimeSpan.FromMinutes(1);

    protected override bool IsWanted => settings.Mail is not null;

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many mails the server took.</returns>
    public async Task<int> RunIfDueAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        if (settings.Mail is not { } mail || now.Hour < mail.DigestHour || now < _notBefore) return 0;
        await _oneAtATime.WaitAsync(ct);
        try
        {
            var today = DateOnly.FromDateTime(now);
            var due = await digests.DueAsync(today, ct);
            return due.Count == 0 ? 0 : await SendAsync(mail, due, today, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _notBefore = now + Rest;
            log.LogError(e, "Reminders could not be sent through {Host}:{Port}; they are tried again in {Minutes} minutes", mail.Host, mail.Port, Rest.TotalMinutes);
            return 0;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        base.Dispose();
    }

    protected override Task BeginAsync(CancellationToken ct) => RunIfDueAsync(ct);

    /// <summary>Who was not told yet when the program ends is told after the next start.</summary>
    protected override Task WorkAsync(CancellationToken ct) => RunIfDueAsync(ct);

    private async Task<int> SendAsync(MailSettings mail, IReadOnlyList<Digest> due, DateOnly today, CancellationToken ct)
    {
        using var client = await MailServer.ConnectAsync(mail, ct);
        var sent = 0;
        foreach (var digest in due)
        {
            try
            {
                await client.SendAsync(DigestMail.Write(digest, mail, today), ct);
                sent++;
            }
            catch (SmtpCommandException e) when (client.IsConnected && e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
            {
                log.LogWarning("The mail server refused the reminder for account {Account}: {Answer}", digest.AccountId, e.Message);
            }

            await digests.MarkAsync(digest.AccountId, today, ct);
        }

        await client.DisconnectAsync(quit: true, ct);
        log.LogInformation("Sent {Count} reminders", sent);
        return sent;
    }
}

internal static class DigestSetup
{
    public static void AddReminders(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DigestService>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DigestService>());
    }
}

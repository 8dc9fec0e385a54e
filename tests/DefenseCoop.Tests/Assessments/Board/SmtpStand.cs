using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>A mail server on a port of its own that keeps what it is sent.</summary>
internal sealed class SmtpStand : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private readonly Store _store = new();

    /// <param name="password">Of the one user "tracker"; null where nobody has to sign in.</param>
    public SmtpStand(string? password = null)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var options = new SmtpServerOptionsBuilder().ServerName("stand").Endpoint(e =>
        {
            e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
            if (password is not null) e.AuthenticationRequired().AllowUnsecureAuthentication();
        }).Build();
        var services = new ServiceProvider();
        services.Add(_store);
        services.Add(new Mailboxes());
        services.Add(new Users(password));
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_end.Token);
    }

    public int Port { get; }

    public IReadOnlyList<MimeMessage> Mails => [.. _store.Kept];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // That is its end.
        }

        _end.Dispose();
    }

    private sealed class Store : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Kept { get; } = new();

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            Kept.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
            return SmtpResponse.Ok;
        }
    }

    /// <summary>Refuses whoever is called "nobody".</summary>
    private sealed class Mailboxes : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
                Task.FromResult(to.User != "nobody");
    }

    private sealed class Users(string? password) : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(
            ISessionContext context, string user, string given, CancellationToken cancellationToken) =>
                Task.FromResult(user == "tracker" && given == password);
    }
}

using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DefenseCoop.Web.Hosting;

/// <summary>
/// The last of the start, told to whoever started the program. A part of the host: none ends while this still reads or writes.
/// </summary>
internal sealed class Readiness(RegisterQueries register, TimeProvider clock, IServer server, SetupOffer offer) : IHostedLifecycleService
{
    private Task _first = Task.CompletedTask;

    public static string[] Addresses(IServer server) => [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <summary>The first query costs far more than all later ones: it is run beside the rest of the start.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _first = Task.Run(() => register.ReadAsync(new RegisterQuery(), clock.Today, cancellationToken), cancellationToken);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await _first;
        if (string.Join(", ", Addresses(server)) is { Length: > 0 } addresses)
        {
            await Console.Out.WriteLineAsync($"DefenseCoop is ready: {addresses}");
        }
        await offer.MakeAsync(cancellationToken);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

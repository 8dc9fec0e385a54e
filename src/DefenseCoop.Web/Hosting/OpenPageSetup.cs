using DefenseCoop.Web.People.OpenPages;
using DefenseCoop.Web.Shared.Clocks;
using DefenseCoop.Web.Shared.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DefenseCoop.Web.Hosting;

/// <summary>Open pages: whose they are, how many there may be, and when they end.</summary>
internal static class OpenPageSetup
{
    public static void AddOpenPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OpenPages>();
        builder.Services.AddSingleton<ConnectionFilter>();
        builder.Services.AddHostedService<SessionWatch>();

        // The page keeps no state that a reload would lose, so none is kept for circuits that are gone.
        builder.Services.Configure<CircuitOptions>(circuits =>
        {
            circuits.PersistedCircuitInMemoryMaxRetained = 0;

            // A page that was left answers no call any more. The call lasts until the page is given up, and ends with it; one
            // that ended before would be taken for a failure of the page.
            circuits.JSInteropDefaultCallTimeout = circuits.DisconnectedCircuitRetentionPeriod + TimeSpan.FromMinutes(1);
        });
        builder.Services.AddServerSideBlazor().AddHubOptions(hub => hub.AddFilter<ConnectionFilter>());
        builder.Services.AddSingleton<LiveFeed>();
        builder.Services.AddHostedService<ForeignChanges>();
        builder.Services.AddScoped<PagePerson>();
        builder.Services.AddScoped<CircuitHandler>(services => services.GetRequiredService<PagePerson>());
        builder.Services.AddScoped<CircuitHandler>(services => services.GetRequiredService<ReaderZone>());
    }
}

using System.Globalization;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Hosting.Addresses;
using DefenseCoop.Web.Hosting.Security;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Hosting.Server;

namespace DefenseCoop.Web.Hosting;

/// <summary>The link that makes the first administrator. It is for a person: a line of text, not of the log.</summary>
internal sealed class SetupOffer(PeopleOptions people, LinkKeeper links, AppSettings settings, IConfiguration configuration, IServer server)
{
    /// <summary>Once it listens, so that the address in the link is one that answers.</summary>
    public async Task MakeAsync(CancellationToken ct)
    {
        if (!people.LocalPasswords) return;
        if (await links.NewSetupLinkAsync(ct) is not { } secret) return;
        var site = SiteAddress.Of(settings, HostNames.Of(configuration), Readiness.Addresses(server));
        var where = site is null ? ", under the address by which you reach it (set Access:Address, and it stands here)" : "";
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"DefenseCoop has no administrator yet. Once and within {PeopleOptions.SetupLinkTime.TotalMinutes} minutes this link "
            + $"makes the first one{where}: {site}{AccountUrls.Setup(secret)}"));
    }
}

using System.Security.Cryptography;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseCoop.Benchmarks.People;

/// <summary>A person who can sign in.</summary>
internal sealed record Person(int Id, string Email);

/// <summary>
/// The accounts of a data set, kept by the product's own commands, but in this process: the measured one learns of a
/// change as it would of one made by a second server, from the database alone.
/// </summary>
internal sealed class Accounts : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private Actor _administrator;
    private int _count;

    private Accounts(ServiceProvider services) => _services = services;

    /// <summary>Everybody's.</summary>
    public string Password { get; } = RandomNumberGenerator.GetHexString(32);

    /// <summary>Makes the first administrator, as the link in the log of a first start lets one do.</summary>
    public static async Task<Accounts> OpenAsync(string dataFolder, CancellationToken cancel)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddDefenseCoopData(new DatabaseOptions { DataFolder = dataFolder });
        services.AddDefenseCoopPeople(new PeopleOptions());
        var accounts = new Accounts(services.BuildServiceProvider());
        var links = accounts.Get<LinkKeeper>();
        var secret = await links.NewSetupLinkAsync(cancel)
            ?? throw new InvalidOperationException($"The database in {dataFolder} has an administrator already.");
        var id = await links.SetUpAsync(secret, "administrator@example.org", "Administrator", accounts.Password, cancel);
        accounts._administrator = new Actor(id!.Value, null);
        return accounts;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Invites a person, who sets the password.</summary>
    public async Task<Person> AddAsync(Roles roles, CancellationToken cancel)
    {
        var name = FormattableString.Invariant($"person{++_count}");
        var email = $"{name}@example.org";
        var secret = await Get<AccountCommands>().InviteAsync(_administrator, email, name, roles, cancel);
        var id = await Get<LinkKeeper>().SetPasswordAsync(secret, Password, cancel);
        return new Person(id!.Value, email);
    }

    public Task ChangeRolesAsync(Person person, Roles roles, CancellationToken cancel) =>
        Get<AccountCommands>().ChangeRolesAsync(_administrator, person.Id, roles, cancel);

    public Task DisableAsync(Person person, CancellationToken cancel) =>
        Get<AccountCommands>().DisableAsync(_administrator, person.Id, cancel);

    /// <summary>The person as one who acts from an open page: under a session.</summary>
    public async Task<Actor> ActorAsync(Person person, CancellationToken cancel)
    {
        var sessions = Get<SessionKeeper>();
        var key = await sessions.StartAsync(new SessionStart(person.Id, "Password", null, null), cancel);
        var signedIn = await sessions.VerifyAsync(key, cancel);
        return new Actor(person.Id, signedIn!.SessionId);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

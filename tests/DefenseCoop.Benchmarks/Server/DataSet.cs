using System.Diagnostics;
using DefenseCoop.Benchmarks.People;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Benchmarks.Server;

/// <summary>A prepared database, and the one warm process that the measures on it share.</summary>
internal sealed class DataSet : IAsyncDisposable
{
    private readonly string _heapSocket;
    private AppServer? _server;
    private Accounts? _accounts;
    private string? _signedIn;

    private DataSet(string name, PublishedApp app, string folder, string heapSocket) =>
        (Name, App, Folder, _heapSocket) = (name, app, folder, heapSocket);

    public string Name { get; }

    public PublishedApp App { get; }

    public string Folder { get; }

    public TimeSpan Prepared { get; private init; }

    /// <summary>How many initiatives the register says it holds; null where it does not say.</summary>
    public long? Total { get; private init; }

    /// <summary>Lets the product create its database with the starter data, and for a count also synthetic initiatives.</summary>
    public static async Task<DataSet> PrepareAsync(
        PublishedApp app, TempFolder temp, int? initiatives, CancellationToken cancel)
    {
        var name = initiatives is { } count ? FormattableString.Invariant($"{count:N0} synthetic") : "starter";
        var folder = temp.Sub(initiatives is null ? "starter" : "synthetic");
        var clock = Stopwatch.StartNew();
        if (initiatives is { } wanted)
        {
            await AppServer.RunVerbAsync(
                app, folder, cancel, "seed", "--initiatives", FormattableString.Invariant($"{wanted}"));
        }

        await using var first = AppServer.Start(app, folder);
        await first.AnsweredAsync("/health/ready", cancel);
        var prepared = clock.Elapsed;
        var total = await RegisterTotal.ReadAsync(first.Address, cancel);
        if (total < initiatives)
            throw new InvalidDataException($"{initiatives} initiatives were seeded, but the register holds {total}.");

        var socket = Path.Combine(temp.Path, Path.GetFileName(folder) + ".heap");
        return new DataSet(name, app, folder, socket) { Prepared = prepared, Total = total };
    }

    public async Task<AppServer> ServerAsync(CancellationToken cancel)
    {
        if (_server is null)
        {
            _server = AppServer.Start(App, Folder, _heapSocket);
            await _server.AnsweredAsync("/health/ready", cancel);
        }

        return _server;
    }

    public async Task<Accounts> AccountsAsync(CancellationToken cancel) => _accounts ??= await Accounts.OpenAsync(Folder, cancel);

    /// <summary>The cookies of a person who is signed in; the same one each time.</summary>
    public async Task<string> SignedInAsync(CancellationToken cancel)
    {
        if (_signedIn is null)
        {
            var accounts = await AccountsAsync(cancel);
            using var form = new SignInForm((await ServerAsync(cancel)).Address);
            _signedIn = await form.SignInAsync(await accounts.AddAsync(Roles.Analyst, cancel), accounts.Password, cancel);
        }

        return _signedIn;
    }

    /// <summary>The product shows strangers no details of an error; its log, where it still holds them, does.</summary>
    public async Task<Exception> ExplainAsync(string measure, Exception problem)
    {
        var what = $"{measure} on {Name} failed: {problem}";
        return _server is null ? new InvalidOperationException(what) : await _server.FailureAsync(what);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_accounts is not null)
            await _accounts.DisposeAsync();
    }
}

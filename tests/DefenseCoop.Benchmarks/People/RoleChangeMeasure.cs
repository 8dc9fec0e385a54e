using System.Diagnostics;
using System.Globalization;
using DefenseCoop.Benchmarks.Circuits;
using DefenseCoop.Benchmarks.Measures;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Benchmarks.People;

/// <summary>
/// How soon open pages follow a change that was made in the database: a role given and taken several times, and then
/// the account disabled. All pages are those of one person under many sign-ins, the most that one change can reach.
/// </summary>
internal sealed class RoleChangeMeasure(string name, string path, int circuits, Limit seconds) : IMeasure
{
    private const int SignIns = 50;
    private const int Changes = 6;

    /// <summary>
    /// The server looks every few seconds, and the fleet settles a while after such a look: the changes must not all fall
    /// as long before the next one.
    /// </summary>
    private static readonly TimeSpan s_outOfStep = TimeSpan.FromMilliseconds(350);

    public string Name => name;

    /// <summary>The heading in the navigation that only an administrator has.</summary>
    private static ReadOnlySpan<byte> Heading => "Administration"u8;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var server = await data.ServerAsync(cancel);
        var accounts = await data.AccountsAsync(cancel);
        var person = await accounts.AddAsync(Roles.Analyst, cancel);
        using var form = new SignInForm(server.Address);
        var cookies = new List<string>();
        while (cookies.Count < SignIns)
            cookies.Add(await form.SignInAsync(person, accounts.Password, cancel));

        await using var fleet = await CircuitFleet.OpenAsync(new Uri(server.Address, path), cookies, circuits, cancel);
        var given = new List<Samples>();
        var taken = new List<Samples>();
        for (var i = 0; i < Changes; i++)
        {
            await fleet.SettleAsync(cancel);
            await Task.Delay(i * s_outOfStep, cancel);
            var isGiven = i % 2 == 0;
            var seen = fleet.NextAsync(
                tab => tab.Kind == TabEventKind.Rendered && tab.Shows(Heading) == isGiven, cancel);
            var started = Stopwatch.GetTimestamp();
            await accounts.ChangeRolesAsync(person, isGiven ? Roles.Analyst | Roles.Administrator : Roles.Analyst, cancel);
            (isGiven ? given : taken).Add(Seconds(started, await seen));
        }

        return
        [
            Figure("Role given, last page that shows it", given),
            Figure("Role taken, last page that shows it", taken),
            .. await DisableAsync(fleet, accounts, person, cancel),
        ];
    }

    /// <summary>These tabs do not leave when told to, as a browser does: in the end they are cut off.</summary>
    private async Task<IReadOnlyList<Figure>> DisableAsync(CircuitFleet fleet, Accounts accounts, Person person, CancellationToken cancel)
    {
        await fleet.SettleAsync(cancel);
        await Task.Delay(Changes / 2 * s_outOfStep, cancel);
        var leave = fleet.NextAsync(tab => tab.Kind != TabEventKind.Rendered, cancel);
        var close = fleet.NextAsync(tab => tab.Kind == TabEventKind.Closed, cancel);
        var started = Stopwatch.GetTimestamp();
        await accounts.DisableAsync(person, cancel);
        return
        [
            Figure("Account disabled, last page told to leave", [Seconds(started, await leave)]),
            Figure("Account disabled, last connection cut off", [Seconds(started, await close)]),
        ];
    }

    private Figure Figure(string title, List<Samples> changes)
    {
        var first = changes.Min(change => change.Least);
        var spread = changes.Max(change => change.Worst - change.Least);
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{circuits} signed-in circuits{(changes.Count > 1 ? $", slowest of {changes.Count} changes" : "")}; "
                + $"first page after {first:0.00} s, first to last {spread:0.00} s at most");
        return new Figure(title, changes.Max(change => change.Worst), "s", seconds, note);
    }

    private static Samples Seconds(long started, long[] seen) =>
        new(seen.Select(at => Stopwatch.GetElapsedTime(started, at).TotalSeconds));
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using DefenseCoop.Benchmarks.Circuits;
using DefenseCoop.Benchmarks.Measures;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Benchmarks.People;

/// <summary>
/// How soon a change is on all open pages that show it: an administrator renames a category by its form, and every
/// open register shows the new name. Timed from the sending of the form, so that the save is part of it.
/// </summary>
internal sealed class ChangeShownMeasure(string name, string path, int circuits, Limit seconds) : IMeasure
{
    private const int Changes = 8;
    private const string Category = "base-expansion";

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var server = await data.ServerAsync(cancel);
        var accounts = await data.AccountsAsync(cancel);
        using var form = new CategoryForm(server.Address, Category);
        using var signIn = new SignInForm(server.Address);
        var cookies = await signIn.SignInAsync(await accounts.AddAsync(Roles.Administrator, cancel), accounts.Password, cancel);

        await using var fleet = await CircuitFleet.OpenAsync(new Uri(server.Address, path), [""], circuits, cancel);
        List<Samples> shown = [];
        List<double> saves = [];
        for (var i = 0; i < Changes; i++)
        {
            // Not the same name as before, and not a part of it.
            var word = string.Create(CultureInfo.InvariantCulture, $"Bases, version {i:00}");
            await form.OpenAsync(cookies, cancel);
            await fleet.SettleAsync(cancel);
            var bytes = Encoding.UTF8.GetBytes(word);
            var seen = fleet.NextAsync(tab => tab.Kind == TabEventKind.Rendered && tab.Shows(bytes), cancel);
            var started = Stopwatch.GetTimestamp();
            await form.RenameAsync(word, cancel);
            saves.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            shown.Add(new Samples((await seen).Select(at => Stopwatch.GetElapsedTime(started, at).TotalSeconds)));
        }

        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{circuits} circuits, slowest of {Changes} changes; "
                + $"in the median change first page after {new Samples(shown.Select(s => s.Least)).Median:0.00} s, last after "
                + $"{new Samples(shown.Select(s => s.Worst)).Median:0.00} s, the form answered after {new Samples(saves).Median:0.00} s");
        return [new Figure("Change until the last open register showed it", shown.Max(s => s.Worst), "s", seconds, note)];
    }
}

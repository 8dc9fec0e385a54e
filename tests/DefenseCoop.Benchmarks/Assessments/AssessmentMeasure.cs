using System.Diagnostics;
using System.Globalization;
using DefenseCoop.Benchmarks.Measures;
using DefenseCoop.Benchmarks.People;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Benchmarks.Assessments;

/// <summary>
/// What assessments cost: opening a period, the board, the form of an area with a hundred outcomes, what is typed there,
/// and the memory that an open form takes (it has no circuit; its script asks once a second).
/// </summary>
internal sealed class AssessmentMeasure(string name, AssessmentLimits limits) : IMeasure
{
    private const int Saves = 500;
    private const int OpenForms = 100;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(5);

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var server = await data.ServerAsync(cancel);
        var accounts = await data.AccountsAsync(cancel);
        var editor = await accounts.AddAsync(Roles.Editor, cancel);
        var (areas, contributions) = await ManyAreas.AddAsync(accounts, await accounts.ActorAsync(editor, cancel), cancel);
        using var signIn = new SignInForm(server.Address);
        var asManager = await signIn.SignInAsync(await accounts.AddAsync(Roles.Manager, cancel), accounts.Password, cancel);
        var asEditor = await signIn.SignInAsync(editor, accounts.Password, cancel);
        var period = ReportingPeriod.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), PeriodLength.Quarter).Previous;
        var code = $"{ManyAreas.Written}-{period.Code}";
        var form = $"/focus-areas/{ManyAreas.Written}/assessments/{period.Code}";

        List<Figure> figures =
        [
            await OpeningAsync(server, asManager, period.Code, $"{areas} focus areas, {contributions} initiatives beneath them", cancel),
        ];
        figures.Add(await FirstBoardAsync(server, asEditor, cancel));
        figures.AddRange(await PageAsync(server, "/assessments", "Board of assessments", asEditor, null, $"{areas} focus areas", cancel));
        figures.AddRange(
            await PageAsync(server, form, "Form of an assessment", asEditor, limits.Form, await PiecesAsync(accounts, cancel), cancel));
        figures.Add(await SavesAsync(server, asEditor, form, code, cancel));
        figures.Add(await MemoryAsync(server, asEditor, form, code, cancel));
        return figures;
    }

    private async Task<Figure> OpeningAsync(AppServer server, string cookies, string period, string note, CancellationToken cancel)
    {
        using var client = new WritingClient(server.Address, cookies);
        await client.OpenAsync("/assessments/open", cancel);
        var started = Stopwatch.GetTimestamp();
        await client.OpenPeriodAsync(period, cancel);
        return new Figure("Opening a period", Stopwatch.GetElapsedTime(started).TotalSeconds, "s", limits.Opening, note);
    }

    /// <summary>Statuses of past periods are computed for the first who asks after a change.</summary>
    private static async Task<Figure> FirstBoardAsync(AppServer server, string cookies, CancellationToken cancel)
    {
        using var client = new WritingClient(server.Address, cookies);
        var started = Stopwatch.GetTimestamp();
        await client.OpenAsync("/assessments", cancel);
        return new Figure("Board of assessments, first time", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
    }

    private static async Task<IReadOnlyList<Figure>> PageAsync(
        AppServer server, string path, string title, string cookies, Limit? median, string note, CancellationToken cancel)
    {
        using var load = new PageLoad(new Uri(server.Address, path), "<h1", cookies);
        await load.RunAsync(1, s_warmUp, cancel);
        var (alone, _) = await load.RunAsync(1, s_duration, cancel);
        return [new Figure(
            $"{title} over HTTP, median", alone.Median, "ms", median,
            string.Create(CultureInfo.InvariantCulture, $"{alone.Tail("ms")}, {load.PageBytes / 1024.0:0} KB, {note}"))];
    }

    /// <summary>Somebody types; two others have the form open, and ask for news after each save.</summary>
    private async Task<Figure> SavesAsync(AppServer server, string cookies, string form, string code, CancellationToken cancel)
    {
        using var writer = new WritingClient(server.Address, cookies);
        using var first = new WritingClient(server.Address, cookies);
        using var second = new WritingClient(server.Address, cookies);
        foreach (var client in new[] { writer, first, second }) await client.OpenAsync(form, cancel);
        List<double> saves = [], news = [];
        for (var i = 0; i < 2 * Saves; i++)
        {
            // A text of some length, begun anew before it is too long.
            var taken = await writer.SyncAsync(code, string.Create(CultureInfo.InvariantCulture, $"Word {i}. "), cancel);
            var asked = await first.SyncAsync(code, "", cancel);
            await second.SyncAsync(code, "", cancel);
            if (i < Saves) continue;
            saves.Add(taken);
            news.Add(asked);
        }

        var samples = new Samples(saves);
        return new Figure("Save of what is typed, 95 of 100", samples.P95, "ms", limits.Save, string.Create(
            CultureInfo.InvariantCulture,
            $"median {samples.Median:0.0} ms, worst {samples.Worst:0.0} ms, "
                + $"over HTTP; a question for news {new Samples(news).Median:0.0} ms"));
    }

    private async Task<Figure> MemoryAsync(AppServer server, string cookies, string form, string code, CancellationToken cancel)
    {
        List<WritingClient> open = [];
        try
        {
            await AskAsync(Add(), form, code, cancel);
            var before = await server.LiveBytesAsync(cancel);
            for (var i = 0; i < OpenForms; i++) await AskAsync(Add(), form, code, cancel);
            var each = (await server.LiveBytesAsync(cancel) - before) / 1024.0 / OpenForms;
            return new Figure(
                "Memory per open form", each, "KB", limits.Memory,
                string.Create(CultureInfo.InvariantCulture, $"{OpenForms} forms, each over a connection of its own; there is no circuit"));
        }
        finally
        {
            foreach (var client in open) client.Dispose();
        }

        WritingClient Add()
        {
            open.Add(new WritingClient(server.Address, cookies));
            return open[^1];
        }
    }

    private static async Task AskAsync(WritingClient client, string form, string code, CancellationToken cancel)
    {
        await client.OpenAsync(form, cancel);
        await client.SyncAsync(code, "", cancel);
    }

    private static async Task<string> PiecesAsync(Accounts accounts, CancellationToken cancel)
    {
        await using var db = await accounts.Get<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(cancel);
        var beneath = db.Initiatives.Where(i => i.Contributions.Any(c => c.Outcome.Objective.FocusArea.Slug == ManyAreas.Written));
        var outcomes = await db.ExpectedOutcomes.CountAsync(o => o.Objective.FocusArea.Slug == ManyAreas.Written, cancel);
        var pieces = await beneath.SumAsync(i => i.Milestones.Count + i.Indicators.Sum(x => x.Readings.Count), cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{outcomes} outcomes, {pieces} readings and milestones");
    }
}

/// <summary>What assessments must reach.</summary>
/// <param name="Opening">Of a period, seconds.</param>
/// <param name="Form">Milliseconds.</param>
/// <param name="Save">Milliseconds.</param>
/// <param name="Memory">Kilobytes of an open form.</param>
internal sealed record AssessmentLimits(Limit Opening, Limit Form, Limit Save, Limit Memory);

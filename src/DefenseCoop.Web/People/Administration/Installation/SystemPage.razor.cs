using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Web.Operations.Backups;
using DefenseCoop.Web.Operations.Chores;
using DefenseCoop.Web.People.OpenPages;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DefenseCoop.Web.People.Administration.Installation;

/// <summary>What an administrator looks at first when something is wrong.</summary>
public sealed partial class SystemPage
{
    private SystemState? _state;
    private SystemFacts? _facts;
    private IReadOnlyList<AttentionRow> _attention = [];

    [Inject]
    private SystemQueries Queries { get; set; } = null!;

    [Inject]
    private IDatabase Database { get; set; } = null!;

    [Inject]
    private Attention Attention { get; set; } = null!;

    [Inject]
    private OpenPages.OpenPages Pages { get; set; } = null!;

    [Inject]
    private AppSettings Settings { get; set; } = null!;

    [Inject]
    private IConfiguration Configuration { get; set; } = null!;

    [Inject]
    private IHostEnvironment Host { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private BackupState BackupState { get; set; } = null!;

    private BackupWords Backups => new(Settings.Backup, BackupState, Clock.GetUtcNow().UtcDateTime);

    [Inject]
    private ChoreRunner Chores { get; set; } = null!;

    [Inject]
    private HealthCheckService Checks { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _state = await Queries.ReadAsync(Actor, Aborted);
        _attention = await Attention.ReadAsync(Actor, Aborted);
        _facts = SystemFacts.Now(await Checks.CheckHealthAsync(Aborted), Database.Size, Clock.GetUtcNow().UtcDateTime);
    }

    private async Task DoAsync()
    {
        var wanted = Http.Request.Form["do"].ToString();
        if (wanted != ChoreBox.Cancel && !Enum.GetNames<Chore>().Contains(wanted, StringComparer.Ordinal)) return;
        if (await TryAsync(() =>
            wanted == ChoreBox.Cancel ? Chores.CancelAsync(Actor, Aborted) : Chores.BeginAsync(Actor, Enum.Parse<Chore>(wanted), Aborted)))
        {
            GoTo($"{AccountUrls.System}#chores");
        }
    }
}

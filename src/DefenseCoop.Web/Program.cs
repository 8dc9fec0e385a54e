using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Web.Api;
using DefenseCoop.Web.Assessments.News;
using DefenseCoop.Web.Assessments.Reminders;
using DefenseCoop.Web.Assessments.Writing;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.Hosting;
using DefenseCoop.Web.Hosting.Addresses;
using DefenseCoop.Web.Hosting.Security;
using DefenseCoop.Web.Hosting.Sending;
using DefenseCoop.Web.Hosting.Verbs;
using DefenseCoop.Web.Operations.Backups;
using DefenseCoop.Web.People.Profile;
using DefenseCoop.Web.People.SignIn;
using DefenseCoop.Web.Shared.Forms;

return await CommandLine.RunAsync(
    args,
    new VerbActions(
        ServeAsync, DatabaseVerbs.MigrateAsync, DatabaseVerbs.SeedAsync,
        BackupVerbs.BackUpAsync, BackupVerbs.RestoreAsync, VerifyVerb.RunAsync));

static async Task ServeAsync(string[] settingArguments)
{
    DatabaseProviders.Default.Begin();
    var builder = AppBuilder.Create(settingArguments);
    builder.AddDefaultAddress();
    builder.AddHosts();
    builder.AddRateLimits();
    builder.AddHealth();
    builder.AddAccess();
    builder.AddPages();
    builder.AddApi();
    builder.AddForms();
    builder.AddOpenPages();
    builder.AddEditing();
    builder.AddBackups();
    builder.AddReminders();
    builder.Services.AddHostedService<DailyFindings>();
    builder.Services.AddHostedService<Readiness>();

    await using var app = builder.Build();
    app.UseProxies();
    app.UseSitePath();
    app.UseLogAddress();
    app.UseRequestLog();
    app.UseHeaders();
    app.UseHostNames();
    app.UseQuickShutdown();
    app.UsePages();
    app.UseApi();
    app.UseSizeLimit();
    app.UseOriginCheck();
    app.UseKeptForms();
    app.UseAccess();
    app.MapHealth();
    app.MapSignIn();
    app.MapPasskeys();
    app.MapApi();
    app.MapEditing();
    app.MapUnderstood();
    app.MapAssessments();
    app.MapAssessmentNews();
    app.MapPages();
    app.RequireFreeSitePath();

    await app.PrepareDataAsync();
    await app.PrepareAccessAsync();
    await app.ListenAsync();
}

/// <summary>The entry point; public for the tests that host it.</summary>
public partial class Program;

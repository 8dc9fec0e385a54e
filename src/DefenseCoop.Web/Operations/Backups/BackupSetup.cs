namespace DefenseCoop.Web.Operations.Backups;

internal static class BackupSetup
{
    public static void AddBackups(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BackupState>();
        builder.Services.AddSingleton<ScheduledBackups>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ScheduledBackups>());
        builder.Services.AddHostedService<DatabaseHold>();
        builder.Services.AddSingleton<Chores.ChoreRunner>();
    }
}

using System.Globalization;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Web.Operations.Chores;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Hosting.Verbs;

/// <summary>The verbs that save the database and bring it back.</summary>
internal static class BackupVerbs
{
    /// <exception cref="OperationCanceledException">Interrupted; nothing stays behind.</exception>
    public static async Task BackUpAsync(string[] settingArguments, string file, bool overwrite, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Create(settingArguments).Build();
        var database = app.Services.GetRequiredService<IDatabase>();
        var made = await ProgressBars.ShowAsync(progress => database.BackUpAsync(file, overwrite, progress, cancellationToken));
        await Console.Out.WriteLineAsync(
            $"The database was backed up to {made.File} ({Size(made.Size)}), and the copy is sound. {VerificationWords.Newest(made.Head)}");
    }

    /// <exception cref="OperationCanceledException">Interrupted; the database is as it was.</exception>
    public static async Task RestoreAsync(string[] settingArguments, string file, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Create(settingArguments).Build();
        var database = app.Services.GetRequiredService<IDatabase>();
        var done = await ProgressBars.ShowAsync(progress => database.RestoreAsync(file, progress, cancellationToken));
        var aside = done.Aside is null ? "There was none before." : $"The one that was there lies in {done.Aside}.";
        var older = done.Pending.Count == 0
            ? ""
            : $" It is of an older version of the program ({done.Pending.Count} {(done.Pending.Count == 1 ? "step" : "steps")} behind), "
                + "and is brought up to date at the next start.";
        var log = done.LogAside is null ? "" : $" A log that lay beside it, and was not of it, lies in {done.LogAside}.";
        await Console.Out.WriteLineAsync(
            $"The database {done.Database} was restored from {Path.GetFullPath(file)}. "
                + $"{aside}{log}{older} Everybody has to sign in again. {VerificationWords.Newest(done.Head)}");
        if (done.Doubt is not { } doubt) return;
        await Console.Error.WriteLineAsync(
            $"It is perhaps not whole: {doubt} use a file that \"DefenseCoop.Web backup\" made, "
                + "or copy again with the log, and restore that.");
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}

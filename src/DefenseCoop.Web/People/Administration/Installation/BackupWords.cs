using System.Globalization;
using DefenseCoop.Web.Operations.Backups;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.People.Administration.Installation;

/// <summary>How the scheduled backups stand, in words.</summary>
internal sealed class BackupWords(BackupSettings settings, BackupState state, DateTime now)
{
    public string Schedule => settings.Folder is null
        ? "Off: the setting Backup:Folder names no folder"
        : string.Create(
            CultureInfo.InvariantCulture, $"Every {settings.EveryHours} h to {settings.Folder}, of which {settings.Keep} are kept");

    public string Newest => state.Newest is { } newest
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(newest.File)}, {Instants.Text(newest.At)}, {newest.Size / 1e6:0.0} MB, checked")
        : "None";

    public string LastTry => state.LastTry switch
    {
        null => "None since the start of the program",
        { Problem: null } done => $"{Instants.Text(done.At)}: made and checked",
        { } failed => $"{Instants.Text(failed.At)}: failed. {failed.Problem}",
    };

    public string Next => state.Next(now) is { } next ? Instants.Text(next < now ? now : next) : "None";
}

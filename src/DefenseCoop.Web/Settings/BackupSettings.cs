namespace DefenseCoop.Web.Settings;

/// <summary>Backups that the server makes by itself.</summary>
/// <param name="Folder">Full path; null where it makes none.</param>
/// <param name="EveryHours">From one to the next.</param>
/// <param name="Keep">How many are kept.</param>
public sealed record BackupSettings(string? Folder, int EveryHours, int Keep)
{
    internal static BackupSettings Read(SettingReader reader)
    {
        const string folder = "Backup:Folder";
        reader.NameUnknown("Backup", ["Folder", "EveryHours", "Keep"]);
        return new BackupSettings(
            string.IsNullOrWhiteSpace(reader[folder]) ? null : reader.FullPath(folder),
            reader.Number("Backup:EveryHours", 24, 1, 8_760),
            reader.Number("Backup:Keep", 14, 1, 10_000));
    }
}

namespace DefenseCoop.Web.Settings;

/// <summary>Backups that the server makes by itself.</summary>
/// <param name="Folder">Full path; null where it makes none.</param>
/// <param name="EveryHours">From one to the next.</param>
/// <param name="Keep">How many are kept.</param>
public sealed record BackupSettings(string? Folder, int EveryHours, int Keep)
{
    internal static BackupSettings Read(SettingReader reader)
    {
        return new BackupSettings(
            string.IsNullOrWhiteSpace(reader[Setting.BackupFolder]) ? null : reader.FullPath(Setting.BackupFolder),
            reader.Number(Setting.BackupEveryHours, 1, 8_760),
            reader.Number(Setting.BackupKeep, 1, 10_000));
    }
}

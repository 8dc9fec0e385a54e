using System.Text;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DefenseCoop.Tests.People.Profile;

/// <summary>The bytes of a SQLite file as text, for looking for what must not be in it.</summary>
internal static class StoredText
{
    public static async Task<string> OfAsync(string path)
    {
        // A copy: what was written last lies beside the file until it is folded in.
        var copy = path + ".copy";
        await using (var source = new SqliteConnection($"Data Source={path};Pooling=False"))
        await using (var target = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            source.Open();
            target.Open();
            source.BackupDatabase(target);
        }

        return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken));
    }
}

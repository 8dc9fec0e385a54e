using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Whoever adds a kind of record says whether its versions are kept; forgetting it would lose its history in silence.</summary>
public sealed class VersionedEntitiesTests
{
    /// <summary>What has no history, and why.</summary>
    private static readonly Dictionary<string, string> Unversioned = new(StringComparer.Ordinal)
    {
        ["Account"] = "people, of whom the record of the cooperation says nothing; their names stand in change sets",
        ["AccountSession"] = "of people",
        ["OneTimeLink"] = "of people",
        ["IdentityUserLogin"] = "of people",
        ["IdentityUserToken"] = "of people",
        ["IdentityUserPasskey"] = "of people",
        ["DataProtectionKey"] = "of the installation",
        ["ChangeSet"] = "is the history",
        ["RecordChange"] = "is the history",
        ["Draft"] = "not saved yet",
        ["FormReceipt"] = "which forms were done, for a while",
        ["AssessmentField"] = "not submitted yet",
        ["FieldConflict"] = "not submitted yet",
        ["AssessmentWriter"] = "not submitted yet",
    };

    [Fact]
    public void Entities_AllOfThem_AreVersionedOrSaidNotToBe()
    {
        using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);
        var entities = context.Model.GetEntityTypes().Where(t => !t.HasSharedClrType && !t.IsOwned()).ToList();
        Assert.True(entities.Count > 35, $"Only {entities.Count} entity types were found.");

        Assert.Equal(
            Unversioned.Keys.Order(StringComparer.Ordinal),
            entities.Where(t => !HistoryTables.HasHistory(t)).Select(t => t.ShortName()).Distinct().Order(StringComparer.Ordinal));
    }
}

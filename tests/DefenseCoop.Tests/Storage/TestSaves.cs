using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Tests.Hosting;
using Xunit;

namespace DefenseCoop.Tests.Storage;

/// <summary>Saves records that a test writes straight into a database, as the program itself would.</summary>
internal static class TestSaves
{
    public static Task SaveRecordsAsync(this DefenseCoopContext db) =>
        VersionedSave.RecordAsync(
            db, new ChangeNote(null, ChangeNote.Program), FixedClock.Start.UtcDateTime, TestContext.Current.CancellationToken);
}

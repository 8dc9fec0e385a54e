using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Chain;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Tests.Storage;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>Every save of records leaves the versions, the change set and the chain; the past can be read by the same queries.</summary>
public sealed class VersionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_StarterData_IsOneChangeSetOfTheProgramWithEveryRowOnce()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.NewContext();

        var change = await db.ChangeSets.Include(c => c.Records).SingleAsync(Ct);

        Assert.Equal((1L, ChangeNote.Program, (int?)null), (change.Id, change.Person, change.AccountId));
        Assert.Equal(await db.Initiatives.CountAsync(Ct), change.Records.Count(r => r.Kind == RecordKind.Initiative));
        Assert.Equal(await db.Readings.CountAsync(Ct), change.Records.Count(r => r.Kind == RecordKind.Reading));
        Assert.All(change.Records, r => Assert.Equal(ChangeAction.Created, r.Action));
        foreach (var table in VersionTable.All(db.Model).Where(t => t.HoldsFacts))
        {
            Assert.Equal(await CountAsync(db, table.Name), await CountAsync(db, table.History));
        }
    }

    [Fact]
    public async Task Save_ChangedReading_EndsItsVersionAndThePastStaysReadable()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.NewContext();
        var reading = await db.Readings.OrderBy(r => r.Id).FirstAsync(Ct);
        var (code, old) = (reading.Code, reading.Value);
        var before = (await db.ChangeSets.SingleAsync(Ct)).At;

        reading.Revise(old + 1);
        var receipt = await VersionedSave.RecordAsync(db, new ChangeNote(7, "Eva", "A better source"), before.AddHours(1), Ct);

        var change = await db.ChangeSets.Include(c => c.Records).OrderBy(c => c.Id).LastAsync(Ct);
        Assert.Equal((2L, "Eva", "A better source", 7), (change.Id, change.Person, change.Why, change.AccountId));
        Assert.Equal((2L, before.AddHours(1)), (receipt!.ChangeSetId, receipt.At));
        Assert.Equal(receipt.At, change.At);
        Assert.Equal(code, Assert.Single(receipt.Records).Code);
        var record = Assert.Single(change.Records);
        Assert.Equal((RecordKind.Reading, code, ChangeAction.Changed), (record.Kind, record.Subject, record.Action));
        Assert.NotNull(record.InitiativeCode);
        Assert.NotNull(record.CategorySlug);
        var chronicle = database.Services.GetRequiredService<Chronicle>();
        Assert.Equal(old, await ValueAsync(chronicle, before, code));
        Assert.Equal(old, await ValueAsync(chronicle, change.At.AddMicroseconds(-1), code));
        Assert.Equal(old + 1, await ValueAsync(chronicle, change.At, code));
        await using var nothing = await chronicle.OpenAsync(before.AddMicroseconds(-1), Ct);
        Assert.Equal(0, await nothing.Readings.CountAsync(Ct));
        Assert.Equal(0, await nothing.Initiatives.CountAsync(i => i.Sites.Any(), Ct));
    }

    [Fact]
    public async Task Save_Anything_ExtendsTheChainByTheHashOfWhatIsStored()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.NewContext();
        (await db.Milestones.FirstAsync(Ct)).Retitle("Another title");
        await db.SaveRecordsAsync();
        db.Remove(await db.Citations.FirstAsync(Ct));
        await db.SaveRecordsAsync();

        var previous = ChangeHash.Zero;
        DateTime? previousAt = null;
        await using var fresh = database.NewContext();
        await fresh.Database.OpenConnectionAsync(Ct);
        foreach (var change in await fresh.ChangeSets.AsNoTracking().Include(c => c.Records).OrderBy(c => c.Id).ToListAsync(Ct))
        {
            Assert.Equal(previous, change.PreviousHash);
            previous = await ChangeHash.ComputeAsync(fresh.Database, change, previousAt, VersionTable.All(fresh.Model), Ct);
            previousAt = change.At;
            Assert.Equal(change.Hash, previous);
        }
    }

    [Fact]
    public async Task Save_Refused_LeavesNeitherVersionNorChangeSet()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.NewContext())
        {
            db.Add(Domain.Sources.Source.Create("S-ARTICLE", "Again", "Nobody", "urn:again", Domain.Sources.SourceTier.Primary));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveRecordsAsync());
        }

        await using var after = database.NewContext();
        Assert.Equal(1, await after.ChangeSets.CountAsync(Ct));
        Assert.Equal(await CountAsync(after, "Sources"), await CountAsync(after, "SourcesHistory"));
    }

    [Fact]
    public async Task SaveChanges_InThePast_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var past = await database.Services.GetRequiredService<Chronicle>().OpenAsync(DateTime.MaxValue.AddYears(-1), Ct);
        past.Add(FocusArea.Create("a", "A"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => past.SaveChangesAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => past.SaveRecordsAsync());
    }

    [Fact]
    public async Task SaveChanges_OfRowsThatHaveAHistory_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.NewContext();
        var reading = await db.Readings.OrderBy(r => r.Id).FirstAsync(Ct);
        var old = reading.Value;
        reading.Revise(old + 1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());

        await using var after = database.NewContext();
        Assert.Equal(old, (await after.Readings.SingleAsync(r => r.Id == reading.Id, Ct)).Value);
        Assert.Equal(1, await after.ChangeSets.CountAsync(Ct));
    }

    [Fact]
    public async Task Findings_BesideChangedRecords_AreNotSaved()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.NewContext();
        db.Add(FocusArea.Create("a", "A"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => VersionedSave.FindingsAsync(db, DateTime.MaxValue.AddYears(-1), Ct));
    }

    [Fact]
    public async Task Save_OfWhatHasNoHistory_GivesNoReceipt()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.NewContext();
        db.Add(new DataProtectionKey { FriendlyName = "key", Xml = "<key />" });

        Assert.Null(await VersionedSave.RecordAsync(db, new ChangeNote(7, "Eva"), DateTime.UtcNow, Ct));

        await using var after = database.NewContext();
        Assert.Equal("key", (await after.DataProtectionKeys.SingleAsync(Ct)).FriendlyName);
        Assert.Equal(1, await after.ChangeSets.CountAsync(Ct));
    }

    private static async Task<decimal> ValueAsync(Chronicle chronicle, DateTime knownAt, string code)
    {
        await using var db = await chronicle.OpenAsync(knownAt, Ct);
        return await db.Readings.Where(r => r.Code == code && r.Indicator.Initiative.Code != "").Select(r => r.Value).SingleAsync(Ct);
    }

    private static async Task<int> CountAsync(DefenseCoopContext db, string table)
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return Convert.ToInt32(await command.ExecuteScalarAsync(Ct), System.Globalization.CultureInfo.InvariantCulture);
    }
}

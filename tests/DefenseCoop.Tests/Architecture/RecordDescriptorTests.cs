using DefenseCoop.Data.Editing;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>A kind of record is said once: whoever adds one learns here what is missing.</summary>
public sealed class RecordDescriptorTests
{
    [Fact]
    public void Kinds_AllOfThem_HaveADescriptor() =>
        Assert.Equal(Enum.GetValues<RecordKind>(), RecordDescriptors.All.Select(d => d.Kind).Order());

    [Fact]
    public void Citations_OfEveryName_AreOfARecordOrAPart() => Assert.Equal(
        Enum.GetValues<SubjectKind>(),
        RecordDescriptors.All.Select(d => d.Cited).Concat(RecordDescriptors.Parts.Select(p => p.Cited)).OfType<SubjectKind>().Order());

    [Fact]
    public void VersionedEntities_AllOfThem_AreRecordsOrPartsOfThem()
    {
        using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);
        var versioned = context.Model.GetEntityTypes()
            .Where(t => HistoryTables.HoldsFacts(t) && !t.HasSharedClrType)
            .Select(t => t.ClrType.Name);

        // A citation is of what it is cited for.
        Assert.Equal(
            versioned.Order(StringComparer.Ordinal),
            RecordDescriptors.All.Select(d => d.Entity).Concat(RecordDescriptors.Parts.Select(p => p.Entity)).Append(typeof(Citation))
                .Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parts_EachOfThem_NameTheirRecordByAProperty() =>
        Assert.All(RecordDescriptors.Parts, part => Assert.Equal(typeof(int), part.Entity.GetProperty(part.Key)?.PropertyType));

    [Fact]
    public void Forms_OfEveryKind_AreThereOrSaidNotToBe() => Assert.All(RecordDescriptors.All, descriptor =>
    {
        var form = Forms.Of(descriptor.Kind);
        Assert.Equal(descriptor.WhyNoForm is null, form.IsForm);
        if (form.IsForm) Assert.Equal(descriptor.Slug, form.Name);
    });

    /// <summary>Names of kinds stand in hashes, and addresses in bookmarks: they stay.</summary>
    [Theory]
    [InlineData(RecordKind.SpendingFigure, "spending figure", "spending figures", "spending-figure")]
    [InlineData(RecordKind.FocusArea, "focus area", "focus areas", "focus-area")]
    [InlineData(RecordKind.Edition, "exercise edition", "exercise editions", "edition")]
    [InlineData(RecordKind.Outcome, "expected outcome", "expected outcomes", "outcome")]
    [InlineData(RecordKind.Category, "category", "categories", "category")]
    [InlineData(RecordKind.Note, "note on the data", "notes on the data", "note")]
    [InlineData(RecordKind.ReportingPeriod, "reporting period", "reporting periods", "reporting-period")]
    [InlineData(RecordKind.Milestone, "milestone", "milestones", "milestone")]
    public void Words_OfAKind_AreThoseOfItsDescriptor(RecordKind kind, string one, string many, string slug)
    {
        Assert.Equal((one, many, slug), (RecordWords.One(kind), RecordWords.Many(kind), RecordWords.Slug(kind)));
        Assert.Equal(kind, RecordWords.Kind(slug));
    }
}

using DefenseCoop.Data.Editing;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
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
    public void Citations_OfEveryName_HaveWordsToBeCountedBy() => Assert.All(Enum.GetValues<SubjectKind>(), kind =>
    {
        var (one, many) = RecordDescriptors.CitedWords(kind);
        Assert.False(string.IsNullOrEmpty(one) || string.IsNullOrEmpty(many) || one == many);
    });

    /// <summary>Whoever adds a record to the tree of focus areas learns here that their history is to tell of it.</summary>
    [Fact]
    public void Records_ThatLeadToAFocusArea_AreSaidToBeOfIt()
    {
        using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);
        HashSet<Type> found = [typeof(FocusArea)];
        var records = context.Model.GetEntityTypes().Where(t => RecordDescriptors.Of(t.ClrType) is not null).ToList();
        while (records.FirstOrDefault(t => !found.Contains(t.ClrType)
            && t.GetForeignKeys().Any(k => found.Contains(k.PrincipalEntityType.ClrType))) is { } next)
        {
            found.Add(next.ClrType);
        }

        Assert.Equal(
            found.Select(t => t.Name).Order(StringComparer.Ordinal),
            RecordDescriptors.All.Where(d => d.IsOfFocusArea).Select(d => d.Entity.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>Rules look at what belongs to initiatives and focus areas; what people judge of these stands in assessments.</summary>
    [Fact]
    public void Records_OfAssessments_AreNoEvidence() => Assert.Equal(
        RecordDescriptors.All.Where(d => d.Entity.Namespace == typeof(Assessment).Namespace).Select(d => d.Kind),
        RecordDescriptors.All.Where(d => d.IsOfAssessments).Select(d => d.Kind));

    /// <summary>An open page follows the kinds that show on it: whoever adds one says here on which.</summary>
    [Fact]
    public void Kinds_EachOfThem_ShowOnAPage() =>
        Assert.Empty(RecordDescriptors.All.Where(d => d.Pages == RecordPages.None).Select(d => d.Kind));

    [Fact]
    public void Pages_EachOfThem_ShowAKind() => Assert.Equal(
        Enum.GetValues<RecordPages>().Aggregate((all, page) => all | page),
        RecordDescriptors.All.Select(d => d.Pages).Aggregate((all, pages) => all | pages));

    /// <summary>What rests on a source is told with the page where it stands. Recommendations have a page of their own.</summary>
    [Fact]
    public void Citations_OfEveryName_SayWhereTheyStand()
    {
        using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);
        var loader = new RecordOwners(context, default);

        Assert.Equal(
            [SubjectKind.Recommendation],
            Enum.GetValues<SubjectKind>().Where(k => RecordDescriptors.PlacesCited(k, loader) is null));
    }

    /// <summary>Whatever is named by initiatives and belongs to none of them tells which: they are found by its name.</summary>
    [Fact]
    public void Records_NamedByInitiatives_TellWhichFindItsName()
    {
        using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);
        var initiative = context.Model.FindEntityType(typeof(Initiative))!;
        var named = initiative.GetNavigations().Concat<IReadOnlyNavigationBase>(initiative.GetSkipNavigations())
            .Select(n => n.TargetEntityType)
            .SelectMany(t => RecordDescriptors.PartOf(t.ClrType) is null
                ? [t.ClrType]
                : t.GetForeignKeys().Select(k => k.PrincipalEntityType.ClrType))
            .Distinct().Select(RecordDescriptors.Of).OfType<RecordDescriptor>().Where(d => !d.HasOwner)
            .Select(d => d.Kind).Order();

        // The search asks for names of categories by itself.
        Assert.Equal(
            named.Where(k => k != RecordKind.Category),
            RecordDescriptors.All.Where(d => d.NamedIn is not null).Select(d => d.Kind).Order());
    }

    [Fact]
    public void Kinds_WhoseSourcesWeigh_AreCitedAndStandWithAnInitiative() => Assert.All(
        RecordDescriptors.All.Where(d => d.SourcesWeigh), d => Assert.True(d is { Cited: not null, Places: not null }));

    [Fact]
    public void Parts_EachOfThem_NameTheirRecordByAProperty() =>
        Assert.All(RecordDescriptors.Parts, part => Assert.Equal(typeof(int), part.Entity.GetProperty(part.Key)?.PropertyType));

    [Fact]
    public void Forms_OfEveryKind_AreThereOrSaidNotToBe() => Assert.All(RecordDescriptors.All, descriptor =>
    {
        var form = FormCatalog.Of(descriptor.Kind);
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

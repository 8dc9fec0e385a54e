using System.Reflection;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>
/// The records of the model are made by <c>Create</c> and changed by methods in words of the field, so that no code can leave
/// one half made. The rows that the program keeps for itself (drafts, sessions, computed findings) are none of the model.
/// </summary>
public sealed class EntityStyleTests
{
    /// <summary>What nobody creates: it is opened, in the words of those who assess.</summary>
    private static readonly string[] Opened = ["Assessment", "AssessmentPeriod"];

    private static readonly List<Type> Entities = Read();

    [Fact]
    public void Entities_OfTheModel_AreFound() => Assert.True(Entities.Count > 25, $"Only {Entities.Count} entity types were found.");

    [Fact]
    public void Entities_EachOfThem_AreMadeAndChangedByMethodsAlone() =>
        Assert.Empty(Entities.Where(IsOpenToAnybody).Select(e => e.Name));

    [Fact]
    public void Entities_EachOfThem_HaveTheMethodThatMakesThem() => Assert.All(Entities, entity =>
    {
        var name = Opened.Contains(entity.Name) ? "Open" : "Create";
        Assert.Equal(entity, entity.GetMethod(name, BindingFlags.Public | BindingFlags.Static)?.ReturnType);
    });

    private static bool IsOpenToAnybody(Type entity) =>
        entity.GetConstructors().Length > 0 || entity.GetProperties().Any(p => p.GetSetMethod(nonPublic: false) is not null);

    private static List<Type> Read()
    {
        using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);
        return
        [
            .. context.Model.GetEntityTypes().Where(t => !t.HasSharedClrType && !t.IsOwned()).Select(t => t.ClrType)
                .Where(t => t.Assembly == typeof(Category).Assembly),
        ];
    }
}

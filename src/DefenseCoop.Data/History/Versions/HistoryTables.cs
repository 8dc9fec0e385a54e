using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DefenseCoop.Data.History.Versions;

/// <summary>
/// Which tables have a history, and what it looks like: the columns of the table, the change set that made the version,
/// and the instants from and until which it held. Today's findings have one, too, so that a page can show what stood on
/// it; they follow from the facts, and no change set answers for them.
/// </summary>
internal static class HistoryTables
{
    public const string Version = "VersionId";
    public const string ChangeSet = "ChangeSetId";
    public const string ValidFrom = "ValidFrom";
    public const string ValidTo = "ValidTo";

    /// <summary>The table that says of which day the findings are.</summary>
    public const string FindingsDays = "FindingsDays";

    /// <summary>The end of a version that still holds. To the microsecond, as exact as every database keeps it.</summary>
    public static readonly DateTime Open = new(9999, 12, 31, 23, 59, 59, DateTimeKind.Utc);

    private static readonly MethodInfo PropertyOf = typeof(EF).GetMethod(nameof(EF.Property))!.MakeGenericMethod(typeof(DateTime));

    public static bool HoldsFacts(IReadOnlyEntityType type) => type.FindAnnotation(HistoryConfiguration.Facts) is not null;

    public static bool HasHistory(IReadOnlyEntityType type) => HoldsFacts(type) || LookedUpBy(type) is not null;

    public static string NameOf(string table) => $"{table}History";

    /// <summary>Adds the history tables to the model of the present, so that migrations create them.</summary>
    public static void AddTo(ModelBuilder model)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(HasHistory).ToList())
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            model.SharedTypeEntity<Dictionary<string, object>>(NameOf(table.Name), history =>
            {
                history.ToTable(NameOf(table.Name));
                history.Property<long>(Version).ValueGeneratedOnAdd();
                history.HasKey(Version);
                foreach (var property in Flattened(type))
                {
                    var column = property.GetColumnName(table)!;
                    var copy = history.IndexerProperty(property.ClrType, column)
                        .HasColumnName(column).IsRequired(!property.IsNullable).ValueGeneratedNever();
                    if (property.GetMaxLength() is { } length) copy.HasMaxLength(length);
                }

                if (HoldsFacts(type)) history.IndexerProperty<long>(ChangeSet);
                history.IndexerProperty<DateTime>(ValidFrom);
                history.IndexerProperty<DateTime>(ValidTo);
                AddIndexes(history, type, table);
            });
        }
    }

    /// <summary>Lets the entities of a historic model be read from the histories, as they stood at the instant of the context.</summary>
    public static void MapTo<T>(ModelBuilder model, T context, Expression<Func<T, DateTime>> knownAt)
        where T : DbContext
    {
        var instant = Expression.Property(Expression.Constant(context), (PropertyInfo)((MemberExpression)knownAt.Body).Member);
        foreach (var type in model.Model.GetEntityTypes().Where(HasHistory).ToList())
        {
            type.SetTableName(NameOf(type.GetTableName()!));
            type.AddProperty(ValidFrom, typeof(DateTime));
            type.AddProperty(ValidTo, typeof(DateTime));
            var entity = Expression.Parameter(type.ClrType, "e");
            var filter = Expression.AndAlso(
                Expression.LessThanOrEqual(Expression.Call(PropertyOf, entity, Expression.Constant(ValidFrom)), instant),
                Expression.LessThan(instant, Expression.Call(PropertyOf, entity, Expression.Constant(ValidTo))));
            type.SetQueryFilter(Expression.Lambda(filter, entity));
        }
    }

    private static string[]? LookedUpBy(IReadOnlyEntityType type) =>
        type.FindAnnotation(HistoryConfiguration.Findings)?.Value is string columns
            ? columns.Split(',', StringSplitOptions.RemoveEmptyEntries)
            : null;

    /// <summary>The properties that have columns, those of complex ones among them.</summary>
    private static IEnumerable<IReadOnlyProperty> Flattened(IReadOnlyTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(p => Flattened(p.ComplexType)));

    /// <summary>
    /// For what is looked up in a history: by key, by what it belongs
    /// to, and by the change set that made or ended a version.
    /// </summary>
    private static void AddIndexes(
        Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Dictionary<string, object>> history,
        IReadOnlyEntityType type, StoreObjectIdentifier table)
    {
        // The rows of a past register are counted and sorted without a look at each version.
        string[] validity = HoldsFacts(type) ? [ValidTo] : [ValidTo, ValidFrom];
        history.HasIndex([.. Columns(type.FindPrimaryKey()!.Properties), .. validity]);
        history.HasIndex(validity);
        if (HoldsFacts(type)) history.HasIndex(ChangeSet);
        var ofFindings = LookedUpBy(type) ?? [];
        var key = Columns(type.FindPrimaryKey()!.Properties);
        foreach (var index in type.GetIndexes())
        {
            var columns = Columns(index.Properties);
            if (columns[0] == key[0] || (!HoldsFacts(type) && !ofFindings.Contains(columns[0]))) continue;
            history.HasIndex([.. columns, .. validity]);
        }

        string[] Columns(IEnumerable<IReadOnlyProperty> properties) => [.. properties.Select(p => p.GetColumnName(table)!)];
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.History.Versions;

/// <summary>
/// A column that a table with a history got after change sets had been sealed. Versions from before hold what the
/// migration gave them, and their hashes know nothing of the column: it goes into a hash only where it says something else.
/// </summary>
/// <param name="Name">The column.</param>
/// <param name="Before">What the versions from before it hold.</param>
internal sealed record LaterColumn(string Name, object? Before)
{
    private const string Annotation = "DefenseCoop:Before";

    public static bool Is(IReadOnlyPropertyBase property) => property.FindAnnotation(Annotation) is not null;

    public static LaterColumn Of(IProperty property, StoreObjectIdentifier table) =>
        new(property.GetColumnName(table)!, property.FindAnnotation(Annotation)!.Value is string { Length: > 0 } text ? text : null);

    /// <summary>Marks what the table had no column for in an earlier release.</summary>
    /// <param name="property">Configured otherwise as any.</param>
    /// <param name="before">What the migration puts into the rows that are there, as the hash writes it; empty for null.</param>
    public static PropertyBuilder<T> Mark<T>(PropertyBuilder<T> property, string before)
    {
        property.Metadata.SetAnnotation(Annotation, before);
        return property;
    }
}

internal static class LaterColumnConfiguration
{
    /// <inheritdoc cref="LaterColumn.Mark"/>
    public static PropertyBuilder<T> AddedLater<T>(this PropertyBuilder<T> property, string before) => LaterColumn.Mark(property, before);
}

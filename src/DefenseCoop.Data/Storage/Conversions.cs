using System.Linq.Expressions;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DefenseCoop.Data.Storage;

/// <summary>
/// Stored in its text form, which is no order: H2 of a year would come after its December. What sorts or filters in SQL
/// asks a column with the first or last possible day.
/// </summary>
internal sealed class PartialDateConverter()
    : ValueConverter<PartialDate, string>(date => date.ToString(), text => PartialDate.Parse(text));

/// <summary>Stored in the words of the source.</summary>
internal sealed class PeriodConverter()
    : ValueConverter<Period, string>(period => period.Text, text => Period.Parse(text));

/// <summary>Instants are UTC; a database forgets that, and a reader must not take them for local time.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(instant => instant, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

internal static class AttributionMapping
{
    /// <summary>Maps where a fact comes from to columns beside the fact.</summary>
    public static EntityTypeBuilder<T> HasAttribution<T>(
        this EntityTypeBuilder<T> entity, Expression<Func<T, Attribution?>> property) where T : class
    {
        entity.ComplexProperty(property, attribution =>
        {
            attribution.IsRequired();
            attribution.Property(a => a.Derivation).HasMaxLength(Attribution.MaxDerivation);
            attribution.Property(a => a.Note).HasMaxLength(Attribution.MaxNote);
        });
        return entity;
    }
}

using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Results;

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.HasHistory();
        builder.Property(i => i.Code).HasMaxLength(Indicator.MaxCode);
        builder.Property(i => i.Name).HasMaxLength(Indicator.MaxName);
        builder.Property(i => i.Unit).HasMaxLength(Indicator.MaxUnit);
        builder.Property(i => i.Note).HasMaxLength(Indicator.MaxNote);
        builder.HasOne(i => i.Initiative).WithMany(n => n.Indicators).HasForeignKey(i => i.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(i => i.Baseline).WithOne().HasForeignKey<Baseline>(b => b.IndicatorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Targets).WithOne().HasForeignKey(t => t.IndicatorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Readings).WithOne(r => r.Indicator).HasForeignKey(r => r.IndicatorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => i.Code).IsUnique();
    }
}

internal sealed class BaselineConfiguration : IEntityTypeConfiguration<Baseline>
{
    public void Configure(EntityTypeBuilder<Baseline> builder)
    {
        builder.ToTable("Baselines");
        builder.HasHistory();
        builder.Property(b => b.Code).HasMaxLength(Baseline.MaxCode);
        builder.HasAttribution(b => b.Attribution);
        builder.HasIndex(b => b.Code).IsUnique();
    }
}

internal sealed class TargetConfiguration : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.HasHistory();
        builder.Property(t => t.Code).HasMaxLength(Target.MaxCode);
        builder.Property(t => t.Kind).AddedLater(before: "0");
        builder.HasAttribution(t => t.Attribution);
        builder.HasIndex(t => t.Code).IsUnique();
    }
}

internal sealed class ReadingConfiguration : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.HasHistory();
        builder.Property(r => r.Code).HasMaxLength(Reading.MaxCode);
        builder.Property(r => r.KindWording).HasMaxLength(Reading.MaxKindWording);
        builder.Property(r => r.Vintage).HasMaxLength(Reading.MaxVintage);
        builder.Property(r => r.WithdrawnBecause).HasMaxLength(Reading.MaxReason);
        builder.HasAttribution(r => r.Attribution);
        builder.HasIndex(r => r.Code).IsUnique();
    }
}

using DefenseCoop.Data.History.Versions;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Status;

/// <summary>The indexes serve the register's filters and sort orders.</summary>
internal sealed class RegisterEntryConfiguration : IEntityTypeConfiguration<RegisterEntry>
{
    public void Configure(EntityTypeBuilder<RegisterEntry> builder)
    {
        builder.ToTable("RegisterEntries");
        builder.HasHistoryOfFindings(nameof(RegisterEntry.CodeKey), nameof(RegisterEntry.Code));
        builder.HasKey(e => e.InitiativeId);
        builder.Property(e => e.InitiativeId).ValueGeneratedNever();
        builder.Property(e => e.Code).HasMaxLength(Initiative.MaxCode);
        builder.Property(e => e.CodeKey).HasMaxLength(RegisterEntry.MaxCodeKey);
        builder.Property(e => e.Title).HasMaxLength(Initiative.MaxTitle);
        builder.Property(e => e.SearchText).HasMaxLength(RegisterEntry.MaxSearchText);
        builder.Property(e => e.TitleKey).HasMaxLength(RegisterEntry.MaxTitleKey);
        builder.Property(e => e.FirstCause).HasMaxLength(RegisterEntry.MaxFirstCause);
        builder.Property(e => e.EvidenceIn).AddedLater(before: "");
        builder.Property(e => e.Leads).HasMaxLength(RegisterEntry.MaxLeads);
        builder.HasOne(e => e.Initiative).WithOne().HasForeignKey<RegisterEntry>(e => e.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(e => e.Category).WithMany().HasForeignKey(e => e.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.Code).IsUnique();
        builder.HasIndex(e => e.CodeKey);
        // Covers the counts of the summary.
        builder.HasIndex(e => new { e.Status, e.Stage });
        builder.HasIndex(e => new { e.Status, e.CodeKey });
        builder.HasIndex(e => e.EvidenceOn);
        builder.HasIndex(e => new { e.Status, e.EndsOn });
        builder.HasIndex(e => new { e.CategoryId, e.Status, e.EndsOn });
        builder.HasIndex(e => e.TitleKey);
        builder.HasIndex(e => e.StartsOn);
        builder.HasIndex(e => e.EndsOn);
        builder.HasIndex(e => e.UpdatedOn);
        builder.HasIndex(e => e.Progress);
        builder.HasIndex(e => e.Stage);
    }
}

internal sealed class FocusAreaFindingConfiguration : IEntityTypeConfiguration<FocusAreaFinding>
{
    public void Configure(EntityTypeBuilder<FocusAreaFinding> builder)
    {
        builder.ToTable("FocusAreaFindings");
        builder.HasHistoryOfFindings();
        builder.HasKey(f => f.FocusAreaId);
        builder.Property(f => f.FocusAreaId).ValueGeneratedNever();
        builder.Property(f => f.PartsFresh).AddedLater(before: "");
        builder.Property(f => f.FirstCause).HasMaxLength(FocusAreaFinding.MaxFirstCause);
        builder.HasOne(f => f.FocusArea).WithOne().HasForeignKey<FocusAreaFinding>(f => f.FocusAreaId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FindingsDayConfiguration : IEntityTypeConfiguration<FindingsDay>
{
    public void Configure(EntityTypeBuilder<FindingsDay> builder)
    {
        builder.ToTable(HistoryTables.FindingsDays);
        builder.HasHistoryOfFindings();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Rules).HasMaxLength(RulesBuild.MaxLength).AddedLater(before: "");
    }
}

using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Initiatives;

internal sealed class InitiativeConfiguration : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.Property(i => i.Code).HasMaxLength(Initiative.MaxCode);
        builder.Property(i => i.Title).HasMaxLength(Initiative.MaxTitle);
        builder.Property(i => i.Description).HasMaxLength(Initiative.MaxDescription);
        builder.Property(i => i.Note).HasMaxLength(Initiative.MaxNote);
        builder.HasAttribution(i => i.DescriptionAttribution);
        builder.HasAttribution(i => i.StartAttribution);
        builder.HasAttribution(i => i.EndAttribution);
        builder.HasAttribution(i => i.Attribution);
        builder.HasOne(i => i.Category).WithMany().HasForeignKey(i => i.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.Agreement).WithMany().HasForeignKey(i => i.AgreementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Participations).WithOne().HasForeignKey(p => p.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Sites).WithMany().UsingEntity(
            "InitiativeSite",
            site => site.HasOne(typeof(Site)).WithMany().HasForeignKey("SiteId").OnDelete(DeleteBehavior.Restrict),
            initiative => initiative.HasOne(typeof(Initiative)).WithMany().HasForeignKey("InitiativeId").OnDelete(DeleteBehavior.Cascade),
            link => link.ToTable("InitiativeSites").HasKey("InitiativeId", "SiteId"));
        builder.HasIndex(i => i.Code).IsUnique();
    }
}

internal sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.HasKey(p => new { p.InitiativeId, p.OrganizationId, p.Role });
        builder.HasOne(p => p.Organization).WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The indexes serve the register's filters and sort orders.</summary>
internal sealed class RegisterEntryConfiguration : IEntityTypeConfiguration<RegisterEntry>
{
    public void Configure(EntityTypeBuilder<RegisterEntry> builder)
    {
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

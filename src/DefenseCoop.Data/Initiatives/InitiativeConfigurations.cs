using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Initiatives;

internal sealed class InitiativeConfiguration : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.HasHistory();
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
            link =>
            {
                link.ToTable("InitiativeSites").HasKey("InitiativeId", "SiteId");
                link.HasHistory();
            });
        builder.HasIndex(i => i.Code).IsUnique();
    }
}

internal sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.HasHistory();
        builder.HasKey(p => new { p.InitiativeId, p.OrganizationId, p.Role });
        builder.HasOne(p => p.Organization).WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}

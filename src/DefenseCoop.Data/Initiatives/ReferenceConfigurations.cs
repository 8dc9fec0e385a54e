using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Initiatives;

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.HasHistory();
        builder.Property(c => c.Slug).HasMaxLength(Category.MaxSlug);
        builder.Property(c => c.Name).HasMaxLength(Category.MaxName);
        builder.Property(c => c.ArticleText).HasMaxLength(Category.MaxText);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasAttribution(c => c.Attribution);
        builder.HasIndex(c => c.Slug).IsUnique();
    }
}

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.HasHistory();
        builder.Property(o => o.Code).HasMaxLength(Organization.MaxCode);
        builder.Property(o => o.Name).HasMaxLength(Organization.MaxName);
        builder.Property(o => o.LocalName).HasMaxLength(Organization.MaxName);
        builder.Property(o => o.Abbreviation).HasMaxLength(Organization.MaxAbbreviation);
        builder.Property(o => o.Country).HasMaxLength(Organization.MaxCountry);
        builder.Property(o => o.Kind).HasMaxLength(Organization.MaxKind);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasAttribution(o => o.Attribution);
        builder.HasIndex(o => o.Code).IsUnique();
    }
}

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.HasHistory();
        builder.Property(s => s.Code).HasMaxLength(Site.MaxCode);
        builder.Property(s => s.Name).HasMaxLength(Site.MaxName);
        builder.Property(s => s.Kind).HasMaxLength(Site.MaxKind);
        builder.Property(s => s.Territory).HasMaxLength(Site.MaxTerritory);
        builder.Property(s => s.Icao).HasMaxLength(Site.MaxIcao);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasAttribution(s => s.Attribution);
        builder.HasIndex(s => s.Code).IsUnique();
    }
}

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.HasHistory();
        builder.Property(a => a.Code).HasMaxLength(Agreement.MaxCode);
        builder.Property(a => a.Title).HasMaxLength(Agreement.MaxTitle);
        builder.Property(a => a.Scope).HasMaxLength(Agreement.MaxScope);
        builder.HasAttribution(a => a.SignedAttribution);
        builder.HasAttribution(a => a.InForceAttribution);
        builder.HasMany(a => a.Provisions).WithOne().HasForeignKey(p => p.AgreementId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => a.Code).IsUnique();
    }
}

internal sealed class ProvisionConfiguration : IEntityTypeConfiguration<Provision>
{
    public void Configure(EntityTypeBuilder<Provision> builder)
    {
        builder.HasHistory();
        builder.Property(p => p.Code).HasMaxLength(Provision.MaxCode);
        builder.Property(p => p.Text).HasMaxLength(Provision.MaxText);
        builder.HasAttribution(p => p.Attribution);
        builder.HasIndex(p => p.Code).IsUnique();
    }
}

using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Recommendations;

internal sealed class RecommendationConfiguration : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(Recommendation.MaxCode);
        builder.Property(r => r.Text).HasMaxLength(Recommendation.MaxText);
        builder.Property(r => r.Response).HasMaxLength(Recommendation.MaxText);
        builder.HasAttribution(r => r.Attribution);
        builder.HasIndex(r => r.Code).IsUnique();
    }
}

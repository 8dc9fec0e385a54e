using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Recommendations;

internal sealed class RecommendationConfiguration : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.HasHistory();
        builder.Property(r => r.Code).HasMaxLength(Recommendation.MaxCode);
        builder.Property(r => r.Kind).AddedLater(before: "0");
        builder.Property(r => r.Title).HasMaxLength(Recommendation.MaxTitle).AddedLater(before: "");
        builder.Property(r => r.FocusAreaSlug).HasMaxLength(FocusArea.MaxSlug).AddedLater(before: "");
        builder.Property(r => r.Text).HasMaxLength(Recommendation.MaxText);
        builder.Property(r => r.Response).HasMaxLength(Recommendation.MaxText);
        builder.HasAttribution(r => r.Attribution);
        builder.HasIndex(r => r.Code).IsUnique();
    }
}

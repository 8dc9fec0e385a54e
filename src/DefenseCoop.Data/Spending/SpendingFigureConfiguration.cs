using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Spending;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Spending;

internal sealed class SpendingFigureConfiguration : IEntityTypeConfiguration<SpendingFigure>
{
    public void Configure(EntityTypeBuilder<SpendingFigure> builder)
    {
        builder.HasHistory();
        builder.Property(f => f.Code).HasMaxLength(SpendingFigure.MaxCode);
        builder.Property(f => f.FocusAreaSlug).HasMaxLength(FocusArea.MaxSlug).AddedLater(before: "defense-spending");
        builder.Property(f => f.Country).HasMaxLength(SpendingFigure.MaxCountry);
        builder.Property(f => f.Measure).HasMaxLength(SpendingFigure.MaxMeasure);
        builder.Property(f => f.Unit).HasMaxLength(SpendingFigure.MaxUnit);
        builder.Property(f => f.KindWording).HasMaxLength(SpendingFigure.MaxKindWording);
        builder.Property(f => f.Vintage).HasMaxLength(SpendingFigure.MaxVintage);
        builder.HasAttribution(f => f.Attribution);
        builder.HasIndex(f => f.Code).IsUnique();
    }
}

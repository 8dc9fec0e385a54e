using DefenseCoop.Data.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Status;

internal sealed class FindingsDayConfiguration : IEntityTypeConfiguration<FindingsDay>
{
    public void Configure(EntityTypeBuilder<FindingsDay> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Rules).HasMaxLength(RulesBuild.MaxLength).AddedLater(before: "");
    }
}

using DefenseCoop.Domain.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.History;

internal sealed class ChangeSetConfiguration : IEntityTypeConfiguration<ChangeSet>
{
    public void Configure(EntityTypeBuilder<ChangeSet> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Person).HasMaxLength(ChangeSet.MaxPerson);
        builder.Property(c => c.Why).HasMaxLength(ChangeSet.MaxWhy);
        builder.Property(c => c.Request).HasMaxLength(ChangeSet.MaxRequest);
        builder.Property(c => c.PreviousHash).HasMaxLength(ChangeSet.HashLength);
        builder.Property(c => c.Hash).HasMaxLength(ChangeSet.HashLength);
        builder.HasMany(c => c.Records).WithOne(r => r.ChangeSet).HasForeignKey(r => r.ChangeSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.At).IsUnique();
        builder.HasIndex(c => c.AccountId);
        builder.HasIndex(c => c.Hash).IsUnique();
    }
}

internal sealed class RecordChangeConfiguration : IEntityTypeConfiguration<RecordChange>
{
    public void Configure(EntityTypeBuilder<RecordChange> builder)
    {
        builder.Property(r => r.Subject).HasMaxLength(RecordChange.MaxCode);
        builder.Property(r => r.Title).HasMaxLength(RecordChange.MaxTitle);
        builder.Property(r => r.InitiativeCode).HasMaxLength(RecordChange.MaxCode);
        builder.Property(r => r.CategorySlug).HasMaxLength(FocusArea.MaxSlug);
        builder.Property(r => r.FocusAreaSlug).HasMaxLength(FocusArea.MaxSlug);
        builder.HasIndex(r => new { r.Kind, r.Subject });
        builder.HasIndex(r => r.InitiativeCode);
        builder.HasIndex(r => r.CategorySlug);
    }
}

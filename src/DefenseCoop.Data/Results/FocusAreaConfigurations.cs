using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Results;

internal sealed class FocusAreaConfiguration : IEntityTypeConfiguration<FocusArea>
{
    public void Configure(EntityTypeBuilder<FocusArea> builder)
    {
        builder.HasHistory();
        builder.Property(f => f.Slug).HasMaxLength(FocusArea.MaxSlug);
        builder.Property(f => f.Name).HasMaxLength(FocusArea.MaxName);
        builder.HasMany(f => f.Objectives).WithOne(o => o.FocusArea).HasForeignKey(o => o.FocusAreaId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => f.Slug).IsUnique();
    }
}

internal sealed class ObjectiveConfiguration : IEntityTypeConfiguration<Objective>
{
    public void Configure(EntityTypeBuilder<Objective> builder)
    {
        builder.HasHistory();
        builder.Property(o => o.Code).HasMaxLength(Objective.MaxCode);
        builder.Property(o => o.Text).HasMaxLength(Objective.MaxText);
        builder.HasMany(o => o.Outcomes).WithOne(e => e.Objective).HasForeignKey(e => e.ObjectiveId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(o => o.Code).IsUnique();
    }
}

internal sealed class ExpectedOutcomeConfiguration : IEntityTypeConfiguration<ExpectedOutcome>
{
    public void Configure(EntityTypeBuilder<ExpectedOutcome> builder)
    {
        builder.HasHistory();
        builder.Property(e => e.Code).HasMaxLength(ExpectedOutcome.MaxCode);
        builder.Property(e => e.Text).HasMaxLength(ExpectedOutcome.MaxText);
        builder.HasIndex(e => e.Code).IsUnique();
    }
}

internal sealed class ContributionConfiguration : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.HasHistory();
        builder.Property(c => c.Code).HasMaxLength(Contribution.MaxCode);
        builder.HasAttribution(c => c.ObjectiveAttribution);
        builder.HasAttribution(c => c.Attribution);
        builder.HasOne(c => c.Initiative)
            .WithMany(i => i.Contributions).HasForeignKey(c => c.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.Outcome).WithMany(e => e.Contributions).HasForeignKey(c => c.OutcomeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.InitiativeId, c.OutcomeId }).IsUnique();
    }
}

using DefenseCoop.Data.History.Versions;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Assessments;

internal sealed class AssessmentPeriodConfiguration : IEntityTypeConfiguration<AssessmentPeriod>
{
    public void Configure(EntityTypeBuilder<AssessmentPeriod> builder)
    {
        builder.HasHistory();
        builder.Property(p => p.Code).HasMaxLength(ReportingPeriod.MaxCode);
        builder.Property(p => p.OpenedBy).HasMaxLength(AssessmentPeriod.MaxName);
        builder.HasIndex(p => p.Code).IsUnique();
    }
}

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.HasHistory();
        builder.Property(a => a.Code).HasMaxLength(Assessment.MaxCode);
        builder.Property(a => a.AreaName).HasMaxLength(FocusArea.MaxName);
        builder.Property(a => a.Period).HasMaxLength(ReportingPeriod.MaxCode);
        builder.Property(a => a.RevisionReason).HasMaxLength(Assessment.MaxRevisionReason);
        builder.Property(a => a.SubmittedBy).HasMaxLength(Assessment.MaxName);
        builder.Property(a => a.ReviewedBy).HasMaxLength(Assessment.MaxName);
        builder.Property(a => a.Reason).HasMaxLength(Assessment.MaxReason);
        builder.Property(a => a.Progress).HasMaxLength(Assessment.MaxText);
        builder.Property(a => a.Risks).HasMaxLength(Assessment.MaxText);
        builder.Property(a => a.Changes).HasMaxLength(Assessment.MaxText);
        builder.Property(a => a.Writers).HasMaxLength(Assessment.MaxWriters);
        builder.Property(a => a.Evidence).HasMaxLength(Assessment.MaxEvidence);
        builder.Property(a => a.EvidenceHash).HasMaxLength(Assessment.HashLength);
        builder.HasOne(a => a.FocusArea).WithMany().HasForeignKey(a => a.FocusAreaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Objectives).WithOne(o => o.Assessment).HasForeignKey(o => o.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Comments).WithOne(c => c.Assessment).HasForeignKey(c => c.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Actions).WithOne(c => c.Assessment).HasForeignKey(c => c.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => new { a.FocusAreaId, a.Period, a.Revision }).IsUnique();
        builder.HasIndex(a => new { a.Period, a.State });
    }
}

internal sealed class ObjectiveJudgementConfiguration : IEntityTypeConfiguration<ObjectiveJudgement>
{
    public void Configure(EntityTypeBuilder<ObjectiveJudgement> builder)
    {
        builder.ToTable(nameof(ObjectiveJudgement) + "s");
        builder.HasHistory();
        builder.Property(o => o.ObjectiveCode).HasMaxLength(Objective.MaxCode);
        builder.Property(o => o.ObjectiveText).HasMaxLength(Objective.MaxText);
        builder.HasIndex(o => new { o.AssessmentId, o.ObjectiveCode }).IsUnique();
    }
}

internal sealed class ReviewCommentConfiguration : IEntityTypeConfiguration<ReviewComment>
{
    public void Configure(EntityTypeBuilder<ReviewComment> builder)
    {
        builder.ToTable("ReviewComments");
        builder.HasHistory();
        builder.Property(c => c.Field).HasMaxLength(ReviewComment.MaxField);
        builder.Property(c => c.Text).HasMaxLength(ReviewComment.MaxText);
        builder.Property(c => c.Person).HasMaxLength(Assessment.MaxName);
    }
}

internal sealed class AssessmentActionConfiguration : IEntityTypeConfiguration<AssessmentAction>
{
    public void Configure(EntityTypeBuilder<AssessmentAction> builder)
    {
        builder.HasHistory();
        builder.Property(a => a.Code).HasMaxLength(AssessmentAction.MaxCode);
        builder.Property(a => a.Text).HasMaxLength(AssessmentAction.MaxText);
        builder.Property(a => a.Owner).HasMaxLength(AssessmentAction.MaxOwner);
        builder.Property(a => a.ExpectedOutcome).HasMaxLength(AssessmentAction.MaxOutcome);
        builder.Property(a => a.Outcome).HasMaxLength(AssessmentAction.MaxOutcome);
        builder.Property(a => a.Effect).HasMaxLength(AssessmentAction.MaxOutcome);
        builder.Property(a => a.ClosedBy).HasMaxLength(Assessment.MaxName);
        builder.HasOne(a => a.FocusArea).WithMany().HasForeignKey(a => a.FocusAreaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => new { a.State, a.DueOn });
    }
}

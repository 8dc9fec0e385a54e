using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Schedule;

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.HasHistory();
        builder.Property(m => m.Code).HasMaxLength(Milestone.MaxCode);
        builder.Property(m => m.Title).HasMaxLength(Milestone.MaxTitle);
        builder.Property(m => m.DueOn).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.HasAttribution(m => m.Attribution);
        builder.HasOne(m => m.Initiative).WithMany(i => i.Milestones).HasForeignKey(m => m.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => m.Code).IsUnique();
        builder.HasIndex(m => m.DueOn);
    }
}

internal sealed class ExerciseConfiguration : IEntityTypeConfiguration<Exercise>
{
    public void Configure(EntityTypeBuilder<Exercise> builder)
    {
        builder.HasHistory();
        builder.Property(e => e.Code).HasMaxLength(Exercise.MaxCode);
        builder.Property(e => e.Name).HasMaxLength(Exercise.MaxName);
        builder.HasAttribution(e => e.LinkAttribution);
        builder.HasOne(e => e.Initiative).WithMany(i => i.Exercises).HasForeignKey(e => e.InitiativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Editions).WithOne(d => d.Exercise).HasForeignKey(d => d.ExerciseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => e.Code).IsUnique();
    }
}

internal sealed class ExerciseEditionConfiguration : IEntityTypeConfiguration<ExerciseEdition>
{
    public void Configure(EntityTypeBuilder<ExerciseEdition> builder)
    {
        builder.ToTable("ExerciseEditions");
        builder.HasHistory();
        builder.Property(d => d.Code).HasMaxLength(ExerciseEdition.MaxCode);
        builder.Property(d => d.Label).HasMaxLength(ExerciseEdition.MaxLabel);
        builder.Property(d => d.StartsOn).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.HasAttribution(d => d.Attribution);
        builder.HasIndex(d => d.Code).IsUnique();
        builder.HasIndex(d => d.StartsOn);
    }
}

internal sealed class CooperationEventConfiguration : IEntityTypeConfiguration<CooperationEvent>
{
    public void Configure(EntityTypeBuilder<CooperationEvent> builder)
    {
        builder.HasHistory();
        builder.Property(e => e.Code).HasMaxLength(CooperationEvent.MaxCode);
        builder.Property(e => e.Title).HasMaxLength(CooperationEvent.MaxTitle);
        builder.HasAttribution(e => e.Attribution);
        builder.HasMany(e => e.Categories).WithMany().UsingEntity(
            "EventCategory",
            category => category.HasOne(typeof(Category)).WithMany().HasForeignKey("CategoryId").OnDelete(DeleteBehavior.Restrict),
            cooperation =>
                cooperation.HasOne(typeof(CooperationEvent)).WithMany().HasForeignKey("EventId").OnDelete(DeleteBehavior.Cascade),
            link =>
            {
                link.ToTable("EventCategories").HasKey("EventId", "CategoryId");
                link.HasHistory();
            });
        builder.HasIndex(e => e.Code).IsUnique();
    }
}

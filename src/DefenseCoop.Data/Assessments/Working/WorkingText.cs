using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Assessments.Working;

/// <summary>One field of an assessment that is being written, exactly as typed. It has no versions: what is submitted has.</summary>
public sealed class AssessmentField
{
    /// <summary>Characters of a field that holds sentences: more than may be submitted, so that nothing typed is lost.</summary>
    public const int MaxText = 250_000;

    /// <summary>Characters of any other field.</summary>
    public const int MaxLine = 2_000;

    public int Id { get; private set; }

    public int AssessmentId { get; init; }

    /// <summary>Given in place of its id as long as the assessment is not stored.</summary>
    public Assessment? Assessment { get; init; }

    public required string Name { get; init; }

    public required string Value { get; set; }

    /// <summary>Grows with each change of any field of the assessment.</summary>
    public required long Version { get; set; }

    /// <summary>Who changed it last.</summary>
    public required int AccountId { get; set; }

    public required string Person { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}

/// <summary>What somebody typed and could not be merged with what others typed: kept until its author has chosen.</summary>
public sealed class FieldConflict
{
    public int Id { get; private set; }

    public required int AssessmentId { get; init; }

    public required string Name { get; init; }

    /// <summary>The author.</summary>
    public required int AccountId { get; init; }

    public required string Mine { get; set; }

    /// <summary>What the author started from.</summary>
    public required string Base { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}

/// <summary>Somebody who wrote a part of an assessment, and so does not publish it.</summary>
public sealed class AssessmentWriter
{
    public int AssessmentId { get; init; }

    /// <summary>Given in place of its id as long as the assessment is not stored.</summary>
    public Assessment? Assessment { get; init; }

    public required int AccountId { get; init; }

    /// <summary>What the person was called then.</summary>
    public required string Person { get; init; }
}

internal sealed class AssessmentFieldConfiguration : IEntityTypeConfiguration<AssessmentField>
{
    public void Configure(EntityTypeBuilder<AssessmentField> builder)
    {
        builder.ToTable("AssessmentFields");
        builder.Property(f => f.Name).HasMaxLength(TextPartNames.MaxLength);
        builder.Property(f => f.Value).HasMaxLength(AssessmentField.MaxText);
        builder.Property(f => f.Person).HasMaxLength(Account.MaxName);
        builder.HasOne(f => f.Assessment).WithMany().HasForeignKey(f => f.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.AssessmentId, f.Name }).IsUnique();
        builder.HasIndex(f => new { f.AssessmentId, f.Version });
    }
}

internal sealed class FieldConflictConfiguration : IEntityTypeConfiguration<FieldConflict>
{
    public void Configure(EntityTypeBuilder<FieldConflict> builder)
    {
        builder.ToTable("FieldConflicts");
        builder.Property(c => c.Name).HasMaxLength(TextPartNames.MaxLength);
        builder.Property(c => c.Mine).HasMaxLength(AssessmentField.MaxText);
        builder.Property(c => c.Base).HasMaxLength(AssessmentField.MaxText);
        builder.HasOne<Assessment>().WithMany().HasForeignKey(c => c.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.AssessmentId, c.AccountId });
    }
}

internal sealed class AssessmentWriterConfiguration : IEntityTypeConfiguration<AssessmentWriter>
{
    public void Configure(EntityTypeBuilder<AssessmentWriter> builder)
    {
        builder.ToTable("AssessmentWriters");
        builder.HasKey(w => new { w.AssessmentId, w.AccountId });
        builder.Property(w => w.Person).HasMaxLength(Account.MaxName);
        builder.HasOne(w => w.Assessment).WithMany().HasForeignKey(w => w.AssessmentId).OnDelete(DeleteBehavior.Cascade);
    }
}

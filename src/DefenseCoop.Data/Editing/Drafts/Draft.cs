using DefenseCoop.Data.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>What one person has typed into one form and not saved. Not part of the record, so it has no versions.</summary>
public sealed class Draft
{
    public const int MaxKey = 250;

    /// <summary>Characters of all fields together; the largest form that can be saved takes a fraction of it.</summary>
    public const int MaxValues = 1_000_000;

    /// <summary>More than a reason may have when it is saved: what is typed is kept even while it is too long.</summary>
    public const int MaxWhy = 10_000;

    public int Id { get; private set; }

    public required int AccountId { get; init; }

    /// <summary>Which form, as <see cref="FormKey.ToText"/> has it.</summary>
    public required string Form { get; init; }

    /// <summary>Id of the newest change set that the person has seen.</summary>
    public required long Base { get; set; }

    /// <summary>Grows with every change, so that a window knows whether another one wrote since.</summary>
    public int Revision { get; set; }

    /// <summary>The fields as JSON, see <see cref="DraftContent"/>.</summary>
    public required string Values { get; set; }

    public required string Why { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime KeptAt { get; set; }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(d => d.Form).HasMaxLength(Draft.MaxKey);
        builder.Property(d => d.Values).HasMaxLength(Draft.MaxValues);
        builder.Property(d => d.Why).HasMaxLength(Draft.MaxWhy);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.AccountId, d.Form });
    }
}

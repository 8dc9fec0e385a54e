using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Commands.Sending;

/// <summary>
/// That a form was carried out: sent again, it gets the same
/// answer and is not carried out twice. Not part of the record.
/// </summary>
public sealed class FormReceipt
{
    /// <summary>A SHA-256 in hexadecimal digits.</summary>
    public const int HashLength = 64;

    public const int MaxUrl = 2_000;

    /// <summary>Of the form as it was loaded, and of what it was asked to do.</summary>
    public required string Form { get; init; }

    /// <summary>Of what was sent with it.</summary>
    public required string Content { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Where the person was led afterwards; null where that is not known.</summary>
    public string? Url { get; set; }
}

internal sealed class FormReceiptConfiguration : IEntityTypeConfiguration<FormReceipt>
{
    public void Configure(EntityTypeBuilder<FormReceipt> builder)
    {
        builder.ToTable("FormReceipts");
        builder.HasKey(r => r.Form);
        builder.Property(r => r.Form).HasMaxLength(FormReceipt.HashLength);
        builder.Property(r => r.Content).HasMaxLength(FormReceipt.HashLength);
        builder.Property(r => r.Url).HasMaxLength(FormReceipt.MaxUrl);
        builder.HasIndex(r => r.At);
    }
}

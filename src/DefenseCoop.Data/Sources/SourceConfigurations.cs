using DefenseCoop.Data.History.Versions;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.Sources;

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.HasHistory();
        builder.Property(s => s.Code).HasMaxLength(Source.MaxCode);
        builder.Property(s => s.Title).HasMaxLength(Source.MaxTitle);
        builder.Property(s => s.Publisher).HasMaxLength(Source.MaxPublisher);
        builder.Property(s => s.Url).HasMaxLength(Source.MaxUrl);
        builder.Property(s => s.Note).HasMaxLength(Source.MaxNote);
        builder.Property(s => s.ReadOn).AddedLater(before: "");
        builder.HasIndex(s => s.Code).IsUnique();
    }
}

internal sealed class CitationConfiguration : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.HasHistory();
        builder.Property(c => c.SubjectCode).HasMaxLength(Citation.MaxSubjectCode);
        builder.HasOne(c => c.Source).WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Kind, c.SubjectCode, c.Aspect, c.SourceId }).IsUnique();
        builder.HasIndex(c => c.SubjectCode);
        builder.HasIndex(c => c.SourceId);
    }
}

internal sealed class DataSetNoteConfiguration : IEntityTypeConfiguration<DataSetNote>
{
    public void Configure(EntityTypeBuilder<DataSetNote> builder)
    {
        builder.ToTable("DataSetNotes");
        builder.HasHistory();
        builder.Property(n => n.Key).HasMaxLength(DataSetNote.MaxKey);
        builder.Property(n => n.Text).HasMaxLength(DataSetNote.MaxText);
        builder.HasIndex(n => n.Key).IsUnique();
    }
}

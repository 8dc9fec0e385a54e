using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Working;

/// <summary>Where assessments are stored while they are written.</summary>
public static class WorkingSets
{
    extension(DefenseCoopContext db)
    {
        public DbSet<AssessmentField> AssessmentFields => db.Set<AssessmentField>();

        public DbSet<FieldConflict> FieldConflicts => db.Set<FieldConflict>();

        public DbSet<AssessmentWriter> AssessmentWriters => db.Set<AssessmentWriter>();
    }
}

using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status;

/// <summary>Where findings are stored.</summary>
public static class FindingSets
{
    extension(DefenseCoopContext db)
    {
        public DbSet<RegisterEntry> RegisterEntries => db.Set<RegisterEntry>();

        public DbSet<FocusAreaFinding> FocusAreaFindings => db.Set<FocusAreaFinding>();

        public DbSet<FindingsDay> FindingsDays => db.Set<FindingsDay>();
    }
}

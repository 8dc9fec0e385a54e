using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>Where drafts are stored.</summary>
public static class DraftSets
{
    extension(DefenseCoopContext db)
    {
        public DbSet<Draft> Drafts => db.Set<Draft>();
    }
}

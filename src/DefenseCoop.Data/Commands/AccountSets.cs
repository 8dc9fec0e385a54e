using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Commands;

/// <summary>Where accounts are stored.</summary>
public static class AccountSets
{
    extension(DefenseCoopContext db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();

        public DbSet<AccountSession> Sessions => db.Set<AccountSession>();

        public DbSet<OneTimeLink> Links => db.Set<OneTimeLink>();
    }
}

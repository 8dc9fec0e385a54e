using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Commands.Sending;

/// <summary>Where it is stored which forms were done.</summary>
public static class ReceiptSets
{
    extension(DefenseCoopContext db)
    {
        public DbSet<FormReceipt> FormReceipts => db.Set<FormReceipt>();
    }
}

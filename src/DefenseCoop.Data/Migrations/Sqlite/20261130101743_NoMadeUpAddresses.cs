using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoMadeUpAddresses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Addresses that were made up for people whose provider vouches for none.
            migrationBuilder.Sql("UPDATE Accounts SET Email = NULL, NormalizedEmail = NULL, UserName = NULL, NormalizedUserName = NULL WHERE Email LIKE '%@provider.invalid'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // No address is made up again: none does as well for what came before.
        }
    }
}

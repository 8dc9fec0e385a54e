using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FreshEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EvidenceIn",
                table: "RegisterEntriesHistory",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceIn",
                table: "RegisterEntries",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PartsFresh",
                table: "FocusAreaFindingsHistory",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PartsFresh",
                table: "FocusAreaFindings",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "EvidenceIn",
                table: "RegisterEntriesHistory");

            migrationBuilder.DropColumn(
                name: "EvidenceIn",
                table: "RegisterEntries");

            migrationBuilder.DropColumn(
                name: "PartsFresh",
                table: "FocusAreaFindingsHistory");

            migrationBuilder.DropColumn(
                name: "PartsFresh",
                table: "FocusAreaFindings");
        }
    }
}

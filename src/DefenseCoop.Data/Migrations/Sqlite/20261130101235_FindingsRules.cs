using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FindingsRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "FindingsDaysHistory",
                type: "TEXT",
                maxLength: 65,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "FindingsDays",
                type: "TEXT",
                maxLength: 65,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Rules",
                table: "FindingsDaysHistory");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "FindingsDays");
        }
    }
}

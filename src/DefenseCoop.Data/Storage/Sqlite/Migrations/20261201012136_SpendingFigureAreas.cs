using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Storage.Sqlite.Migrations
{
    /// <summary>All figures from before stood in the one focus area.</summary>
    public partial class SpendingFigureAreas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FocusAreaSlug",
                table: "SpendingFiguresHistory",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "defense-spending");

            migrationBuilder.AddColumn<string>(
                name: "FocusAreaSlug",
                table: "SpendingFigures",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "defense-spending");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FocusAreaSlug",
                table: "SpendingFiguresHistory");

            migrationBuilder.DropColumn(
                name: "FocusAreaSlug",
                table: "SpendingFigures");
        }
    }
}

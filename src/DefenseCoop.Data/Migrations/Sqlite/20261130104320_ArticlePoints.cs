using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ArticlePoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FocusAreaSlug",
                table: "RecommendationsHistory",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "RecommendationsHistory",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "RecommendationsHistory",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FocusAreaSlug",
                table: "Recommendations",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Recommendations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "Recommendations",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FocusAreaSlug",
                table: "RecommendationsHistory");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "RecommendationsHistory");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "RecommendationsHistory");

            migrationBuilder.DropColumn(
                name: "FocusAreaSlug",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "Recommendations");
        }
    }
}

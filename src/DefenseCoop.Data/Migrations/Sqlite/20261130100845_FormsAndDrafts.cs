using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormsAndDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_AccountId_Form",
                table: "Drafts");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "FormReceipts",
                columns: table => new
                {
                    Form = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormReceipts", x => x.Form);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AccountId_Form",
                table: "Drafts",
                columns: new[] { "AccountId", "Form" });

            migrationBuilder.CreateIndex(
                name: "IX_FormReceipts_At",
                table: "FormReceipts",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormReceipts");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_AccountId_Form",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Drafts");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AccountId_Form",
                table: "Drafts",
                columns: new[] { "AccountId", "Form" },
                unique: true);
        }
    }
}

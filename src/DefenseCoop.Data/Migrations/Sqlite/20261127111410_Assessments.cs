using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Assessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AssessmentActionsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Effect = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EffectNotedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpectedOutcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    FocusAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentActionsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentPeriods",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentPeriods", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentPeriodsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentPeriodsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FocusAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    AreaName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 76, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    RevisionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Returns = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedById = table.Column<int>(type: "INTEGER", nullable: true),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Writers = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Judgement = table.Column<int>(type: "INTEGER", nullable: true),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: true),
                    Decision = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Progress = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Risks = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Changes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Computed = table.Column<int>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 20000000, nullable: true),
                    EvidenceHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    EvidenceAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessments_FocusAreas_FocusAreaId",
                        column: x => x.FocusAreaId,
                        principalTable: "FocusAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 76, nullable: false),
                    Computed = table.Column<int>(type: "INTEGER", nullable: false),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: true),
                    Decision = table.Column<int>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 20000000, nullable: true),
                    EvidenceAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EvidenceHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FocusAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Judgement = table.Column<int>(type: "INTEGER", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Progress = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Returns = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReviewedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    RevisionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Risks = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SubmittedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Writers = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ObjectiveJudgementsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Computed = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Judgement = table.Column<int>(type: "INTEGER", nullable: true),
                    ObjectiveCode = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ObjectiveText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObjectiveJudgementsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ReviewCommentsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewCommentsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentActions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FocusAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpectedOutcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Effect = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EffectNotedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentActions_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AssessmentActions_FocusAreas_FocusAreaId",
                        column: x => x.FocusAreaId,
                        principalTable: "FocusAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentFields",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 250000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentFields", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentFields_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentWriters",
                columns: table => new
                {
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentWriters", x => new { x.AssessmentId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_AssessmentWriters_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FieldConflicts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Mine = table.Column<string>(type: "TEXT", maxLength: 250000, nullable: false),
                    Base = table.Column<string>(type: "TEXT", maxLength: 250000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldConflicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FieldConflicts_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ObjectiveJudgements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    ObjectiveCode = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ObjectiveText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Computed = table.Column<int>(type: "INTEGER", nullable: false),
                    Judgement = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObjectiveJudgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ObjectiveJudgements_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewComments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewComments_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActions_AssessmentId",
                table: "AssessmentActions",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActions_Code",
                table: "AssessmentActions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActions_FocusAreaId",
                table: "AssessmentActions",
                column: "FocusAreaId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActions_State_DueOn",
                table: "AssessmentActions",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActionsHistory_AssessmentId_ValidTo",
                table: "AssessmentActionsHistory",
                columns: new[] { "AssessmentId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActionsHistory_ChangeSetId",
                table: "AssessmentActionsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActionsHistory_Code_ValidTo",
                table: "AssessmentActionsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActionsHistory_FocusAreaId_ValidTo",
                table: "AssessmentActionsHistory",
                columns: new[] { "FocusAreaId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActionsHistory_Id_ValidTo",
                table: "AssessmentActionsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActionsHistory_State_DueOn_ValidTo",
                table: "AssessmentActionsHistory",
                columns: new[] { "State", "DueOn", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentActionsHistory_ValidTo",
                table: "AssessmentActionsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentFields_AssessmentId_Name",
                table: "AssessmentFields",
                columns: new[] { "AssessmentId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentFields_AssessmentId_Version",
                table: "AssessmentFields",
                columns: new[] { "AssessmentId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPeriods_Code",
                table: "AssessmentPeriods",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPeriodsHistory_ChangeSetId",
                table: "AssessmentPeriodsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPeriodsHistory_Code_ValidTo",
                table: "AssessmentPeriodsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPeriodsHistory_Id_ValidTo",
                table: "AssessmentPeriodsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPeriodsHistory_ValidTo",
                table: "AssessmentPeriodsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Code",
                table: "Assessments",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_FocusAreaId_Period_Revision",
                table: "Assessments",
                columns: new[] { "FocusAreaId", "Period", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Period_State",
                table: "Assessments",
                columns: new[] { "Period", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentsHistory_ChangeSetId",
                table: "AssessmentsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentsHistory_Code_ValidTo",
                table: "AssessmentsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentsHistory_FocusAreaId_Period_Revision_ValidTo",
                table: "AssessmentsHistory",
                columns: new[] { "FocusAreaId", "Period", "Revision", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentsHistory_Id_ValidTo",
                table: "AssessmentsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentsHistory_Period_State_ValidTo",
                table: "AssessmentsHistory",
                columns: new[] { "Period", "State", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentsHistory_ValidTo",
                table: "AssessmentsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_FieldConflicts_AssessmentId_AccountId",
                table: "FieldConflicts",
                columns: new[] { "AssessmentId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_ObjectiveJudgements_AssessmentId_ObjectiveCode",
                table: "ObjectiveJudgements",
                columns: new[] { "AssessmentId", "ObjectiveCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ObjectiveJudgementsHistory_AssessmentId_ObjectiveCode_ValidTo",
                table: "ObjectiveJudgementsHistory",
                columns: new[] { "AssessmentId", "ObjectiveCode", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ObjectiveJudgementsHistory_ChangeSetId",
                table: "ObjectiveJudgementsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ObjectiveJudgementsHistory_Id_ValidTo",
                table: "ObjectiveJudgementsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ObjectiveJudgementsHistory_ValidTo",
                table: "ObjectiveJudgementsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewComments_AssessmentId",
                table: "ReviewComments",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCommentsHistory_AssessmentId_ValidTo",
                table: "ReviewCommentsHistory",
                columns: new[] { "AssessmentId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCommentsHistory_ChangeSetId",
                table: "ReviewCommentsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCommentsHistory_Id_ValidTo",
                table: "ReviewCommentsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCommentsHistory_ValidTo",
                table: "ReviewCommentsHistory",
                column: "ValidTo");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssessmentActions");

            migrationBuilder.DropTable(
                name: "AssessmentActionsHistory");

            migrationBuilder.DropTable(
                name: "AssessmentFields");

            migrationBuilder.DropTable(
                name: "AssessmentPeriods");

            migrationBuilder.DropTable(
                name: "AssessmentPeriodsHistory");

            migrationBuilder.DropTable(
                name: "AssessmentWriters");

            migrationBuilder.DropTable(
                name: "AssessmentsHistory");

            migrationBuilder.DropTable(
                name: "FieldConflicts");

            migrationBuilder.DropTable(
                name: "ObjectiveJudgements");

            migrationBuilder.DropTable(
                name: "ObjectiveJudgementsHistory");

            migrationBuilder.DropTable(
                name: "ReviewComments");

            migrationBuilder.DropTable(
                name: "ReviewCommentsHistory");

            migrationBuilder.DropTable(
                name: "Assessments");
        }
    }
}

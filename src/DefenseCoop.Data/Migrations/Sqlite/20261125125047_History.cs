using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class History : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: the tool would copy the table, which cannot be part of the transaction.
            migrationBuilder.Sql("ALTER TABLE FindingsDays DROP COLUMN Revision");

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBecause",
                table: "Readings",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgreementsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    InForce = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    InForceAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    InForceAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    InForceAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    InForceAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    InForceAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Signed = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    SignedAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SignedAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    SignedAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    SignedAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SignedAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "BaselinesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BaselinesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "CategoriesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ArticleText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    IsInArticleList = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CategoriesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ChangeSets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    Person = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Request = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CitationsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Aspect = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectCode = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CitationsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ContributionsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    ObjectiveAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ObjectiveAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    ObjectiveAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    ObjectiveAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ObjectiveAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    OutcomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Weight = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContributionsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "DataSetNotesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataSetNotesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Base = table.Column<long>(type: "INTEGER", nullable: false),
                    Values = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Drafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EventCategoriesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CategoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventCategoriesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "EventsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ExerciseEditionsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Aircraft = table.Column<int>(type: "INTEGER", nullable: true),
                    AmericanParticipation = table.Column<bool>(type: "INTEGER", nullable: true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    DanishParticipation = table.Column<bool>(type: "INTEGER", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    ExerciseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Nations = table.Column<int>(type: "INTEGER", nullable: true),
                    Personnel = table.Column<int>(type: "INTEGER", nullable: true),
                    Ships = table.Column<int>(type: "INTEGER", nullable: true),
                    Start = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExerciseEditionsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ExercisesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: true),
                    LinkAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LinkAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    LinkAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    LinkAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LinkAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExercisesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ExpectedOutcomesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    ObjectiveId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Weight = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpectedOutcomesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "FindingsDaysHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingsDaysHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "FocusAreaFindingsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstCause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    FocusAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    PartsAssessable = table.Column<int>(type: "INTEGER", nullable: false),
                    PartsAssessed = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FocusAreaFindingsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "FocusAreasHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FocusAreasHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "IndicatorsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Direction = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportingMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndicatorsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "InitiativeSitesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    SiteId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeSitesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "InitiativesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AgreementId = table.Column<int>(type: "INTEGER", nullable: true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    CategoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DescriptionAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DescriptionAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    DescriptionAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    DescriptionAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DescriptionAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    End = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    EndAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EndAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EndAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RecordedStage = table.Column<int>(type: "INTEGER", nullable: false),
                    StageBasis = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    StartAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StartAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    StartAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusAsOf = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "MilestonesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Actual = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Forecast = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Planned = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    PlannedProvenance = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportedState = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusAsOf = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MilestonesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ObjectivesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FocusAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Weight = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObjectivesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Abbreviation = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    LocalName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ParticipationsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipationsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ProvisionsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AgreementId = table.Column<int>(type: "INTEGER", nullable: false),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProvisionsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ReadingsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    KindWording = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Qualifier = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Vintage = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "RecommendationsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Response = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "RegisterEntriesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CategoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CodeKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    End = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EvidenceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstCause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    LastActiveDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Leads = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    MilestonesMet = table.Column<int>(type: "INTEGER", nullable: false),
                    MilestonesTotal = table.Column<int>(type: "INTEGER", nullable: false),
                    Progress = table.Column<double>(type: "REAL", nullable: true),
                    Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4230, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusAsOf = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UpdatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterEntriesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "SitesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Icao = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "SourcesHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Published = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourcesHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "SpendingFiguresHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    KindWording = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Vintage = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpendingFiguresHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "TargetsHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "RecordChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    InitiativeCode = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    CategorySlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    FocusAreaSlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Action = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordChanges_ChangeSets_ChangeSetId",
                        column: x => x.ChangeSetId,
                        principalTable: "ChangeSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementsHistory_ChangeSetId",
                table: "AgreementsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementsHistory_Code_ValidTo",
                table: "AgreementsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementsHistory_Id_ValidTo",
                table: "AgreementsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementsHistory_ValidTo",
                table: "AgreementsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_BaselinesHistory_ChangeSetId",
                table: "BaselinesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_BaselinesHistory_Code_ValidTo",
                table: "BaselinesHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_BaselinesHistory_Id_ValidTo",
                table: "BaselinesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_BaselinesHistory_IndicatorId_ValidTo",
                table: "BaselinesHistory",
                columns: new[] { "IndicatorId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_BaselinesHistory_ValidTo",
                table: "BaselinesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_CategoriesHistory_ChangeSetId",
                table: "CategoriesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_CategoriesHistory_Id_ValidTo",
                table: "CategoriesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CategoriesHistory_Slug_ValidTo",
                table: "CategoriesHistory",
                columns: new[] { "Slug", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CategoriesHistory_ValidTo",
                table: "CategoriesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeSets_AccountId",
                table: "ChangeSets",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeSets_At",
                table: "ChangeSets",
                column: "At",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChangeSets_Hash",
                table: "ChangeSets",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CitationsHistory_ChangeSetId",
                table: "CitationsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_CitationsHistory_Id_ValidTo",
                table: "CitationsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CitationsHistory_Kind_SubjectCode_Aspect_SourceId_ValidTo",
                table: "CitationsHistory",
                columns: new[] { "Kind", "SubjectCode", "Aspect", "SourceId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CitationsHistory_SourceId_ValidTo",
                table: "CitationsHistory",
                columns: new[] { "SourceId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CitationsHistory_SubjectCode_ValidTo",
                table: "CitationsHistory",
                columns: new[] { "SubjectCode", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CitationsHistory_ValidTo",
                table: "CitationsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ContributionsHistory_ChangeSetId",
                table: "ContributionsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ContributionsHistory_Code_ValidTo",
                table: "ContributionsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ContributionsHistory_Id_ValidTo",
                table: "ContributionsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ContributionsHistory_InitiativeId_OutcomeId_ValidTo",
                table: "ContributionsHistory",
                columns: new[] { "InitiativeId", "OutcomeId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ContributionsHistory_OutcomeId_ValidTo",
                table: "ContributionsHistory",
                columns: new[] { "OutcomeId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ContributionsHistory_ValidTo",
                table: "ContributionsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_DataSetNotesHistory_ChangeSetId",
                table: "DataSetNotesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_DataSetNotesHistory_Id_ValidTo",
                table: "DataSetNotesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_DataSetNotesHistory_Key_ValidTo",
                table: "DataSetNotesHistory",
                columns: new[] { "Key", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_DataSetNotesHistory_ValidTo",
                table: "DataSetNotesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AccountId_Form",
                table: "Drafts",
                columns: new[] { "AccountId", "Form" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventCategoriesHistory_CategoryId_ValidTo",
                table: "EventCategoriesHistory",
                columns: new[] { "CategoryId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_EventCategoriesHistory_ChangeSetId",
                table: "EventCategoriesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_EventCategoriesHistory_EventId_CategoryId_ValidTo",
                table: "EventCategoriesHistory",
                columns: new[] { "EventId", "CategoryId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_EventCategoriesHistory_ValidTo",
                table: "EventCategoriesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_EventsHistory_ChangeSetId",
                table: "EventsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_EventsHistory_Code_ValidTo",
                table: "EventsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_EventsHistory_Id_ValidTo",
                table: "EventsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_EventsHistory_ValidTo",
                table: "EventsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ExerciseEditionsHistory_ChangeSetId",
                table: "ExerciseEditionsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ExerciseEditionsHistory_Code_ValidTo",
                table: "ExerciseEditionsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExerciseEditionsHistory_ExerciseId_ValidTo",
                table: "ExerciseEditionsHistory",
                columns: new[] { "ExerciseId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExerciseEditionsHistory_Id_ValidTo",
                table: "ExerciseEditionsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExerciseEditionsHistory_StartsOn_ValidTo",
                table: "ExerciseEditionsHistory",
                columns: new[] { "StartsOn", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExerciseEditionsHistory_ValidTo",
                table: "ExerciseEditionsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ExercisesHistory_ChangeSetId",
                table: "ExercisesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ExercisesHistory_Code_ValidTo",
                table: "ExercisesHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExercisesHistory_Id_ValidTo",
                table: "ExercisesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExercisesHistory_InitiativeId_ValidTo",
                table: "ExercisesHistory",
                columns: new[] { "InitiativeId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExercisesHistory_ValidTo",
                table: "ExercisesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ExpectedOutcomesHistory_ChangeSetId",
                table: "ExpectedOutcomesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ExpectedOutcomesHistory_Code_ValidTo",
                table: "ExpectedOutcomesHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExpectedOutcomesHistory_Id_ValidTo",
                table: "ExpectedOutcomesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExpectedOutcomesHistory_ObjectiveId_ValidTo",
                table: "ExpectedOutcomesHistory",
                columns: new[] { "ObjectiveId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ExpectedOutcomesHistory_ValidTo",
                table: "ExpectedOutcomesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_FindingsDaysHistory_Id_ValidTo_ValidFrom",
                table: "FindingsDaysHistory",
                columns: new[] { "Id", "ValidTo", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_FindingsDaysHistory_ValidTo_ValidFrom",
                table: "FindingsDaysHistory",
                columns: new[] { "ValidTo", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_FocusAreaFindingsHistory_FocusAreaId_ValidTo_ValidFrom",
                table: "FocusAreaFindingsHistory",
                columns: new[] { "FocusAreaId", "ValidTo", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_FocusAreaFindingsHistory_ValidTo_ValidFrom",
                table: "FocusAreaFindingsHistory",
                columns: new[] { "ValidTo", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_FocusAreasHistory_ChangeSetId",
                table: "FocusAreasHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_FocusAreasHistory_Id_ValidTo",
                table: "FocusAreasHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FocusAreasHistory_Slug_ValidTo",
                table: "FocusAreasHistory",
                columns: new[] { "Slug", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FocusAreasHistory_ValidTo",
                table: "FocusAreasHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsHistory_ChangeSetId",
                table: "IndicatorsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsHistory_Code_ValidTo",
                table: "IndicatorsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsHistory_Id_ValidTo",
                table: "IndicatorsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsHistory_InitiativeId_ValidTo",
                table: "IndicatorsHistory",
                columns: new[] { "InitiativeId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsHistory_ValidTo",
                table: "IndicatorsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeSitesHistory_ChangeSetId",
                table: "InitiativeSitesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeSitesHistory_InitiativeId_SiteId_ValidTo",
                table: "InitiativeSitesHistory",
                columns: new[] { "InitiativeId", "SiteId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeSitesHistory_SiteId_ValidTo",
                table: "InitiativeSitesHistory",
                columns: new[] { "SiteId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeSitesHistory_ValidTo",
                table: "InitiativeSitesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesHistory_AgreementId_ValidTo",
                table: "InitiativesHistory",
                columns: new[] { "AgreementId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesHistory_CategoryId_ValidTo",
                table: "InitiativesHistory",
                columns: new[] { "CategoryId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesHistory_ChangeSetId",
                table: "InitiativesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesHistory_Code_ValidTo",
                table: "InitiativesHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesHistory_Id_ValidTo",
                table: "InitiativesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesHistory_ValidTo",
                table: "InitiativesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_MilestonesHistory_ChangeSetId",
                table: "MilestonesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_MilestonesHistory_Code_ValidTo",
                table: "MilestonesHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_MilestonesHistory_DueOn_ValidTo",
                table: "MilestonesHistory",
                columns: new[] { "DueOn", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_MilestonesHistory_Id_ValidTo",
                table: "MilestonesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_MilestonesHistory_InitiativeId_ValidTo",
                table: "MilestonesHistory",
                columns: new[] { "InitiativeId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_MilestonesHistory_ValidTo",
                table: "MilestonesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ObjectivesHistory_ChangeSetId",
                table: "ObjectivesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ObjectivesHistory_Code_ValidTo",
                table: "ObjectivesHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ObjectivesHistory_FocusAreaId_ValidTo",
                table: "ObjectivesHistory",
                columns: new[] { "FocusAreaId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ObjectivesHistory_Id_ValidTo",
                table: "ObjectivesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ObjectivesHistory_ValidTo",
                table: "ObjectivesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationsHistory_ChangeSetId",
                table: "OrganizationsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationsHistory_Code_ValidTo",
                table: "OrganizationsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationsHistory_Id_ValidTo",
                table: "OrganizationsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationsHistory_ValidTo",
                table: "OrganizationsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationsHistory_ChangeSetId",
                table: "ParticipationsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationsHistory_InitiativeId_OrganizationId_Role_ValidTo",
                table: "ParticipationsHistory",
                columns: new[] { "InitiativeId", "OrganizationId", "Role", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationsHistory_OrganizationId_ValidTo",
                table: "ParticipationsHistory",
                columns: new[] { "OrganizationId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationsHistory_ValidTo",
                table: "ParticipationsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ProvisionsHistory_AgreementId_ValidTo",
                table: "ProvisionsHistory",
                columns: new[] { "AgreementId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ProvisionsHistory_ChangeSetId",
                table: "ProvisionsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ProvisionsHistory_Code_ValidTo",
                table: "ProvisionsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ProvisionsHistory_Id_ValidTo",
                table: "ProvisionsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ProvisionsHistory_ValidTo",
                table: "ProvisionsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_ReadingsHistory_ChangeSetId",
                table: "ReadingsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ReadingsHistory_Code_ValidTo",
                table: "ReadingsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadingsHistory_Id_ValidTo",
                table: "ReadingsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadingsHistory_IndicatorId_ValidTo",
                table: "ReadingsHistory",
                columns: new[] { "IndicatorId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadingsHistory_ValidTo",
                table: "ReadingsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationsHistory_ChangeSetId",
                table: "RecommendationsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationsHistory_Code_ValidTo",
                table: "RecommendationsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationsHistory_Id_ValidTo",
                table: "RecommendationsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationsHistory_ValidTo",
                table: "RecommendationsHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_RecordChanges_CategorySlug",
                table: "RecordChanges",
                column: "CategorySlug");

            migrationBuilder.CreateIndex(
                name: "IX_RecordChanges_ChangeSetId",
                table: "RecordChanges",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordChanges_InitiativeCode",
                table: "RecordChanges",
                column: "InitiativeCode");

            migrationBuilder.CreateIndex(
                name: "IX_RecordChanges_Kind_Subject",
                table: "RecordChanges",
                columns: new[] { "Kind", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntriesHistory_CodeKey_ValidTo_ValidFrom",
                table: "RegisterEntriesHistory",
                columns: new[] { "CodeKey", "ValidTo", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntriesHistory_Code_ValidTo_ValidFrom",
                table: "RegisterEntriesHistory",
                columns: new[] { "Code", "ValidTo", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntriesHistory_InitiativeId_ValidTo_ValidFrom",
                table: "RegisterEntriesHistory",
                columns: new[] { "InitiativeId", "ValidTo", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntriesHistory_ValidTo_ValidFrom",
                table: "RegisterEntriesHistory",
                columns: new[] { "ValidTo", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesHistory_ChangeSetId",
                table: "SitesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_SitesHistory_Code_ValidTo",
                table: "SitesHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesHistory_Id_ValidTo",
                table: "SitesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesHistory_ValidTo",
                table: "SitesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_SourcesHistory_ChangeSetId",
                table: "SourcesHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_SourcesHistory_Code_ValidTo",
                table: "SourcesHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_SourcesHistory_Id_ValidTo",
                table: "SourcesHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_SourcesHistory_ValidTo",
                table: "SourcesHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_SpendingFiguresHistory_ChangeSetId",
                table: "SpendingFiguresHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_SpendingFiguresHistory_Code_ValidTo",
                table: "SpendingFiguresHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_SpendingFiguresHistory_Id_ValidTo",
                table: "SpendingFiguresHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_SpendingFiguresHistory_ValidTo",
                table: "SpendingFiguresHistory",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_TargetsHistory_ChangeSetId",
                table: "TargetsHistory",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_TargetsHistory_Code_ValidTo",
                table: "TargetsHistory",
                columns: new[] { "Code", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_TargetsHistory_Id_ValidTo",
                table: "TargetsHistory",
                columns: new[] { "Id", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_TargetsHistory_IndicatorId_ValidTo",
                table: "TargetsHistory",
                columns: new[] { "IndicatorId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_TargetsHistory_ValidTo",
                table: "TargetsHistory",
                column: "ValidTo");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementsHistory");

            migrationBuilder.DropTable(
                name: "BaselinesHistory");

            migrationBuilder.DropTable(
                name: "CategoriesHistory");

            migrationBuilder.DropTable(
                name: "CitationsHistory");

            migrationBuilder.DropTable(
                name: "ContributionsHistory");

            migrationBuilder.DropTable(
                name: "DataSetNotesHistory");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "EventCategoriesHistory");

            migrationBuilder.DropTable(
                name: "EventsHistory");

            migrationBuilder.DropTable(
                name: "ExerciseEditionsHistory");

            migrationBuilder.DropTable(
                name: "ExercisesHistory");

            migrationBuilder.DropTable(
                name: "ExpectedOutcomesHistory");

            migrationBuilder.DropTable(
                name: "FindingsDaysHistory");

            migrationBuilder.DropTable(
                name: "FocusAreaFindingsHistory");

            migrationBuilder.DropTable(
                name: "FocusAreasHistory");

            migrationBuilder.DropTable(
                name: "IndicatorsHistory");

            migrationBuilder.DropTable(
                name: "InitiativeSitesHistory");

            migrationBuilder.DropTable(
                name: "InitiativesHistory");

            migrationBuilder.DropTable(
                name: "MilestonesHistory");

            migrationBuilder.DropTable(
                name: "ObjectivesHistory");

            migrationBuilder.DropTable(
                name: "OrganizationsHistory");

            migrationBuilder.DropTable(
                name: "ParticipationsHistory");

            migrationBuilder.DropTable(
                name: "ProvisionsHistory");

            migrationBuilder.DropTable(
                name: "ReadingsHistory");

            migrationBuilder.DropTable(
                name: "RecommendationsHistory");

            migrationBuilder.DropTable(
                name: "RecordChanges");

            migrationBuilder.DropTable(
                name: "RegisterEntriesHistory");

            migrationBuilder.DropTable(
                name: "SitesHistory");

            migrationBuilder.DropTable(
                name: "SourcesHistory");

            migrationBuilder.DropTable(
                name: "SpendingFiguresHistory");

            migrationBuilder.DropTable(
                name: "TargetsHistory");

            migrationBuilder.DropTable(
                name: "ChangeSets");

            migrationBuilder.DropColumn(
                name: "WithdrawnBecause",
                table: "Readings");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "FindingsDays",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    // Columns that later steps of version 0.1.0 added have the default by which they were added, so that all databases have the same tables.
    public partial class Baseline : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Roles = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSignInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DisabledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastCodeStep = table.Column<long>(type: "INTEGER", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    WantsNoDigest = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DigestSentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Signed = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    InForce = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    InForceAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    InForceAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    InForceAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    InForceAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    InForceAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SignedAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    SignedAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    SignedAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SignedAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                });

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
                name: "Categories",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    IsInArticleList = table.Column<bool>(type: "INTEGER", nullable: false),
                    ArticleText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false, defaultValue: 0),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Categories", x => x.Id);
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
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Xml = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataSetNotes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataSetNotes", x => x.Id);
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
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
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
                name: "FindingsDays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 65, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingsDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FindingsDaysHistory",
                columns: table => new
                {
                    VersionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 65, nullable: true),
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
                    PartsFresh = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FocusAreaFindingsHistory", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "FocusAreas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FocusAreas", x => x.Id);
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
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    LocalName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Abbreviation = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false, defaultValue: 0),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
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
                name: "Recommendations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FocusAreaSlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Response = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recommendations", x => x.Id);
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
                    FocusAreaSlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Response = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
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
                    EvidenceIn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EvidenceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstCause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    LastActiveDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Leads = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    MilestonesMet = table.Column<int>(type: "INTEGER", nullable: false),
                    MilestonesTotal = table.Column<int>(type: "INTEGER", nullable: false),
                    Progress = table.Column<double>(type: "REAL", nullable: true),
                    Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusAsOf = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    UpdatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterEntriesHistory", x => x.VersionId);
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
                name: "Sites",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Icao = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false, defaultValue: 0),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sites", x => x.Id);
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
                name: "Sources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Published = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    ReadOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Id);
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
                    ReadOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                name: "SpendingFigures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    KindWording = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Vintage = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpendingFigures", x => x.Id);
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
                    Kind = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
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
                name: "AccountLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                    Revision = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
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
                name: "Links",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Links_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Passkeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passkeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_Passkeys_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    KeyHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 45, nullable: true),
                    Device = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Provisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AgreementId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Provisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Provisions_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Initiatives",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CategoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedStage = table.Column<int>(type: "INTEGER", nullable: false),
                    StageBasis = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusAsOf = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Start = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    AgreementId = table.Column<int>(type: "INTEGER", nullable: true),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    DescriptionAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DescriptionAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    DescriptionAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    DescriptionAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DescriptionAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    EndAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EndAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EndAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    StartAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StartAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    StartAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Initiatives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Initiatives_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Initiatives_Categories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "EventCategories",
                columns: table => new
                {
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    CategoryId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventCategories", x => new { x.EventId, x.CategoryId });
                    table.ForeignKey(
                        name: "FK_EventCategories_Categories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EventCategories_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "FocusAreaFindings",
                columns: table => new
                {
                    FocusAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstCause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PartsAssessed = table.Column<int>(type: "INTEGER", nullable: false),
                    PartsAssessable = table.Column<int>(type: "INTEGER", nullable: false),
                    PartsFresh = table.Column<int>(type: "INTEGER", nullable: true),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FocusAreaFindings", x => x.FocusAreaId);
                    table.ForeignKey(
                        name: "FK_FocusAreaFindings_FocusAreas_FocusAreaId",
                        column: x => x.FocusAreaId,
                        principalTable: "FocusAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Objectives",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FocusAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Weight = table.Column<double>(type: "REAL", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objectives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objectives_FocusAreas_FocusAreaId",
                        column: x => x.FocusAreaId,
                        principalTable: "FocusAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Citations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectCode = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Aspect = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Citations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Citations_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Exercises",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: true),
                    LinkAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LinkAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    LinkAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    LinkAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LinkAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exercises", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Exercises_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Indicators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Direction = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportingMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Indicators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Indicators_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InitiativeSites",
                columns: table => new
                {
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    SiteId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeSites", x => new { x.InitiativeId, x.SiteId });
                    table.ForeignKey(
                        name: "FK_InitiativeSites_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InitiativeSites_Sites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Sites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Milestones",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Planned = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    PlannedProvenance = table.Column<int>(type: "INTEGER", nullable: false),
                    Forecast = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Actual = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    ReportedState = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusAsOf = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Milestones_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Participations",
                columns: table => new
                {
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participations", x => new { x.InitiativeId, x.OrganizationId, x.Role });
                    table.ForeignKey(
                        name: "FK_Participations_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Participations_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterEntries",
                columns: table => new
                {
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CodeKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CategoryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstCause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Start = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    StatusAsOf = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UpdatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastActiveDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EvidenceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EvidenceIn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Leads = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    MilestonesMet = table.Column<int>(type: "INTEGER", nullable: false),
                    MilestonesTotal = table.Column<int>(type: "INTEGER", nullable: false),
                    Progress = table.Column<double>(type: "REAL", nullable: true),
                    Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterEntries", x => x.InitiativeId);
                    table.ForeignKey(
                        name: "FK_RegisterEntries_Categories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterEntries_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "ExpectedOutcomes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ObjectiveId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Weight = table.Column<double>(type: "REAL", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpectedOutcomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpectedOutcomes_Objectives_ObjectiveId",
                        column: x => x.ObjectiveId,
                        principalTable: "Objectives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExerciseEditions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ExerciseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Start = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    End = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Personnel = table.Column<int>(type: "INTEGER", nullable: true),
                    Ships = table.Column<int>(type: "INTEGER", nullable: true),
                    Aircraft = table.Column<int>(type: "INTEGER", nullable: true),
                    Nations = table.Column<int>(type: "INTEGER", nullable: true),
                    DanishParticipation = table.Column<bool>(type: "INTEGER", nullable: true),
                    AmericanParticipation = table.Column<bool>(type: "INTEGER", nullable: true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExerciseEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExerciseEditions_Exercises_ExerciseId",
                        column: x => x.ExerciseId,
                        principalTable: "Exercises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Baselines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Baselines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Baselines_Indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Readings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Qualifier = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    KindWording = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Vintage = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Readings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Readings_Indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Targets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Targets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Targets_Indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contributions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    InitiativeId = table.Column<int>(type: "INTEGER", nullable: false),
                    OutcomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Weight = table.Column<double>(type: "REAL", nullable: false),
                    Attribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Attribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    ObjectiveAttribution_Derivation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ObjectiveAttribution_IsDerived = table.Column<bool>(type: "INTEGER", nullable: false),
                    ObjectiveAttribution_NeedsPrimaryCheck = table.Column<bool>(type: "INTEGER", nullable: false),
                    ObjectiveAttribution_Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ObjectiveAttribution_Provenance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contributions_ExpectedOutcomes_OutcomeId",
                        column: x => x.OutcomeId,
                        principalTable: "ExpectedOutcomes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contributions_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogins_UserId",
                table: "AccountLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedEmail",
                table: "Accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedUserName",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_Code",
                table: "Agreements",
                column: "Code",
                unique: true);

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
                name: "IX_Baselines_Code",
                table: "Baselines",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Baselines_IndicatorId",
                table: "Baselines",
                column: "IndicatorId",
                unique: true);

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
                name: "IX_Categories_Slug",
                table: "Categories",
                column: "Slug",
                unique: true);

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
                name: "IX_Citations_Kind_SubjectCode_Aspect_SourceId",
                table: "Citations",
                columns: new[] { "Kind", "SubjectCode", "Aspect", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Citations_SourceId",
                table: "Citations",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_SubjectCode",
                table: "Citations",
                column: "SubjectCode");

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
                name: "IX_Contributions_Code",
                table: "Contributions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_InitiativeId_OutcomeId",
                table: "Contributions",
                columns: new[] { "InitiativeId", "OutcomeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_OutcomeId",
                table: "Contributions",
                column: "OutcomeId");

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
                name: "IX_DataSetNotes_Key",
                table: "DataSetNotes",
                column: "Key",
                unique: true);

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
                columns: new[] { "AccountId", "Form" });

            migrationBuilder.CreateIndex(
                name: "IX_EventCategories_CategoryId",
                table: "EventCategories",
                column: "CategoryId");

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
                name: "IX_Events_Code",
                table: "Events",
                column: "Code",
                unique: true);

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
                name: "IX_ExerciseEditions_Code",
                table: "ExerciseEditions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExerciseEditions_ExerciseId",
                table: "ExerciseEditions",
                column: "ExerciseId");

            migrationBuilder.CreateIndex(
                name: "IX_ExerciseEditions_StartsOn",
                table: "ExerciseEditions",
                column: "StartsOn");

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
                name: "IX_Exercises_Code",
                table: "Exercises",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Exercises_InitiativeId",
                table: "Exercises",
                column: "InitiativeId");

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
                name: "IX_ExpectedOutcomes_Code",
                table: "ExpectedOutcomes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExpectedOutcomes_ObjectiveId",
                table: "ExpectedOutcomes",
                column: "ObjectiveId");

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
                name: "IX_FieldConflicts_AssessmentId_AccountId",
                table: "FieldConflicts",
                columns: new[] { "AssessmentId", "AccountId" });

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
                name: "IX_FocusAreas_Slug",
                table: "FocusAreas",
                column: "Slug",
                unique: true);

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
                name: "IX_FormReceipts_At",
                table: "FormReceipts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_Code",
                table: "Indicators",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_InitiativeId",
                table: "Indicators",
                column: "InitiativeId");

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
                name: "IX_InitiativeSites_SiteId",
                table: "InitiativeSites",
                column: "SiteId");

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
                name: "IX_Initiatives_AgreementId",
                table: "Initiatives",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_CategoryId",
                table: "Initiatives",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_Code",
                table: "Initiatives",
                column: "Code",
                unique: true);

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
                name: "IX_Links_AccountId",
                table: "Links",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Links_SecretHash",
                table: "Links",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_Code",
                table: "Milestones",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_DueOn",
                table: "Milestones",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_InitiativeId",
                table: "Milestones",
                column: "InitiativeId");

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
                name: "IX_Objectives_Code",
                table: "Objectives",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Objectives_FocusAreaId",
                table: "Objectives",
                column: "FocusAreaId");

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
                name: "IX_Organizations_Code",
                table: "Organizations",
                column: "Code",
                unique: true);

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
                name: "IX_Participations_OrganizationId",
                table: "Participations",
                column: "OrganizationId");

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
                name: "IX_Passkeys_UserId",
                table: "Passkeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Provisions_AgreementId",
                table: "Provisions",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Provisions_Code",
                table: "Provisions",
                column: "Code",
                unique: true);

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
                name: "IX_Readings_Code",
                table: "Readings",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Readings_IndicatorId",
                table: "Readings",
                column: "IndicatorId");

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
                name: "IX_Recommendations_Code",
                table: "Recommendations",
                column: "Code",
                unique: true);

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
                name: "IX_RegisterEntries_CategoryId_Status_EndsOn",
                table: "RegisterEntries",
                columns: new[] { "CategoryId", "Status", "EndsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Code",
                table: "RegisterEntries",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_CodeKey",
                table: "RegisterEntries",
                column: "CodeKey");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_EndsOn",
                table: "RegisterEntries",
                column: "EndsOn");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_EvidenceOn",
                table: "RegisterEntries",
                column: "EvidenceOn");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Progress",
                table: "RegisterEntries",
                column: "Progress");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Stage",
                table: "RegisterEntries",
                column: "Stage");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_StartsOn",
                table: "RegisterEntries",
                column: "StartsOn");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Status_CodeKey",
                table: "RegisterEntries",
                columns: new[] { "Status", "CodeKey" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Status_EndsOn",
                table: "RegisterEntries",
                columns: new[] { "Status", "EndsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Status_Stage",
                table: "RegisterEntries",
                columns: new[] { "Status", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_TitleKey",
                table: "RegisterEntries",
                column: "TitleKey");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_UpdatedOn",
                table: "RegisterEntries",
                column: "UpdatedOn");

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

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_AccountId",
                table: "Sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_KeyHash",
                table: "Sessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sites_Code",
                table: "Sites",
                column: "Code",
                unique: true);

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
                name: "IX_Sources_Code",
                table: "Sources",
                column: "Code",
                unique: true);

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
                name: "IX_SpendingFigures_Code",
                table: "SpendingFigures",
                column: "Code",
                unique: true);

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
                name: "IX_Targets_Code",
                table: "Targets",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Targets_IndicatorId",
                table: "Targets",
                column: "IndicatorId");

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
                name: "AccountLogins");

            migrationBuilder.DropTable(
                name: "AccountTokens");

            migrationBuilder.DropTable(
                name: "AgreementsHistory");

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
                name: "Baselines");

            migrationBuilder.DropTable(
                name: "BaselinesHistory");

            migrationBuilder.DropTable(
                name: "CategoriesHistory");

            migrationBuilder.DropTable(
                name: "Citations");

            migrationBuilder.DropTable(
                name: "CitationsHistory");

            migrationBuilder.DropTable(
                name: "Contributions");

            migrationBuilder.DropTable(
                name: "ContributionsHistory");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DataSetNotes");

            migrationBuilder.DropTable(
                name: "DataSetNotesHistory");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "EventCategories");

            migrationBuilder.DropTable(
                name: "EventCategoriesHistory");

            migrationBuilder.DropTable(
                name: "EventsHistory");

            migrationBuilder.DropTable(
                name: "ExerciseEditions");

            migrationBuilder.DropTable(
                name: "ExerciseEditionsHistory");

            migrationBuilder.DropTable(
                name: "ExercisesHistory");

            migrationBuilder.DropTable(
                name: "ExpectedOutcomesHistory");

            migrationBuilder.DropTable(
                name: "FieldConflicts");

            migrationBuilder.DropTable(
                name: "FindingsDays");

            migrationBuilder.DropTable(
                name: "FindingsDaysHistory");

            migrationBuilder.DropTable(
                name: "FocusAreaFindings");

            migrationBuilder.DropTable(
                name: "FocusAreaFindingsHistory");

            migrationBuilder.DropTable(
                name: "FocusAreasHistory");

            migrationBuilder.DropTable(
                name: "FormReceipts");

            migrationBuilder.DropTable(
                name: "IndicatorsHistory");

            migrationBuilder.DropTable(
                name: "InitiativeSites");

            migrationBuilder.DropTable(
                name: "InitiativeSitesHistory");

            migrationBuilder.DropTable(
                name: "InitiativesHistory");

            migrationBuilder.DropTable(
                name: "Links");

            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropTable(
                name: "MilestonesHistory");

            migrationBuilder.DropTable(
                name: "ObjectiveJudgements");

            migrationBuilder.DropTable(
                name: "ObjectiveJudgementsHistory");

            migrationBuilder.DropTable(
                name: "ObjectivesHistory");

            migrationBuilder.DropTable(
                name: "OrganizationsHistory");

            migrationBuilder.DropTable(
                name: "Participations");

            migrationBuilder.DropTable(
                name: "ParticipationsHistory");

            migrationBuilder.DropTable(
                name: "Passkeys");

            migrationBuilder.DropTable(
                name: "Provisions");

            migrationBuilder.DropTable(
                name: "ProvisionsHistory");

            migrationBuilder.DropTable(
                name: "Readings");

            migrationBuilder.DropTable(
                name: "ReadingsHistory");

            migrationBuilder.DropTable(
                name: "Recommendations");

            migrationBuilder.DropTable(
                name: "RecommendationsHistory");

            migrationBuilder.DropTable(
                name: "RecordChanges");

            migrationBuilder.DropTable(
                name: "RegisterEntries");

            migrationBuilder.DropTable(
                name: "RegisterEntriesHistory");

            migrationBuilder.DropTable(
                name: "ReviewComments");

            migrationBuilder.DropTable(
                name: "ReviewCommentsHistory");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "SitesHistory");

            migrationBuilder.DropTable(
                name: "SourcesHistory");

            migrationBuilder.DropTable(
                name: "SpendingFigures");

            migrationBuilder.DropTable(
                name: "SpendingFiguresHistory");

            migrationBuilder.DropTable(
                name: "Targets");

            migrationBuilder.DropTable(
                name: "TargetsHistory");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropTable(
                name: "ExpectedOutcomes");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Exercises");

            migrationBuilder.DropTable(
                name: "Sites");

            migrationBuilder.DropTable(
                name: "Organizations");

            migrationBuilder.DropTable(
                name: "ChangeSets");

            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Indicators");

            migrationBuilder.DropTable(
                name: "Objectives");

            migrationBuilder.DropTable(
                name: "Initiatives");

            migrationBuilder.DropTable(
                name: "FocusAreas");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "Categories");
        }
    }
}

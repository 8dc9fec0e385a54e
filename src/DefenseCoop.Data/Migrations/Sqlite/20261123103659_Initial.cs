using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DefenseCoop.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "FindingsDays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingsDays", x => x.Id);
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
                name: "Recommendations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
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
                name: "Sources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Published = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Id);
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
                name: "FocusAreaFindings",
                columns: table => new
                {
                    FocusAreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstCause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PartsAssessed = table.Column<int>(type: "INTEGER", nullable: false),
                    PartsAssessable = table.Column<int>(type: "INTEGER", nullable: false),
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
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
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
                    Leads = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    MilestonesMet = table.Column<int>(type: "INTEGER", nullable: false),
                    MilestonesTotal = table.Column<int>(type: "INTEGER", nullable: false),
                    Progress = table.Column<double>(type: "REAL", nullable: true),
                    Provenance = table.Column<int>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4230, nullable: false)
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
                name: "IX_Agreements_Code",
                table: "Agreements",
                column: "Code",
                unique: true);

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
                name: "IX_Categories_Slug",
                table: "Categories",
                column: "Slug",
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
                name: "IX_DataSetNotes_Key",
                table: "DataSetNotes",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventCategories_CategoryId",
                table: "EventCategories",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_Code",
                table: "Events",
                column: "Code",
                unique: true);

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
                name: "IX_Exercises_Code",
                table: "Exercises",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Exercises_InitiativeId",
                table: "Exercises",
                column: "InitiativeId");

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
                name: "IX_FocusAreas_Slug",
                table: "FocusAreas",
                column: "Slug",
                unique: true);

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
                name: "IX_InitiativeSites_SiteId",
                table: "InitiativeSites",
                column: "SiteId");

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
                name: "IX_Objectives_Code",
                table: "Objectives",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Objectives_FocusAreaId",
                table: "Objectives",
                column: "FocusAreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Code",
                table: "Organizations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Participations_OrganizationId",
                table: "Participations",
                column: "OrganizationId");

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
                name: "IX_Readings_Code",
                table: "Readings",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Readings_IndicatorId",
                table: "Readings",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Code",
                table: "Recommendations",
                column: "Code",
                unique: true);

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
                name: "IX_Sites_Code",
                table: "Sites",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Code",
                table: "Sources",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpendingFigures_Code",
                table: "SpendingFigures",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Targets_Code",
                table: "Targets",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Targets_IndicatorId",
                table: "Targets",
                column: "IndicatorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Baselines");

            migrationBuilder.DropTable(
                name: "Citations");

            migrationBuilder.DropTable(
                name: "Contributions");

            migrationBuilder.DropTable(
                name: "DataSetNotes");

            migrationBuilder.DropTable(
                name: "EventCategories");

            migrationBuilder.DropTable(
                name: "ExerciseEditions");

            migrationBuilder.DropTable(
                name: "FindingsDays");

            migrationBuilder.DropTable(
                name: "FocusAreaFindings");

            migrationBuilder.DropTable(
                name: "InitiativeSites");

            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropTable(
                name: "Participations");

            migrationBuilder.DropTable(
                name: "Provisions");

            migrationBuilder.DropTable(
                name: "Readings");

            migrationBuilder.DropTable(
                name: "Recommendations");

            migrationBuilder.DropTable(
                name: "RegisterEntries");

            migrationBuilder.DropTable(
                name: "SpendingFigures");

            migrationBuilder.DropTable(
                name: "Targets");

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

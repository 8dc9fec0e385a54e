using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Storage.Sqlite.Steps;

/// <summary>
/// The step that every database begins with. It stands for those by which version 0.1.0 built its databases: one that has
/// the last of them has the same tables, and one of the release before needs some columns more.
/// </summary>
internal static class BaselineStep
{
    public const string Id = "20261130110000_Baseline";

    /// <summary>The first and the last of the steps that it stands for.</summary>
    public const string First = "20261123103659_Initial";

    public const string Last = "20261130105158_FreshEvidence";

    /// <summary>The last one of the release of November 28, 2026.</summary>
    public const string OfRelease = "20261127113712_Reminders";

    /// <summary>What to do with a database that lacks some of them.</summary>
    public const string WayToGo =
        "Start version 0.1.0 of November 30, 2026 (commit d48c4f2) with it once, "
            + "which brings it as far as this version can read, and then this version.";

    /// <summary>What the steps since that release did: all that they did to tables was to add.</summary>
    private static readonly string[] SinceRelease =
        [
            """DROP INDEX "IX_Drafts_AccountId_Form" """,
            """ALTER TABLE "Drafts" ADD "Revision" INTEGER NOT NULL DEFAULT 0""",
            """
            CREATE TABLE "FormReceipts" (
                "Form" TEXT NOT NULL CONSTRAINT "PK_FormReceipts" PRIMARY KEY,
                "Content" TEXT NOT NULL,
                "At" TEXT NOT NULL,
                "Url" TEXT NULL
            )
            """,
            """CREATE INDEX "IX_Drafts_AccountId_Form" ON "Drafts" ("AccountId", "Form")""",
            """CREATE INDEX "IX_FormReceipts_At" ON "FormReceipts" ("At")""",
            """ALTER TABLE "TargetsHistory" ADD "Kind" INTEGER NOT NULL DEFAULT 0""",
            """ALTER TABLE "Targets" ADD "Kind" INTEGER NOT NULL DEFAULT 0""",
            """ALTER TABLE "FindingsDaysHistory" ADD "Rules" TEXT NULL""",
            """ALTER TABLE "FindingsDays" ADD "Rules" TEXT NULL""",
            """ALTER TABLE "RecommendationsHistory" ADD "FocusAreaSlug" TEXT NULL""",
            """ALTER TABLE "RecommendationsHistory" ADD "Kind" INTEGER NOT NULL DEFAULT 0""",
            """ALTER TABLE "RecommendationsHistory" ADD "Title" TEXT NULL""",
            """ALTER TABLE "Recommendations" ADD "FocusAreaSlug" TEXT NULL""",
            """ALTER TABLE "Recommendations" ADD "Kind" INTEGER NOT NULL DEFAULT 0""",
            """ALTER TABLE "Recommendations" ADD "Title" TEXT NULL""",
            """ALTER TABLE "SourcesHistory" ADD "ReadOn" TEXT NULL""",
            """ALTER TABLE "Sources" ADD "ReadOn" TEXT NULL""",
            """ALTER TABLE "RegisterEntriesHistory" ADD "EvidenceIn" TEXT NULL""",
            """ALTER TABLE "RegisterEntries" ADD "EvidenceIn" TEXT NULL""",
            """ALTER TABLE "FocusAreaFindingsHistory" ADD "PartsFresh" INTEGER NULL""",
            """ALTER TABLE "FocusAreaFindings" ADD "PartsFresh" INTEGER NULL""",
            // Addresses that were made up for people whose provider vouches for none.
            """
            UPDATE "Accounts" SET "Email" = NULL, "NormalizedEmail" = NULL, "UserName" = NULL, "NormalizedUserName" = NULL
            WHERE "Email" LIKE '%@provider.invalid'
            """,
        ];

    /// <summary>Whether a database of an earlier version can be brought to the baseline.</summary>
    /// <param name="last">Its last step.</param>
    public static bool CanAdopt(string last) => last is Last or OfRelease;

    /// <summary>Brings a database of an earlier version to the baseline, where that is possible; others are left as they are.</summary>
    public static async Task AdoptAsync(DefenseCoopContext db, CancellationToken ct)
    {
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        var last = await db.Database.SqlQuery<string>($"SELECT MAX(MigrationId) AS Value FROM __EFMigrationsHistory").SingleAsync(ct);
        if (!CanAdopt(last)) return;
        if (last == OfRelease) await BringOverAsync(db, ct);
        await db.Database.ExecuteSqlAsync($"UPDATE __EFMigrationsHistory SET MigrationId = {Id} WHERE MigrationId = {last}", ct);
        await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsHistory WHERE MigrationId < {Id}", ct);
        await whole.CommitAsync(ct);
    }

    private static async Task BringOverAsync(DefenseCoopContext db, CancellationToken ct)
    {
        foreach (var step in SinceRelease) await db.Database.ExecuteSqlRawAsync(step, ct);
    }
}

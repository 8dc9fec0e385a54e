using static DefenseCoop.Domain.People.Roles;

namespace DefenseCoop.Domain.People;

/// <summary>One thing that can be allowed or not. Every command and every page that is not public needs exactly one.</summary>
public enum Right
{
    Read,
    ChangeOwnAccount,
    RecordEvidence,
    SeeAccounts,
    InviteAccounts,
    ChangeRoles,
    DisableAccounts,
    ResetSecondFactors,
    EditCategories,
    EditOrganizations,
    EditSites,
    SeeSystem,
    RunSystem,
    SeeRights,
    SeeDraftAssessments,
    WriteAssessments,
    PublishAssessments,
    OpenPeriods,
    FollowActions,
}

/// <summary>One row of the table of rights.</summary>
/// <param name="Right">What is allowed.</param>
/// <param name="Area">What it is about; rows of one area stand together.</param>
/// <param name="Words">The same for people.</param>
/// <param name="Holders">The roles of which one is enough.</param>
public sealed record RightRow(Right Right, string Area, string Words, Roles Holders);

/// <summary>Who may do what: the one table that pages, commands and the page <c>/admin/rights</c> read.</summary>
public static class Rights
{
    private const Roles Everyone = Reader | Analyst | Editor | Manager | Administrator;

    private static readonly Dictionary<Right, RightRow> ByRight;

    static Rights()
    {
        Table =
        [
            new(Right.Read, "Reading", "Read every page on the cooperation", Everyone),
            new(Right.ChangeOwnAccount, "Reading", "Change one’s own profile, password, second factor, passkeys and sessions", Everyone),
            new(
                Right.RecordEvidence, "Evidence",
                "Record evidence, edit initiatives and all that belongs to them, and restore earlier versions", Editor),
            new(
                Right.SeeDraftAssessments, "Assessments",
                "See assessments before they are published, with the comments of reviewers", Editor | Manager),
            new(Right.WriteAssessments, "Assessments", "Write, submit and correct assessments", Editor),
            new(Right.PublishAssessments, "Assessments", "Publish or return assessments that others wrote", Manager),
            new(Right.OpenPeriods, "Assessments", "Open a period for assessment", Manager),
            new(Right.FollowActions, "Assessments", "Close actions, and note their effect", Editor | Manager),
            new(Right.SeeAccounts, "Accounts", "See who has an account", Administrator),
            new(Right.InviteAccounts, "Accounts", "Invite people, and issue sign-in links", Administrator),
            new(Right.ChangeRoles, "Accounts", "Give and take roles", Administrator),
            new(Right.DisableAccounts, "Accounts", "Disable and enable accounts", Administrator),
            new(
                Right.ResetSecondFactors, "Accounts",
                "Reset another person’s second factor and passkeys, and end their sessions", Administrator),
            new(Right.EditCategories, "Reference data", "Add and change categories", Administrator),
            new(Right.EditOrganizations, "Reference data", "Add and change organizations", Administrator),
            new(Right.EditSites, "Reference data", "Add and change sites", Administrator),
            new(Right.SeeSystem, "System", "See the state of the system and its settings", Administrator),
            new(Right.RunSystem, "System", "Make a backup, verify the history, and send oneself a mail to try it", Administrator),
            new(Right.SeeRights, "System", "See this table", Administrator),
        ];
        ByRight = Table.ToDictionary(row => row.Right);
    }

    public static IReadOnlyList<RightRow> Table { get; }

    /// <summary>Whether one of the roles holds the right. A right without a row is nobody's.</summary>
    public static bool Allow(Roles roles, Right right) => ByRight.TryGetValue(right, out var row) && (row.Holders & roles) != None;
}

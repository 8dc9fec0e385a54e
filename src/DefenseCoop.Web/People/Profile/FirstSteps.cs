using DefenseCoop.Data.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;

namespace DefenseCoop.Web.People.Profile;

/// <summary>What somebody who was just let in can do first, by what they are here for.</summary>
internal static class FirstSteps
{
    public static IEnumerable<(string Url, string Words, string What)> Of(Roles roles)
    {
        if (Rights.Allow(roles, Right.RecordEvidence)) yield return (EditUrls.Refresh, "What to refresh", "what is too old to judge, and what would help");
        if (Rights.Allow(roles, Right.WriteAssessments) || Rights.Allow(roles, Right.PublishAssessments))
        {
            yield return (AssessmentUrls.Board, "Assessments", Rights.Allow(roles, Right.PublishAssessments) ? "what waits for your review, and what is overdue" : "what is to be written");
        }

        if (Rights.Allow(roles, Right.SeeSystem)) yield return (AccountUrls.System, "System", "what needs attention");
        if (Rights.Allow(roles, Right.InviteAccounts)) yield return (AccountUrls.Accounts, "Accounts", "invite the others");
        if (!Rights.Allow(roles, Right.Read)) yield break;
        yield return (AppUrls.Summary(default), "Summary", "how the cooperation stands");
        yield return (AppUrls.Register(default), "Initiatives", "all of them, to be filtered and searched");
    }
}

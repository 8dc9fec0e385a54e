using System.Globalization;
using System.Text;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Reminders;
using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using MimeKit;

namespace DefenseCoop.Web.Assessments.Reminders;

/// <summary>Writes the daily mail: plain text, what waits with a link to each.</summary>
internal static class DigestMail
{
    public static MimeMessage Write(Digest digest, MailSettings settings, DateOnly today)
    {
        var mail = new MimeMessage { Subject = Subject(digest) };
        mail.From.Add(new MailboxAddress(settings.From.DisplayName, settings.From.Address));
        mail.To.Add(new MailboxAddress(digest.Name, digest.Email));

        // Answers to a program help nobody, and those of a program would go round in a circle.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Body = new TextPart("plain") { Text = Text(digest, settings, today) };
        return mail;
    }

    private static string Subject(Digest digest) => digest.Work.Waiting > 0
        ? $"DefenseCoop: {Words.Count(digest.Work.Waiting, "assessment waits", "assessments wait")} for you"
        : $"DefenseCoop: {Words.Count(digest.OthersOverdue.Count, "assessment is", "assessments are")} overdue";

    private static string Text(Digest digest, MailSettings settings, DateOnly today)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{digest.Name},\n");
        Append(text, "Waiting for your review", digest.Work.ToReview, settings, today);
        Append(text, "Your drafts", digest.Work.Mine, settings, today);
        Append(text, "Overdue", digest.OthersOverdue, settings, today);
        text.Append(CultureInfo.InvariantCulture, $"\nThe board: {Link(settings, AssessmentUrls.Board)}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nThis mail comes once a day while something waits. Switch it off in your profile: {Link(settings, AccountUrls.Profile)}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string heading, IReadOnlyList<AssessmentHead> heads, MailSettings settings, DateOnly today)
    {
        if (heads.Count == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"\n{heading}:\n");
        foreach (var head in heads)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {head.Area}, {AssessmentWords.Period(head.Period)}: {State(head)}, {(head.DueOn < today ? "was due" : "due")} {Words.Of(head.DueOn)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  {Link(settings, AssessmentUrls.Of(head.Slug, head.Period))}\n");
        }
    }

    private static string State(AssessmentHead head) => head switch
    {
        { State: AssessmentState.Submitted, By: { } by } => $"submitted by {by}",
        { State: AssessmentState.Returned, ReviewedBy: { } by } => $"returned by {by}",
        _ => AssessmentWords.Of(head.State).ToLowerInvariant(),
    };

    private static string Link(MailSettings settings, string path) => settings.Site.AbsoluteUri.TrimEnd('/') + path;
}

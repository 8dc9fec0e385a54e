using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Urls;

/// <summary>The addresses of the board and of what is followed from it; each keeps the day that the reader chose.</summary>
public static class BoardUrls
{
    /// <summary>The page without a script on which a period is opened.</summary>
    public const string OpenPath = AssessmentUrls.Board + "/open";

    /// <summary>The parameter with the period to open.</summary>
    public const string Period = "period";

    /// <summary>The parameter with the newest period shown.</summary>
    public const string Until = "until";

    /// <summary>The parameter with the kind of actions shown.</summary>
    public const string Show = "show";

    /// <summary>The parameter with the slug of a focus area.</summary>
    public const string FocusArea = "focusArea";

    public static string Board(DayChoice day, ReportingPeriod? until = null) =>
        AppUrls.With(until is { } period ? $"{AssessmentUrls.Board}?{Until}={period.Code}" : AssessmentUrls.Board, day);

    public static string Actions(DayChoice day, ActionFilter filter = ActionFilter.Open, string? slug = null)
    {
        List<string> values = [];
        if (filter != ActionFilter.Open) values.Add($"{Show}={NameOf(filter)}");
        if (slug is not null) values.Add($"{FocusArea}={Uri.EscapeDataString(slug)}");
        return AppUrls.With(AssessmentUrls.Actions + (values.Count > 0 ? $"?{string.Join('&', values)}" : ""), day);
    }

    /// <summary>An assessment; of the newest revision without naming it.</summary>
    public static string Of(AssessmentHead head, DayChoice day, bool namesRevision = false) =>
        AppUrls.With(AssessmentUrls.Of(head.Slug, head.Period, namesRevision ? head.Revision : null), day);

    public static string Of(string slug, string period, int? revision, DayChoice day) => AppUrls.With(AssessmentUrls.Of(slug, period, revision), day);

    /// <summary>The value of <see cref="Show"/>.</summary>
    public static string NameOf(ActionFilter filter) => filter.ToString().ToLowerInvariant();
}

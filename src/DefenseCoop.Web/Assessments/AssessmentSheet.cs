using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Assessments.Markdown;
using DefenseCoop.Web.Shared.Forms;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Assessments;

/// <summary>
/// One assessment as its page and the parts of it know it. What is sent to it is carried out
/// before it is read: then <see cref="Code"/> alone is known.
/// </summary>
public sealed class AssessmentSheet(string slug, ReportingPeriod period, int? revision, DayChoice day)
{
    private IReadOnlyDictionary<string, CitationTarget> _cited = new Dictionary<string, CitationTarget>();

    public string Slug => slug;

    public ReportingPeriod Period => period;

    /// <summary>Null for the newest.</summary>
    public int? Revision => revision;

    public DayChoice Day => day;

    public string Self => AssessmentUrls.Of(slug, period.Code, revision);

    /// <summary>Of the one that a form was sent to; null where there is none that the person may see.</summary>
    public string? Code { get; set; }

    public bool IsRead { get; private set; }

    /// <summary>Null where there is none that the person may see.</summary>
    public AssessmentView? View { get; private set; }

    /// <summary>Whether a page stands at an address of this program; null where nobody asked.</summary>
    public Func<string, bool>? IsThere { get; set; }

    public FormErrors Errors { get; } = new();

    public bool IsWriting => day.IsToday && View is { Rights.MayWrite: true };

    /// <summary>Whether it waits for review, and the person may see that.</summary>
    public bool IsReviewing => day.IsToday && View?.Header.State == AssessmentState.Submitted;

    public bool MayCorrect => day.IsToday && View is { Rights.MayCorrect: true };

    public void Show(AssessmentView? view, IReadOnlyDictionary<string, CitationTarget> cited) =>
        (View, _cited, IsRead) = (view, cited, true);

    public string? UrlOf(string code) => _cited.GetValueOrDefault(code) is { } cited ? RecordUrls.Of(cited.Reference, day) : null;

    public string? WordsOf(string code) => _cited.GetValueOrDefault(code)?.Words;

    /// <summary>What a text cites that nobody could know in the period, in words; null where it cites none of that.</summary>
    public string? LaterIn(string text) => LaterCitations.Words(
        CitationText.Codes(text).Select(c => _cited.GetValueOrDefault(c)).OfType<CitationTarget>(), period.Code);
}

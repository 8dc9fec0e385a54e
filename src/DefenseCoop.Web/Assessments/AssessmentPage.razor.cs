using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Assessments.Markdown;
using DefenseCoop.Web.Assessments.Reading;
using DefenseCoop.Web.Assessments.Reviewing;
using DefenseCoop.Web.Assessments.Writing;
using DefenseCoop.Web.Editing.Forms;
using DefenseCoop.Web.Shared.Clocks;
using DefenseCoop.Web.Shared.Forms;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments;

/// <summary>
/// One assessment: for readers as published, for its writers as a form, for reviewers with a place for comments. Its parts
/// carry out what is sent to them, before anything is read for the page.
/// </summary>
public sealed partial class AssessmentPage
{
    /// <summary>The parameter that asks for an older revision.</summary>
    public const string RevisionParameter = "revision";

    private AssessmentSheet _sheet = null!;
    private string? _areaName;
    private AssessmentMark? _mark;
    private IReadOnlyList<string> _notes = [];

    [Inject]
    private AssessmentQueries Queries { get; set; } = null!;

    [Inject]
    private NewsQueries News { get; set; } = null!;

    [Inject]
    private CitationQueries Citing { get; set; } = null!;

    [Inject]
    private OwnPages Pages { get; set; } = null!;

    [Inject]
    private FocusAreaQueries FocusAreas { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string Period { get; set; } = "";

    protected override FormErrors Errors => _sheet.Errors;

    private DayChoice Day => _sheet.Day;

    private bool IsFound => _sheet.View is not null || _areaName is not null;

    /// <summary>
    /// Whether a form was sent that is not on the page any more, as when somebody
    /// else submitted the assessment meanwhile.
    /// </summary>
    private bool IsGone => (Sent, _sheet.IsWriting, _sheet.IsReviewing, _sheet.MayCorrect)
        is (WritingPart.FormName, false, _, _) or (ReviewPart.FormName, _, false, _) or (CorrectionPart.FormName, _, _, false);

    private string AreaName => _sheet.View?.Header.AreaName ?? _areaName ?? Slug;

    private string Refusal => IsGone ? "This could not be done. What you entered stands below."
        : Http.Request.HasFormContentType && Http.Request.Form[SentForm.DoField] == WritingPart.Submit
            ? "It was not submitted. What you typed is kept."
        : "This could not be done. What you typed is here.";

    private string Heading => $"{AreaName}, {_sheet.Period.Words}";

    private string Lede => (_sheet.View?.Header.State, _sheet.IsWriting) switch
    {
        (AssessmentState.Returned, true) => "Returned with comments. The evidence stands on one side, your judgment on the other. "
            + "What you type is kept at once; readers see nothing of it before it is published.",
        (_, true) => "A draft. The evidence stands on one side, your judgment on the other. "
            + "What you type is kept at once; readers see nothing of it before it is published.",
        (AssessmentState.Submitted, _) => Submitted(_sheet.View!),
        (AssessmentState.Published, _) => "What the evidence says, what people judge of it, and what is done because of it.",
        (AssessmentState.Draft or AssessmentState.Returned, _) => "Being written: readers do not see it yet.",
        _ => "What people judge of the evidence, period after period.",
    };

    protected override async Task OnInitializedAsync()
    {
        var query = new QueryValues(Navigation.Uri);
        var day = DayChoice.Of(query, Clock.Now, ReaderZone.Of(Http));
        query.NoteUnknown([.. DayChoice.Parameters, EditUrls.Saved, RevisionParameter, "done"]);
        var revision = query.Number(RevisionParameter, n => n >= 1, "revisions are counted from 1");
        _notes = query.Notes;
        var isPeriod = ReportingPeriod.TryParse(Period, out var period);
        _sheet = new AssessmentSheet(Slug, period, revision, day);
        if (!isPeriod) Http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (Sent is WritingPart.FormName or ReviewPart.FormName or CorrectionPart.FormName)
        {
            _sheet.Code = await Queries.CodeOfAsync(Actor, Slug, period, revision, Aborted);
        }
        else await ReadAsync();
    }

    private async Task ReadAsync()
    {
        // Before the assessment is read: what changes in between is then told
        // too often, and never too seldom. The form has news of its own.
        AssessmentMark? mark = Day.IsToday ? await News.MarkAsync(Actor, Slug, _sheet.Period.Code, Aborted) : null;
        var view = await Queries.FindAsync(Actor, Slug, Period, _sheet.Revision, Day.Moment, Aborted);
        if (view is null)
        {
            _areaName = (await FocusAreas.FindAsync(Slug, Day.Moment, Aborted))?.Finding.About.Title;
            if (_areaName is null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        List<string?> texts = [.. TextPartNames.Citing.Select(n => view?.Fields.GetValueOrDefault(n)?.Value)];
        _sheet.Show(view, await Citing.FindAsync(CitationText.Codes(texts), Day.Moment, Aborted));

        // Only the preview of what was sent tells of them.
        if (Sent == WritingPart.FormName) _sheet.IsThere = await Pages.FindAsync(texts, Day.Moment, Aborted);
        _mark = _sheet.IsWriting ? null : mark;
    }

    /// <summary>Whether a part is on the page: before anything is read, the one whose form was sent.</summary>
    private bool Has(string form, bool isShown) => _sheet.IsRead ? isShown : Sent == form;

    private static string Submitted(AssessmentView view) =>
        $"{view.Header.SubmittedBy} submitted this on {Domain.Words.Of(Instants.DayOf(view.Header.SubmittedAt!.Value))}. "
            + (view.Rights.MayPublish ? "It waits for you." : "It waits for the review of somebody who did not write it.");

    private static string? Told(string done) => done switch
    {
        "kept" => "Saved. Nobody but its writers and reviewers sees it until it is published.",
        "submitted" => "Submitted. Somebody who did not write it reviews it now; the evidence is frozen with it.",
        "returned" => "Returned to its writers, with the comments.",
        "published" => "Published. Everybody can read it, and it is not changed any more.",
        "correcting" =>
            "This is a new revision, with the published text to start from. Readers see the published one until this one is published.",
        _ => null,
    };
}

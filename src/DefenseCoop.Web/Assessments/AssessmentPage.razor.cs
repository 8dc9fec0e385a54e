using System.Globalization;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Assessments.Writing;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.Editing.Forms;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Shared.Clocks;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments;

/// <summary>
/// One assessment: for readers as published, for its writers as a form, for reviewers with a place for comments. The form
/// works without a script, too.
/// </summary>
public sealed partial class AssessmentPage
{
    /// <summary>The parameter that asks for an older revision.</summary>
    public const string RevisionParameter = "revision";

    private const string AddAction = "add";
    private const string WritingForm = "assessment";
    private const string ReviewForm = "review";
    private const string CorrectionForm = "correct";

    private AssessmentView? _view;
    private ReportingPeriod _period;
    private string? _areaName;
    private AssessmentMark? _mark;
    private int? _revision;
    private string? _asked;
    private string? _asks;
    private string _reason = "";
    private IReadOnlyList<string> _notes = [];
    private IReadOnlyList<CitationTarget> _citations = [];
    private IReadOnlyList<string> _owners = [];
    private IReadOnlyDictionary<string, CitationTarget> _cited = new Dictionary<string, CitationTarget>();
    private IReadOnlyDictionary<string, string> _typed = new Dictionary<string, string>();
    private IReadOnlyDictionary<string, string> _comments = new Dictionary<string, string>();

    [Inject]
    private AssessmentQueries Queries { get; set; } = null!;

    [Inject]
    private NewsQueries News { get; set; } = null!;

    [Inject]
    private AssessmentCommands Commands { get; set; } = null!;

    [Inject]
    private CitationQueries Citing { get; set; } = null!;

    [Inject]
    private FocusAreaQueries FocusAreas { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public string Period { get; set; } = "";

    private DayChoice Day { get; set; }

    private bool IsFound => _view is not null || _areaName is not null;

    private bool IsWriting => Day.IsToday && _view is { Rights.MayWrite: true };

    /// <summary>Whether it waits for review, and the person may see that.</summary>
    private bool IsReviewing => Day.IsToday && _view?.Header.State == AssessmentState.Submitted;

    private bool MayCorrect => Day.IsToday && _view is { Rights.MayCorrect: true };

    /// <summary>
    /// A form that was sent and is not on the page any more, as when somebody
    /// else submitted the assessment meanwhile: it still has its answer.
    /// </summary>
    private string? GoneForm => (Sent, IsWriting, IsReviewing, MayCorrect)
        is (WritingForm, false, _, _) or (ReviewForm, _, false, _) or (CorrectionForm, _, _, false) ? Sent : null;

    private string AreaName => _view?.Header.AreaName ?? _areaName ?? Slug;

    private string Refusal => (GoneForm, _asked) switch
    {
        ({ }, _) => "This could not be done. What you entered stands below.",
        (_, "submit") => "It was not submitted. What you typed is kept.",
        _ => "This could not be done. What you typed is here.",
    };

    private string Heading => $"{AreaName}, {_period.Words}";

    private string Self => AssessmentUrls.Of(Slug, _period.Code, _revision);

    private string Lede => (_view?.Header.State, IsWriting) switch
    {
        (AssessmentState.Returned, true) => "Returned with comments. The evidence stands on one side, your judgment on the other. "
            + "What you type is kept at once; readers see nothing of it before it is published.",
        (_, true) => "A draft. The evidence stands on one side, your judgment on the other. "
            + "What you type is kept at once; readers see nothing of it before it is published.",
        (AssessmentState.Submitted, _) =>
            $"{_view!.Header.SubmittedBy} submitted this on {Domain.Words.Of(DateOnly.FromDateTime(_view.Header.SubmittedAt!.Value))}. "
                + $"{(_view.Rights.MayPublish ? "It waits for you." : "It waits for the review of somebody who did not write it.")}",
        (AssessmentState.Published, _) => "What the evidence says, what people judge of it, and what is done because of it.",
        (AssessmentState.Draft or AssessmentState.Returned, _) => "Being written: readers do not see it yet.",
        _ => "What people judge of the evidence, period after period.",
    };

    protected override async Task OnInitializedAsync()
    {
        var query = new QueryValues(Navigation.Uri);
        Day = DayChoice.Of(query, Clock.Now, ReaderZone.Of(Http));
        query.NoteUnknown([.. DayChoice.Parameters, EditUrls.Saved, RevisionParameter, "done"]);
        _revision = query.Number(RevisionParameter, n => n >= 1, "revisions are counted from 1");
        _notes = query.Notes;
        if (Http.Request.HasFormContentType) _asked = Http.Request.Form[SentForm.DoField];
        if (ReportingPeriod.TryParse(Period, out _period)) await LoadAsync();
        if (!IsFound) Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task LoadAsync()
    {
        // Before the assessment is read: what changes in between is then told
        // too often, and never too seldom. The form has news of its own.
        _mark = Day.IsToday ? await News.MarkAsync(Actor, Slug, _period.Code, Aborted) : null;
        _view = await Queries.FindAsync(Actor, Slug, Period, _revision, Day.Moment, Aborted);
        if (_view is null)
        {
            _areaName = (await FocusAreas.FindAsync(Slug, Day.Moment, Aborted))?.Finding.About.Title;
            return;
        }

        _cited = await Citing.FindAsync(
            CitationText.Codes([.. TextPartNames.Citing.Select(n => _view.Fields.GetValueOrDefault(n)?.Value)]),
            Day.Moment,
            Aborted);
        if (!IsWriting) return;
        _mark = null;
        _citations = await Citing.OfAreaAsync(Slug, Day.Moment, Aborted);
        _owners = await Queries.OwnersAsync(Aborted);
    }

    private string? UrlOf(string code) => _cited.GetValueOrDefault(code) is { } cited ? RecordUrls.Of(cited.Reference, Day) : null;

    private string? WordsOf(string code) => _cited.GetValueOrDefault(code)?.Words;

    /// <summary>What a text cites that nobody could know in the period, in words; null where it cites none of that.</summary>
    private string? LaterIn(string text) => LaterCitations.Words(
        CitationText.Codes(text).Select(c => _cited.GetValueOrDefault(c)).OfType<CitationTarget>(), _period.Code);

    private Task AnswerGoneAsync() => GoneForm switch
    {
        ReviewForm => ReviewAsync(),
        CorrectionForm => CorrectAsync(),
        _ => SendAsync(),
    };

    /// <summary>Whether there is no assessment here for the person, which is then said.</summary>
    private bool Missing()
    {
        if (_view is not null) return false;
        var isSignedIn = Http.User.IsSignedIn();
        Http.Response.StatusCode = isSignedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
        Errors.Add("", isSignedIn
            ? "There is no assessment here that you could change: its period may not be open. Ask a manager to open it."
            : "You are not signed in, or not any more. Nothing was changed. Copy what you entered, sign in, and try again.");
        return true;
    }

    private async Task SendAsync()
    {
        if (Missing() || _view is not { } view) return;
        var sent = new SentAssessment(Http.Request.Form);
        _typed = sent.Values;
        if (sent.Choice is { } choice && !await TryAsync(() => ResolveAsync(view, choice))) return;
        if (_asked == "submit")
        {
            SubmitResult? result = null;
            if (!await TryAsync(async () => result = await Commands.SubmitAsync(Actor, view.Header.Code, sent.Changes, Aborted))) return;
            if (result!.IsSubmitted)
            {
                GoTo(Self, "submitted");
                return;
            }

            await KeptAsync(result.Problems.Select(p => (p.Field, p.Message)));
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        SyncResult? kept = null;
        if (!await TryAsync(async () => kept = await Commands.SyncAsync(Actor, view.Header.Code, sent.Seen, null, sent.Changes, Aborted)))
        {
            return;
        }
        await KeptAsync(
            kept!.Results
                .Where(r => r.Outcome is FieldOutcome.Refused or FieldOutcome.Closed)
                .Select(r => (r.Name, r.Message ?? view.Rights.WhyNotWrite ?? "This could not be kept.")));
        if (Errors.Any) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        else if (kept.Results.Any(r => r.Outcome == FieldOutcome.Conflict)) Http.Response.StatusCode = StatusCodes.Status409Conflict;
        else if (_asked == "save") GoTo(Self, "kept");
    }

    /// <summary>Shows what is stored now; what was refused stays as it was typed.</summary>
    private async Task KeptAsync(IEnumerable<(string Field, string Message)> problems)
    {
        var typed = _typed;
        foreach (var problem in problems.GroupBy(p => p.Field)) Errors.Add(problem.Key, string.Join(' ', problem.Select(p => p.Message)));
        await LoadAsync();
        _typed = typed.Where(t =>
            t.Value.Length > AssessmentField.MaxText || (Errors[t.Key] is not null && _view?.Conflicts.Any(c => c.Name == t.Key) != true))
            .ToDictionary();
    }

    private async Task ResolveAsync(AssessmentView view, SentChoice choice)
    {
        var result = await Commands.ResolveAsync(Actor, view.Header.Code, choice.Field, choice.Value, choice.Seen, Aborted);
        if (result.Outcome is FieldOutcome.Refused)
        {
            throw new Domain.InvalidInputException(choice.Field, result.Message ?? "This could not be kept.");
        }
    }

    /// <summary>What was entered into a form that is gone.</summary>
    private IReadOnlyList<LeftText> Left() => GoneForm is null ? [] : LeftText.Of(Http.Request.Form);

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

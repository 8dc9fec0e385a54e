using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Assessments.Board;
using DefenseCoop.Web.Editing.Forms;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Shared.Forms;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Actions;

/// <summary>What assessments decided to do: open, overdue, done, and with what effect.</summary>
public sealed partial class ActionsPage
{
    private static readonly ActionFilter[] Filters = Enum.GetValues<ActionFilter>();

    private ActionList? _list;
    private IReadOnlyList<(string Slug, string Name)> _areas = [];
    private ActionFilter _filter;
    private string? _slug;
    private AssessmentMark? _mark;
    private string? _refused;
    private bool _asks;
    private (string Form, string Code, bool Closes)? _gone;

    [Inject]
    private ActionQueries Queries { get; set; } = null!;

    [Inject]
    private NewsQueries News { get; set; } = null!;

    [Inject]
    private ActionCommands Commands { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Request { get; set; } = null!;

    protected override IReadOnlyCollection<string> Parameters => [BoardUrls.Show, BoardUrls.FocusArea];

    private FormErrors Errors { get; } = new();

    /// <summary>Of the present only, and for those who may.</summary>
    private bool MayFollow => Day.IsToday && Rights.Allow(Request.User.Roles(), Right.FollowActions);

    private string Empty => _filter switch
    {
        ActionFilter.Open => "No action is open. Actions come here when an assessment that decided them is published.",
        ActionFilter.Overdue => "No action is overdue.",
        ActionFilter.Done => "No action is done that still lacks a note of its effect.",
        ActionFilter.Effect => "Of no action is the effect noted.",
        _ => "No action was decided. Actions come here when an assessment that decided them is published.",
    };

    private string Caption => _filter switch
    {
        ActionFilter.Open => "open, what is due first",
        ActionFilter.Overdue => "overdue, the longest first",
        ActionFilter.Done => "done, effect not noted yet",
        ActionFilter.Effect => "done, with their effect",
        _ => "in all, open ones first",
    };

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _mark = Day.IsToday ? await News.MarkAsync(Request.User.Actor(), null, null, ct) : null;
        _areas = await Queries.AreasAsync(Day.Moment, ct);
        _slug = query.Single(BoardUrls.FocusArea);
        if (_slug is not null && !_areas.Any(a => a.Slug == _slug))
        {
            query.Ignored(BoardUrls.FocusArea, _slug, "no focus area has that name in its address.");
            _slug = null;
        }

        var shown = query.Members(BoardUrls.Show, Filters);
        _filter = shown.Count > 0 ? shown[0] : ActionFilter.Open;
        _list = await Queries.ActionsAsync(_filter, _slug, Day.Moment, ct);
        _gone = MayFollow ? Gone(_list.Rows) : null;
    }

    /// <summary>A form that was sent and is not on the page any more, as when somebody else closed the action meanwhile: it still has its answer.</summary>
    private (string Form, string Code, bool Closes)? Gone(IReadOnlyList<ActionRow> rows)
    {
        if (!Request.Request.HasFormContentType || Request.Request.Form["_handler"].ToString() is not { Length: > 0 } form) return null;
        if (form.Split('-', 2) is not [("close" or "effect") and var what, var code] || rows.Any(r => r.Effect is null && ActionForm.FormName(r) == form)) return null;
        return (form, code, what == "close");
    }

    private static string Title(ActionFilter filter) => filter == ActionFilter.Effect ? "Effect noted" : filter.ToString();

    private string StateName(ActionRow row) => row.IsOverdue(Day.Day) ? "Overdue" : row.Effect is not null ? "Effect" : row.State.ToString();

    private string StateWords(ActionRow row) => row.IsOverdue(Day.Day) ? "Open, overdue" : row.Effect is not null ? "Done, effect noted" : row.State.ToString();

    private RenderFragment FormOf(ActionRow row) => builder =>
    {
        var isRefused = _refused == row.Code;
        builder.OpenComponent<ActionForm>(0);
        builder.SetKey(row.Code);
        builder.AddComponentParameter(1, nameof(ActionForm.Row), row);
        builder.AddComponentParameter(2, nameof(ActionForm.Text), isRefused ? Typed(row.State == ActionState.Open) : null);
        builder.AddComponentParameter(3, nameof(ActionForm.Errors), isRefused ? Errors : null);
        builder.AddComponentParameter(4, nameof(ActionForm.Asks), isRefused && _asks);
        builder.AddComponentParameter(5, nameof(ActionForm.Back), BoardUrls.Actions(Day, _filter, _slug));
        builder.AddComponentParameter(6, nameof(ActionForm.OnSend), EventCallback.Factory.Create(this, () => SendAsync(row.Code, row.State == ActionState.Open)));
        builder.CloseComponent();
    };

    private string Typed(bool closes) => Request.Request.Form[ActionForm.FieldOf(closes)].ToString();

    private async Task SendAsync(string code, bool closes)
    {
        Errors.Clear();
        _refused = code;
        _asks = Request.Request.Form[SentForm.DoField] == ActionForm.Ask && Typed(closes).Trim().Length is > 0 and <= AssessmentAction.MaxOutcome;
        if (_asks) return;
        var (actor, ct) = (Request.User.Actor(), Request.RequestAborted);
        try
        {
            var saved = closes ? await Commands.CloseAsync(actor, code, Typed(true), ct) : await Commands.NoteEffectAsync(actor, code, Typed(false), ct);
            var here = BoardUrls.Actions(Day, _filter, _slug);
            Navigation.NavigateTo(saved is { } change ? EditUrls.AfterSave(here, change) : here);
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            refusal.ShowIn(Request, Errors, ActionForm.FieldOf(closes));
        }
    }
}

using System.Globalization;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Editing.Refresh;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Editing.Forms;
using DefenseCoop.Web.Editing.Forms.Picks;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Editing;

/// <summary>Any form of editing: what it asks comes from its <see cref="FormSpec"/>. It works without a script, too.</summary>
public sealed partial class EditPage
{
    private static readonly FieldSpec WhyField = new(SentForm.WhyField, "Why", FieldKind.Paragraph)
    {
        Help = "What others should know of this change. It stands in the history.",
        MaxLength = ChangeSet.MaxWhy,
    };

    private EditForm? _form;
    private EditResult? _result;
    private IReadOnlyDictionary<string, string> _values = new Dictionary<string, string>();
    private FormPicks _picks = null!;
    private string _why = "";
    private long _base;
    private long _seen;
    private RefreshRow? _toRefresh;
    private bool _isPreview;
    private bool _isUnchanged;
    private bool _isDoubted;
    private bool _isGone;
    private SentForm? _sent;

    [Inject]
    private EditQueries Queries { get; set; } = null!;

    [Inject]
    private EditCommands Commands { get; set; } = null!;

    [Inject]
    private DraftCommands Drafts { get; set; } = null!;

    [Inject]
    private SourceQueries SourceList { get; set; } = null!;

    [Inject]
    private RefreshQueries Refresh { get; set; } = null!;

    [Inject]
    private SavedChanges Saved { get; set; } = null!;

    [Parameter]
    public string Form { get; set; } = "";

    [Parameter]
    public string? Code { get; set; }

    /// <summary>For a new record: code of what it belongs to.</summary>
    [SupplyParameterFromQuery]
    public string? Of { get; set; }

    /// <summary>From where the person came.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The change after which the record stood as it is to be shown.</summary>
    [SupplyParameterFromQuery]
    public string? Restore { get; set; }

    private FormKey Key => new(Form, Code, string.IsNullOrEmpty(Of) ? null : Of);

    /// <summary>Whether the form was sent to be saved as it is, with nothing left to look up for it.</summary>
    private bool IsSave => _sent is { Step: null, AsksForPreview: false } sent && sent.Finds.Values.All(string.IsNullOrWhiteSpace);

    /// <summary>Also while it is saved and not read: what is sent goes to the form on the page.</summary>
    private bool HasForm => _form is not null || (IsSave && !_isGone);

    private bool FromRefresh =>
        (_sent?.From ?? From) == EditUrls.FromRefresh && FormRights.Of(Form) == Right.RecordEvidence;

    /// <summary>Which of the person's drafts of the form; "new" to begin once more.</summary>
    [SupplyParameterFromQuery]
    public string? Draft { get; set; }

    private DraftChoice Choice =>
        new(Draft == EditUrls.AnewValue ? 0 : int.TryParse(Draft, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null);

    /// <summary>What the window holds of what is kept: the fields, and the reason.</summary>
    private IEnumerable<KeyValuePair<string, string>> Bases =>
        _sent?.Bases
            ?? (Restores is null ? _form!.Values : _form!.Stored).Append(new(SentForm.WhyField, Restores is null ? _form.Why : ""));

    private (string Id, string Revision) Seen => _sent?.Draft is { } sent
        ? (sent.Draft is { } id ? Number(id) : "", Number(sent.Revision))
        : _form!.Shown is { } shown && Restores is null ? (Number(shown.Id), Number(shown.Revision)) : ("", "0");

    private long? Restores =>
        _sent is null && long.TryParse(Restore, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    protected override async Task OnInitializedAsync()
    {
        _sent = Sent == "edit" ? new SentForm(Http.Request.Form) : null;
        // Once it is saved it is not in the list any more.
        if (FromRefresh) _toRefresh = await Refresh.FindAsync(Actor, Key, Aborted);
        // A save reads the record itself, and leads on to another page: only where it does not is the form built to be shown again.
        if (!IsSave) await OpenAsync();
    }

    private async Task OpenAsync()
    {
        _form = await Queries.OpenDraftAsync(Actor, Key, Restores, Choice, Aborted);
        if (_form is null && _sent is not null) await KeepLostAsync(Key);
        if (_form is null)
        {
            _isGone = true;
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        (_values, _why, _base) = _sent is null ? (_form.Values, _form.Why, _form.Base) : (_sent.Values, _sent.Why, _sent.Base);
        await PickAsync(_sent?.Finds ?? new Dictionary<string, string>());
    }

    /// <summary>The record was removed while the person wrote: what they typed is kept as a draft, which can be read and copied.</summary>
    private async Task KeepLostAsync(FormKey key)
    {
        if (await TryAsync(() => Drafts.KeepAsync(Actor, key, _sent!.Base, _sent.Values, _sent.Why, Aborted)))
        {
            _form = await Queries.OpenAsync(Actor, key, null, Aborted);
        }

        Errors.Clear();
    }

    private async Task SendAsync()
    {
        var sent = _sent!;
        if (sent.Step is { } step)
        {
            if (step.EmptiesBox && sent.Finds.TryGetValue(step.Field, out var written))
            {
                // The button was offered for what was written before: what names a source now chooses that.
                var box = new Dictionary<string, string> { [step.Field] = written };
                var (chosen, open) = await _picks.ResolveAsync(_form!.Spec.Fields, sent.Values, box, Aborted);
                if (open.Count == 0 && written.Trim().Length > 0)
                {
                    _values = chosen;
                    await PickAsync(sent.Finds.Where(f => f.Key != step.Field).ToDictionary());
                    return;
                }
            }
            _values = step.Apply(_form!.Spec.Fields, sent.Values, _picks.Offer(step.Field)?.New);
            await PickAsync(step.EmptiesBox ? sent.Finds.Where(f => f.Key != step.Field).ToDictionary() : sent.Finds);
            return;
        }

        var (values, unread) = IsSave
            ? (new(sent.Values), [])
            : await _picks.ResolveAsync(_form!.Spec.Fields, sent.Values, sent.Finds, Aborted);
        var submission = sent.Submission(Key, values);
        _isPreview = sent.AsksForPreview;
        var isDone = await TryAsync(async () => _result = _isPreview || unread.Count > 0
            ? await Commands.PreviewAsync(Actor, submission, Aborted)
            : await Commands.SaveAsync(Actor, submission, Aborted));
        if (isDone && _result is { ChangeSetId: { } change } saved)
        {
            await LeaveAsync(change, saved);
            return;
        }

        if (_form is null) await OpenAsync();
        if (_form is null) return;
        _values = values;
        if (isDone && _result is { } result) Show(sent, result, unread);
        await PickAsync(unread);
    }

    /// <summary>Says what came of it where nothing was saved.</summary>
    private void Show(SentForm sent, EditResult result, Dictionary<string, string> open)
    {
        (_values, _base, _seen) = (result.Values, result.Base, sent.Base);
        foreach (var problem in result.Problems.GroupBy(p => p.Field).OrderBy(p => Place(p.Key)))
        {
            Errors.Add(problem.Key, string.Join(' ', problem.Select(p => p.Message)));
        }
        foreach (var (field, text) in open) Errors.Add(field, FormPicks.NotChosen(text));
        foreach (var field in sent.Unsettled.Where(f => result.Merges.Any(m => m.Field.Name == f && m.IsConflict)))
        {
            Errors.Add(
                field, $"{result.Merges.First(m => m.Field.Name == field).Field.Label}: choose whether theirs or yours is to stand.");
        }
        if (result.Merges.Count > 0) Http.Response.StatusCode = StatusCodes.Status409Conflict;
        else if (Errors.Any) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        else if (_isPreview) return;
        else if (result.Doubts.Count > 0) _isDoubted = true;
        else _isUnchanged = true;
    }

    /// <summary>Reads what the pick lists show.</summary>
    private Task PickAsync(IReadOnlyDictionary<string, string> typed)
    {
        _picks = new FormPicks(SourceList);
        var cited = _form!.Spec.Fields.Where(f => f.Kind == FieldKind.Sources).Select(f => f.Name).ToHashSet();
        var merged = (_result?.Merges ?? []).Where(m => cited.Contains(m.Field.Name)).SelectMany(m => new[] { m.Base, m.Theirs, m.Mine });
        return _picks.ReadAsync(
            _form.Spec.Fields, _values.Where(v => cited.Contains(v.Key)).Select(v => v.Value).Concat(merged), typed, Aborted);
    }

    private string? LabelOf(string field) => _form!.Spec.Fields.FirstOrDefault(f => f.Name == field)?.Label;

    /// <summary>Problems stand above the form in the order of its fields.</summary>
    private int Place(string field) =>
        field.Length == 0
            ? -1
            : _form!.Spec.Fields.Index().Where(f => f.Item.Name == field).Select(f => f.Index).DefaultIfEmpty(int.MaxValue).First();

    private async Task LeaveAsync(long change, EditResult result)
    {
        var begun = Code is null ? await Queries.BegunAsync(Actor, Key, Aborted) : null;
        var url = EditCrumbs.Back(result.Place);
        Saved.Add(new SavedChange(change, Actor.AccountId, result.Effects, url)
        {
            UndoneUrl = begun is null ? url : EditCrumbs.Back(begun.Place),
            Next = FromRefresh ? await NextAsync() : null,
            Another = begun is null ? null : new($"Record another {begun.Noun}", EditUrls.Of(Key)),
        });
        GoTo(EditUrls.AfterSave(url, change));
    }

    /// <summary>What follows in the work list.</summary>
    private async Task<SavedLink?> NextAsync()
    {
        if (await Refresh.NextAsync(Actor, _toRefresh, Aborted) is not { } next) return null;
        return new($"Next: {next.Row.About.Title} ({Domain.Words.Of((decimal)next.Left)} left)", EditUrls.ToRefresh(next.Row.Form));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

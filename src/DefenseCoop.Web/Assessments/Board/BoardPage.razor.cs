using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Assessments.TrackRecord;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Typing;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Shared.Forms;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace DefenseCoop.Web.Assessments.Board;

/// <summary>The board: what was judged of each focus area, and what waits for the person who looks.</summary>
public sealed partial class BoardPage
{
    private BoardView? _board;
    private TrackRecordView? _record;
    private bool _mayWrite;
    private bool _mayPublish;
    private readonly FormErrors _errors = new();
    private string? _toOpen;
    private ReportingPeriod? _asked;
    private string? _due;
    private WorkProgress? _progress;
    private CancellationTokenSource? _opening;
    private string? _message;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

    [Inject]
    private BoardQueries Boards { get; set; } = null!;

    [Inject]
    private TrackRecordQueries Records { get; set; } = null!;

    [Inject]
    private PeriodCommands Periods { get; set; } = null!;

    [Inject]
    private AssessmentOptions Options { get; set; } = null!;

    protected override IReadOnlyCollection<string> Parameters => [BoardUrls.Until];

    protected override bool Concerns(ChangeNotice notice) =>
        notice.FocusAreas.Count > 0 || notice.ShowsOn(RecordPages.Board);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        var user = (await Person).User;
        _mayWrite = Rights.Allow(user.Roles(), Right.WriteAssessments);
        _mayPublish = Rights.Allow(user.Roles(), Right.PublishAssessments);
        _board = await Boards.BoardAsync(user.Actor(), Day.Moment, UntilOf(query), ct);
        _record = await SharedAsync("record", stop => Records.TrackRecordAsync(Day.Moment, stop), ct);
        if (!_board.MayOpen.Any(p => p.Code == _toOpen)) _toOpen = _board.MayOpen.Select(p => p.Code).FirstOrDefault();
    }

    private ReportingPeriod? UntilOf(QueryValues query)
    {
        if (query.Single(BoardUrls.Until) is not { } text) return null;
        var newest = ReportingPeriod.Of(Day.Day, Options.Period);
        var read = DateReader.Read(text);
        if (read.IsEstimate
            || !ReportingPeriod.TryParse(read.Date?.ToString(), out var period) || period.Length != Options.Period)
        {
            query.Ignored(BoardUrls.Until, text, read.Problem ?? $"it is no period here. Write it as {newest.Code}.");
            return null;
        }

        if (period > newest)
        {
            query.Ignored(BoardUrls.Until, text, "it lies in the future, of which nothing is known.");
            return null;
        }

        if (text != period.Code) query.Says(BoardUrls.Until, period.Code);
        return period;
    }

    /// <summary>Without a script the same forms lead to a page of their own.</summary>
    private void Ask()
    {
        _asked = _board!.MayOpen.FirstOrDefault(p => p.Code == _toOpen, _board.MayOpen[0]);
        _due = Words.Of(AssessmentPeriod.DueDay(_asked.Value, Day.Today));
        _errors.Clear();
    }

    /// <summary>The drafts are counted while they are made.</summary>
    private async Task OpenAsync()
    {
        if (_progress is not null || _asked is not { } period) return;
        using var opening = new CancellationTokenSource();
        _errors.Clear();
        (_progress, _message, _opening) = (new WorkProgress("Beginning", 0), null, opening);
        try
        {
            var (actor, progress) = ((await Person).User.Actor(), new Progress<WorkProgress>(Show));

            // Beside the page, which shows how far it is and hears who cancels.
            var opened = await Task.Run(() => Periods.OpenAsync(actor, period.Code, _due, progress, opening.Token));
            _asked = null;
            _message = $"The {opened.Period.Words} is open. Its assessments are due by {Words.Of(opened.DueOn)}.";
        }
        catch (OperationCanceledException) when (opening.IsCancellationRequested)
        {
            _asked = null;
            _message = "The opening was canceled. Nothing was changed.";
        }
        catch (Exception e) when (Refusal.Of(e) is { } refusal)
        {
            if (refusal.Field == "Due") _errors.Add(refusal.Field, refusal.Words);
            else _message = refusal.Words;

            // Another day can be written into the question; of another period it would be another question.
            if (refusal.Field == "Period") _asked = null;
        }
        finally
        {
            (_progress, _opening) = (null, null);
        }

        await ReloadAsync();
    }

    private Task CancelAsync() => _opening?.CancelAsync() ?? Task.CompletedTask;

    private void Show(WorkProgress done)
    {
        if (_progress is null) return;
        _progress = done;
        StateHasChanged();
    }
}

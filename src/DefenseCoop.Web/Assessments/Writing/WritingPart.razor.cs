using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Assessments.Markdown;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Writing;

/// <summary>Keeps and submits what is written in an assessment.</summary>
public sealed partial class WritingPart
{
    public const string FormName = "assessment";
    public const string Submit = "submit";
    private const string Save = "save";
    private const string AddAction = "add";
    private const string Preview = "preview";

    private IReadOnlyList<CitationTarget>? _citations;
    private IReadOnlyList<string> _owners = [];
    private IReadOnlyDictionary<string, string> _typed = new Dictionary<string, string>();

    [Inject]
    private AssessmentQueries Queries { get; set; } = null!;

    [Inject]
    private CitationQueries Citing { get; set; } = null!;

    [Inject]
    private OwnPages Pages { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (!Sheet.IsWriting || _citations is not null) return;
        _citations = [];
        _owners = await Queries.OwnersAsync(Aborted);
        _citations = await Citing.OfAreaAsync(Sheet.Slug, Sheet.Day.Moment, Aborted);
    }

    private Task SendAsync()
    {
        var sent = new SentAssessment(Http.Request.Form);
        _typed = sent.Values;
        return AnswerAsync(async code =>
        {
            if (sent.Choice is { } choice && !await TryAsync(() => ResolveAsync(code, choice))) return false;
            return Asked == Submit ? await SubmitAsync(code, sent) : await KeepAsync(code, sent);
        });
    }

    private async Task<bool> SubmitAsync(string code, SentAssessment sent)
    {
        if (await NowhereAsync(sent) is { Count: > 0 } nowhere) return await KeepAsync(code, sent, nowhere);
        SubmitResult? result = null;
        if (!await TryAsync(async () => result = await Commands.SubmitAsync(Actor, code, sent.Changes, Aborted))) return false;
        if (result!.IsSubmitted)
        {
            GoTo(Sheet.Self, "submitted");
            return true;
        }

        await ShowStoredAsync(() => result.Problems.Select(p => (p.Field, p.Message)));
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return false;
    }

    private async Task<bool> KeepAsync(
        string code, SentAssessment sent, IReadOnlyList<(string Field, string Message)>? problems = null)
    {
        SyncResult? kept = null;
        if (!await TryAsync(async () => kept = await Commands.SyncAsync(Actor, code, sent.Seen, null, sent.Changes, Aborted))) return false;
        var refused = kept!.Results.Where(r => r.Outcome is FieldOutcome.Refused or FieldOutcome.Closed).ToList();
        var hasConflict = kept.Results.Any(r => r.Outcome == FieldOutcome.Conflict);
        if (Asked == Save && refused.Count == 0 && !hasConflict)
        {
            GoTo(Sheet.Self, "kept");
            return true;
        }

        await ShowStoredAsync(() => refused.Select(
            r => (r.Name, r.Message ?? Sheet.View?.Rights.WhyNotWrite ?? "This could not be kept.")).Concat(problems ?? []));
        if (Errors.Any) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        else if (hasConflict) Http.Response.StatusCode = StatusCodes.Status409Conflict;
        return false;
    }

    /// <summary>Links to pages of ours that are not there: what is submitted is read for years.</summary>
    private async Task<List<(string Field, string Message)>> NowhereAsync(SentAssessment sent)
    {
        var texts = TextPartNames.Citing.Select(n => (Name: n, Text: sent.Values.GetValueOrDefault(n))).ToList();
        var isThere = await Pages.FindAsync(texts.Select(t => t.Text), Sheet.Day.Moment, Aborted);
        return
        [
            .. from text in texts
            let missing = Narrative.OwnTargets(text.Text).Where(t => !isThere(t)).Take(5).ToList()
            where missing.Count > 0
            select (text.Name, $"{TextPartNames.Words(text.Name)} links to {string.Join(", ", missing)}, and no such page is here: "
                + "correct the address, or take the link away."),
        ];
    }

    /// <summary>Shows what is stored now; what was refused stays as it was typed.</summary>
    private async Task ShowStoredAsync(Func<IEnumerable<(string Field, string Message)>> problems)
    {
        await Read();
        foreach (var problem in problems().GroupBy(p => p.Field))
        {
            Errors.Add(problem.Key, string.Join(' ', problem.Select(p => p.Message)));
        }

        _typed = _typed.Where(t => t.Value.Length > AssessmentField.MaxText
            || (Errors[t.Key] is not null && Sheet.View?.Conflicts.Any(c => c.Name == t.Key) != true)).ToDictionary();
    }

    private async Task ResolveAsync(string code, SentChoice choice)
    {
        var result = await Commands.ResolveAsync(Actor, code, choice.Field, choice.Value, choice.Seen, Aborted);
        if (result.Outcome is FieldOutcome.Refused)
        {
            throw new InvalidInputException(choice.Field, result.Message ?? "This could not be kept.");
        }
    }
}

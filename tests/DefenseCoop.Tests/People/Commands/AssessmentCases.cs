using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>The cases of assessments. Each opens a period of its own; an editor and a manager bring the draft as far as it takes.</summary>
internal static class AssessmentCases
{
    private static ReportingPeriod _next = ReportingPeriod.Parse("2020-Q4");
    private static string _code = "";
    private static long _tries;

    public static IReadOnlyList<CommandCase> All { get; } =
    [
        new("Period.Open", c => c.Get<PeriodCommands>().OpenAsync(c.Actor, Take(), null, null, Ct)),
        new(
            "Assessment.Sync",
            c => c.Get<AssessmentCommands>()
                .SyncAsync(c.Actor, _code, 0, null, [new(TextPartNames.Progress, "", $"A text {_tries++}.")], Ct),
            DraftAsync),
        new(
            "Assessment.Resolve",
            c => c.Get<AssessmentCommands>().ResolveAsync(c.Actor, _code, TextPartNames.Judgement, "OnTrack", 0, Ct),
            DraftAsync),
        new("Assessment.Submit", c => c.Get<AssessmentCommands>().SubmitAsync(c.Actor, _code, null, Ct), WrittenAsync),
        new("Assessment.Return", c => c.Get<AssessmentCommands>().ReturnAsync(c.Actor, _code, [new("", "Say more.")], Ct), SubmittedAsync),
        new("Assessment.Publish", c => c.Get<AssessmentCommands>().PublishAsync(c.Actor, _code, Ct), SubmittedAsync),
        new("Assessment.Correct", c => c.Get<AssessmentCommands>().CorrectAsync(c.Actor, _code, "A figure was wrong.", Ct), PublishedAsync),
        new(
            "Action.Close",
            c => c.Get<ActionCommands>().CloseAsync(c.Actor, AssessmentAction.CodeOf(_code, 1), "It was done.", Ct),
            PublishedAsync),
        new(
            "Action.NoteEffect",
            c => c.Get<ActionCommands>().NoteEffectAsync(c.Actor, AssessmentAction.CodeOf(_code, 1), "It helped.", Ct),
            async c =>
            {
                await PublishedAsync(c);
                await c.Get<ActionCommands>().CloseAsync(await ManagerAsync(c), AssessmentAction.CodeOf(_code, 1), "It was done.", Ct);
            }),

        new(
            "AssessmentQueries.CodeOf",
            c => c.Get<AssessmentQueries>().CodeOfAsync(c.Actor, "cybersecurity", ReportingPeriod.Parse("2020-Q4"), null, Ct),
            Writes: false,
            Needs: [Right.Read]),
        new(
            "AssessmentQueries.Find",
            c => c.Get<AssessmentQueries>().FindAsync(c.Actor, "cybersecurity", "2020-Q4", null, DateOnly.MaxValue, Ct),
            Writes: false,
            Needs: [Right.Read]),
        new("NewsQueries.Mark", c => c.Get<NewsQueries>().MarkAsync(c.Actor, null, null, Ct), Writes: false, Needs: [Right.Read]),
        new(
            "NewsQueries.IsOther", c => c.Get<NewsQueries>().IsOtherAsync(c.Actor, "cybersecurity", "2020-Q4", default, Ct),
            Writes: false, Needs: [Right.Read]),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Take()
    {
        var code = _next.Code;
        _next = _next.Previous;
        return code;
    }

    private static async Task<Actor> EditorAsync(CommandCall call) =>
        await call.Stage.People.SignInAsync(await call.Stage.AddAsync(Roles.Editor));

    private static async Task<Actor> ManagerAsync(CommandCall call) =>
        await call.Stage.People.SignInAsync(await call.Stage.AddAsync(Roles.Manager));

    private static async Task DraftAsync(CommandCall call)
    {
        await using var db = call.Stage.People.NewContext();
        async Task<string?> Free() => await db.Assessments
            .Where(a => a.State == AssessmentState.Draft && a.Revision == 1 && !db.Set<AssessmentWriter>().Any(w => w.AssessmentId == a.Id))
            .OrderByDescending(a => a.Id)
            .Select(a => a.Code)
            .FirstOrDefaultAsync(Ct);
        if (await Free() is not { } code)
        {
            await call.Get<PeriodCommands>().OpenAsync(await ManagerAsync(call), Take(), null, null, Ct);
            code = (await Free())!;
        }

        _code = code;
    }

    private static async Task<Actor> WrittenAsync(CommandCall call)
    {
        await DraftAsync(call);
        var editor = await EditorAsync(call);
        await using var db = call.Stage.People.NewContext();
        var place = await db.Assessments.Where(a => a.Code == _code).Select(a => new { a.FocusArea.Slug, a.Period }).SingleAsync(Ct);
        var view = (await call.Get<AssessmentQueries>().FindAsync(editor, place.Slug, place.Period, null, DateOnly.MaxValue, Ct))!;
        List<FieldChange> changes =
        [
            new(TextPartNames.Judgement, "", view.Evidence.Status.ToString()), new(TextPartNames.Confidence, "", "Low"),
            new(TextPartNames.Decision, "", "Continue"), new(TextPartNames.Progress, "", "It went on."),
            new(TextPartNames.Action(1, ActionPart.Text), "", "Do it."), new(TextPartNames.Action(1, ActionPart.Owner), "", "Eva"),
            new(TextPartNames.Action(1, ActionPart.Due), "", "2027-01-31"),
            .. view.Objectives.Select(o => new FieldChange(TextPartNames.Objective(o.Code), "", o.Computed.ToString())),
        ];
        await call.Get<AssessmentCommands>().SyncAsync(editor, _code, 0, null, changes, Ct);
        return editor;
    }

    private static async Task SubmittedAsync(CommandCall call) =>
        Assert.Empty((await call.Get<AssessmentCommands>().SubmitAsync(await WrittenAsync(call), _code, null, Ct)).Problems);

    private static async Task PublishedAsync(CommandCall call)
    {
        await SubmittedAsync(call);
        await call.Get<AssessmentCommands>().PublishAsync(await ManagerAsync(call), _code, Ct);
    }
}

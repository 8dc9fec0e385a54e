using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

/// <summary>What cannot be submitted is said at its field, and nothing typed is lost.</summary>
public sealed class SubmissionTests(AssessmentStage stage) : IClassFixture<AssessmentStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("judgement", "", "Choose a judgment")]
    [InlineData("judgement", "Splendid", "none of the choices")]
    [InlineData("judgement", "1", "none of the choices")]
    [InlineData("confidence", "", "how sure")]
    [InlineData("decision", "", "Choose a decision")]
    [InlineData("decision", "<script>", "none of the choices")]
    [InlineData("progress", " \n ", "Enter the progress")]
    [InlineData("progress", "As [BE-1-M99] shows.", "[BE-1-M99], and there is no")]
    [InlineData("risks", "See [NO-SUCH].", "[NO-SUCH]")]
    [InlineData("changes", "See [BE-1-M1] and [X-Y-Z].", "[X-Y-Z]")]
    [InlineData("action:1:text", "Do it.", "has no owner", "action:1:owner")]
    [InlineData("action:1:text", "Do it.", "has no due date", "action:1:due")]
    [InlineData("action:2:owner", "Eva", "what is to be done", "action:2:text")]
    [InlineData("action:2:due", "3/4/2027", "can be 3 Apr 2027 or 4 Mar 2027")]
    [InlineData("action:2:due", "1927-03-31", "check the year")]
    [InlineData("action:2:due", "Mar 2027", "Mar 2027 is not one day: write the day that is meant, such as its last, 31 Mar 2027")]
    [InlineData("action:2:due", "soon", "is no day: write it as 31 Mar 2027")]
    [InlineData("objective:no-such", "OnTrack", "clear this judgment")]
    public async Task Submit_OneThingWrong_IsSaidAtItsFieldAndKept(string field, string value, string message, string? at = null)
    {
        var code = await stage.WrittenAsync((field, value));

        var result = await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct);

        Assert.False(result.IsSubmitted);
        Assert.Null(result.ChangeSetId);
        Assert.Contains(result.Problems, p => p.Field == (at ?? field) && p.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(AssessmentState.Draft, (await stage.StoredAsync(code)).State);
        Assert.Equal(value, (await stage.ViewAsync(stage.Ann, code)).Fields[field].Value);
    }

    [Theory]
    [InlineData("decision", "Escalate", "The decision is to escalate: write why.")]
    [InlineData("decision", "Stop", "The decision is to stop: write why.")]
    [InlineData("judgement", "Achieved", "write why they differ")]
    public async Task Submit_WithoutAReasonThatItTakes_IsRefusedUntilThereIsOne(string field, string value, string message)
    {
        var code = await stage.WrittenAsync((field, value));

        var problem = Assert.Single((await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct)).Problems);
        Assert.Equal(TextPartNames.Reason, problem.Field);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);

        Assert.Empty(
            (await stage.Commands.SubmitAsync(
                stage.Ann, code, [new FieldChange(TextPartNames.Reason, "", "The news of today.")], Ct)).Problems);
        Assert.Equal("The news of today.", (await stage.StoredAsync(code)).Reason);
    }

    [Fact]
    public async Task Submit_AnObjectiveJudgedOtherwise_TakesAReason()
    {
        var code = await stage.WrittenAsync();
        var objective = (await stage.ViewAsync(stage.Ann, code)).Objectives[0];
        await stage.WriteAsync(stage.Ann, code, (TextPartNames.Objective(objective.Code), "Achieved"));

        Assert.Equal(TextPartNames.Reason, Assert.Single((await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct)).Problems).Field);
    }

    [Fact]
    public async Task Submit_Whole_IsTheRecord()
    {
        var code = await stage.WrittenAsync(
            (TextPartNames.Progress, "As [BE-1-M1], [BE-1] and [S-ARTICLE] show. A [link](/sources) and [sic]."),
            (TextPartNames.Action(20, ActionPart.Text), "Ask for\nfigures."), (TextPartNames.Action(20, ActionPart.Owner), "Eva"),
            (TextPartNames.Action(20, ActionPart.Due), "2027-03-31"), (TextPartNames.Action(20, ActionPart.Outcome), "Figures."));

        var result = await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct);

        Assert.Empty(result.Problems);
        Assert.NotNull(result.ChangeSetId);
        var stored = await stage.StoredAsync(code);
        Assert.Equal((AssessmentState.Submitted, "Ann", AssessmentDecision.Continue), (stored.State, stored.SubmittedBy, stored.Decision));
        Assert.Equal(stored.Computed, stored.Judgement);
        Assert.All(stored.Objectives, o => Assert.Equal(o.Computed, o.Judgement));
        var action = Assert.Single(stored.Actions);
        Assert.Equal(
            ($"{code}-A20", "Ask for figures.", "Eva", new DateOnly(2027, 3, 31), "Figures."),
            (action.Code, action.Text, action.Owner, action.DueOn, action.ExpectedOutcome));
    }

    [Fact]
    public async Task Submit_AnActionTakenOutAfterTheReturn_IsGone()
    {
        (string, string)[] action =
        [
            (TextPartNames.Action(1, ActionPart.Text), "Do it."),
            (TextPartNames.Action(1, ActionPart.Owner), "Eva"),
            (TextPartNames.Action(1, ActionPart.Due), "2027-03-31"),
        ];
        var code = await stage.SubmittedAsync(action);
        await stage.Commands.ReturnAsync(stage.Mia, code, [new("", "Without the action.")], Ct);
        await stage.WriteAsync(stage.Bo, code, [.. action.Select(a => (a.Item1, ""))]);

        Assert.Empty((await stage.Commands.SubmitAsync(stage.Bo, code, null, Ct)).Problems);

        Assert.Empty((await stage.StoredAsync(code)).Actions);
    }

    [Fact]
    public async Task Submit_WithATextThatOthersChangedToo_IsRefusedUntilItIsSettled()
    {
        var code = await stage.WrittenAsync((TextPartNames.Risks, "One."));

        var result = await stage.Commands.SubmitAsync(
            stage.Bo,
            code,
            [new FieldChange(TextPartNames.Risks, "", "Another."), new FieldChange(TextPartNames.Decision, "", "Stop")],
            Ct);

        Assert.Contains(
            result.Problems,
            p => p.Field == TextPartNames.Decision && p.Message.Contains("Choose which text is to stand", StringComparison.Ordinal));
        Assert.Contains((await stage.ViewAsync(stage.Bo, code)).Conflicts, c => c.Name == TextPartNames.Decision && c.Mine == "Stop");
    }

    [Fact]
    public async Task Submit_AnObjectiveRemovedMeanwhile_NamesTheJudgementToClear()
    {
        var code = await stage.WrittenAsync();
        var (slug, _, _) = await stage.PlaceAsync(code);
        var objective = $"{slug}-extra";
        await using (var db = stage.NewContext())
        {
            var area = await db.FocusAreas.SingleAsync(a => a.Slug == slug, Ct);
            area.Objectives.Add(Domain.Results.Objective.Create(objective, "An objective for a while.", 99));
            await db.SaveRecordsAsync();
        }

        await stage.WriteAsync(stage.Ann, code, (TextPartNames.Objective(objective), "NotAssessed"));
        Assert.Contains((await stage.ViewAsync(stage.Ann, code)).Objectives, o => o.Code == objective && !o.IsGone);
        await using (var db = stage.NewContext())
        {
            db.Remove(await db.Objectives.SingleAsync(o => o.Code == objective, Ct));
            await db.SaveRecordsAsync();
        }

        Assert.Contains((await stage.ViewAsync(stage.Ann, code)).Objectives, o => o.Code == objective && o.IsGone);
        Assert.Equal(
            TextPartNames.Objective(objective),
            Assert.Single((await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct)).Problems).Field);
        await stage.WriteAsync(stage.Ann, code, (TextPartNames.Objective(objective), ""));
        Assert.Empty((await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct)).Problems);
    }
}

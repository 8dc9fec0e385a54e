using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

/// <summary>From the draft to the published assessment and its correction, in every state.</summary>
public sealed class WorkflowTests(AssessmentStage stage) : IClassFixture<AssessmentStage>
{
    private static readonly Dictionary<AssessmentState, string[]> Allowed = new()
    {
        [AssessmentState.Draft] = ["submit"],
        [AssessmentState.Submitted] = ["return", "publish"],
        [AssessmentState.Returned] = ["submit"],
        [AssessmentState.Published] = ["correct"],
    };

    public static TheoryData<AssessmentState, string> Transitions { get; } = new(
        from state in Enum.GetValues<AssessmentState>()
        from step in new[] { "submit", "return", "publish", "correct" }
        select (state, step));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Transitions))]
    public async Task Transition_OfAState_IsDoneOnlyWhereItIsOne(AssessmentState state, string step)
    {
        var code = await stage.InStateAsync(state);

        var refusal = await TryAsync(step, code);

        if (Allowed[state].Contains(step))
        {
            Assert.Null(refusal);
            Assert.Equal(
                step switch { "submit" => AssessmentState.Submitted, "return" => AssessmentState.Returned, _ => AssessmentState.Published },
                (await stage.StoredAsync(code)).State);
        }
        else
        {
            Assert.NotNull(refusal);
            Assert.EndsWith(".", refusal, StringComparison.Ordinal);
            Assert.Equal(state, (await stage.StoredAsync(code)).State);
        }
    }

    [Fact]
    public async Task Publish_BySomebodyWhoWroteAPart_IsRefused()
    {
        var code = await stage.WrittenAsync();
        await stage.WriteAsync(stage.Max, code, (TextPartNames.Risks, "A word of Max."));
        await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct);

        var refused = await Assert.ThrowsAsync<ConflictException>(() => stage.Commands.PublishAsync(stage.Max, code, Ct));

        Assert.Contains("somebody else", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, (await stage.ViewAsync(stage.Max, code)).Rights.WhyNotReview);
        Assert.True((await stage.ViewAsync(stage.Mia, code)).Rights.MayPublish);
        Assert.NotNull(await stage.Commands.PublishAsync(stage.Mia, code, Ct));
        Assert.Equal("Ann\nMax", (await stage.StoredAsync(code)).Writers);
    }

    [Fact]
    public async Task Publish_BySomebodyWhoOnlySubmittedIt_IsRefused()
    {
        var code = await stage.WrittenAsync();
        await stage.Commands.SubmitAsync(stage.Max, code, null, Ct);

        await Assert.ThrowsAsync<ConflictException>(() => stage.Commands.PublishAsync(stage.Max, code, Ct));
    }

    [Fact]
    public async Task Submit_TwiceAtOnce_IsDoneOnce()
    {
        var code = await stage.WrittenAsync();

        var results = await Task.WhenAll(
            stage.Commands.SubmitAsync(stage.Ann, code, null, Ct), stage.Commands.SubmitAsync(stage.Bo, code, null, Ct));

        var refused = Assert.Single(results, r => !r.IsSubmitted);
        Assert.Contains("was submitted by", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(results, r => r.IsSubmitted).ChangeSetId);
    }

    [Theory]
    [InlineData("", "", "at least one comment")]
    [InlineData("nowhere", "A word.", "does not have")]
    [InlineData("risks", null, "shorten it")]
    public async Task Return_WithoutAGoodComment_IsRefused(string field, string? text, string message)
    {
        var code = await stage.SubmittedAsync();

        var refused = await Assert.ThrowsAsync<InvalidInputException>(
            () => stage.Commands.ReturnAsync(stage.Mia, code, [new CommentInput(field, text ?? new string('x', 5_000))], Ct));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(AssessmentState.Submitted, (await stage.StoredAsync(code)).State);
    }

    [Fact]
    public async Task Return_Comments_StandAtTheirPlaceForWritersOnly()
    {
        var code = await stage.SubmittedAsync();
        await stage.Commands.ReturnAsync(
            stage.Mia, code, [new CommentInput(TextPartNames.Risks, "Which ones?"), new CommentInput("", "Nearly there.")], Ct);
        await stage.WriteAsync(stage.Bo, code, (TextPartNames.Risks, "A strike."));
        Assert.Empty((await stage.Commands.SubmitAsync(stage.Bo, code, null, Ct)).Problems);
        await stage.Commands.PublishAsync(stage.Mia, code, Ct);

        var view = await stage.ViewAsync(stage.Ann, code);

        Assert.Equal(
            [(TextPartNames.Risks, "Which ones?", "Mia", 1), ("", "Nearly there.", "Mia", 1)],
            view.Comments.Select(c => (c.Field, c.Text, c.Person, c.Round)));
        var read = await stage.ViewAsync(stage.Rita, code);
        Assert.Empty(read.Comments);
        Assert.Equal(("A strike.", "Ann Bo"), (read.Fields[TextPartNames.Risks].Value, string.Join(' ', read.Header.Writers)));
        Assert.False(read.Rights.MayWrite || read.Rights.MayPublish || read.Rights.MayReturn || read.Rights.MayCorrect);
    }

    [Theory]
    [InlineData(AssessmentState.Draft)]
    [InlineData(AssessmentState.Submitted)]
    [InlineData(AssessmentState.Returned)]
    public async Task Find_Unpublished_IsNothingForReaders(AssessmentState state)
    {
        var (slug, period, _) = await stage.PlaceAsync(await stage.InStateAsync(state));

        Assert.Null(await stage.Queries.FindAsync(stage.Rita, slug, period, null, stage.Today, Ct));
        Assert.NotNull(await stage.Queries.FindAsync(stage.Bo, slug, period, null, stage.Today, Ct));
        Assert.DoesNotContain(await stage.Queries.OfAreaAsync(slug, DateOnly.MaxValue, Ct), r => r.Period.Code == period);
    }

    [Fact]
    public async Task Correct_APublishedOne_IsARevisionThatTheOldOneOutlives()
    {
        var code = await stage.PublishedAsync(
            (TextPartNames.Action(1, ActionPart.Text), "Do it."),
            (TextPartNames.Action(1, ActionPart.Owner), "Eva"),
            (TextPartNames.Action(1, ActionPart.Due), "2027-03-31"));
        var (slug, period, _) = await stage.PlaceAsync(code);
        await Assert.ThrowsAsync<InvalidInputException>(() => stage.Commands.CorrectAsync(stage.Bo, code, "  ", Ct));

        var second = await stage.Commands.CorrectAsync(stage.Bo, code, "A figure was wrong.", Ct);

        Assert.Equal($"{code}-r2", second);
        var draft = await stage.ViewAsync(stage.Bo, second);
        Assert.Equal(
            ("Work went on as planned.", "A figure was wrong.", AssessmentState.Draft),
            (draft.Fields[TextPartNames.Progress].Value, draft.Header.RevisionReason, draft.Header.State));
        Assert.Equal($"{code}-A1", Assert.Single(draft.Actions).Code);
        Assert.Equal(1, (await stage.Queries.FindAsync(stage.Rita, slug, period, null, stage.Today, Ct))!.Header.Revision);
        var again = await Assert.ThrowsAsync<ConflictException>(() => stage.Commands.CorrectAsync(stage.Ann, code, "Again.", Ct));
        Assert.Contains("under way already", again.Message, StringComparison.Ordinal);

        await stage.WriteAsync(stage.Bo, second, (TextPartNames.Progress, "Work went on, and better."));
        Assert.Empty((await stage.Commands.SubmitAsync(stage.Bo, second, null, Ct)).Problems);
        await stage.Commands.PublishAsync(stage.Mia, second, Ct);

        var newest = (await stage.Queries.FindAsync(stage.Rita, slug, period, null, stage.Today, Ct))!;
        Assert.Equal((2, "Work went on, and better."), (newest.Header.Revision, newest.Fields[TextPartNames.Progress].Value));
        Assert.Equal([2, 1], newest.Revisions.Select(r => r.Number));
        Assert.Equal(
            "Work went on as planned.",
            (await stage.Queries.FindAsync(stage.Rita, slug, period, 1, stage.Today, Ct))!.Fields[TextPartNames.Progress].Value);
        Assert.Equal(
            [(2, true), (1, false)],
            (await stage.Queries.OfAreaAsync(slug, DateOnly.MaxValue, Ct))
                .Where(r => r.Period.Code == period)
                .Select(r => (r.Revision, r.IsNewest)));
    }

    [Fact]
    public async Task Action_OfAPublishedAssessment_ClosesWithAWordAndThenTakesItsEffect()
    {
        var code = await stage.SubmittedAsync(
            (TextPartNames.Action(3, ActionPart.Text), "Ask for the figures."),
            (TextPartNames.Action(3, ActionPart.Owner), "Eva"),
            (TextPartNames.Action(3, ActionPart.Due), "2027-03-31"));
        var (action, commands) = (AssessmentAction.CodeOf(code, 3), stage.Get<ActionCommands>());
        await RefusedAsync<ConflictException>(() => commands.CloseAsync(stage.Ann, action, "Done.", Ct), "not published yet");
        await stage.Commands.PublishAsync(stage.Mia, code, Ct);

        await RefusedAsync<InvalidInputException>(() => commands.CloseAsync(stage.Ann, action, " ", Ct), "Enter what came of it.");
        await RefusedAsync<ConflictException>(() => commands.NoteEffectAsync(stage.Ann, action, "It helped.", Ct), "still open");
        await RefusedAsync<RecordGoneException>(() => commands.CloseAsync(stage.Ann, "no-such", "Done.", Ct), "no such action");
        Assert.NotNull(await commands.CloseAsync(stage.Ann, action, "They were given.", Ct));
        await RefusedAsync<ConflictException>(() => commands.CloseAsync(stage.Bo, action, "Done.", Ct), "closed already by Ann");
        Assert.NotNull(await commands.NoteEffectAsync(stage.Mia, action, "It helped.", Ct));

        var shown = Assert.Single((await stage.ViewAsync(stage.Rita, code)).Actions);
        Assert.Equal(
            (ActionState.Done, "They were given.", "It helped.", "Ann"), (shown.State, shown.Outcome, shown.Effect, shown.ClosedBy));
    }

    [Fact]
    public async Task History_OfAllThis_IsSound()
    {
        await stage.Commands.CorrectAsync(stage.Ann, await stage.PublishedAsync(), "A figure was wrong.", Ct);
        await stage.InStateAsync(AssessmentState.Returned);

        var report = await stage.Get<HistoryVerification>().RunAsync(null, null, Ct);

        Assert.True(report.IsSound, string.Join('\n', report.Results.Select(r => r.Problem)));
    }

    private async Task<string?> TryAsync(string step, string code)
    {
        try
        {
            switch (step)
            {
                case "submit":
                    return (await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct)).Problems is [var first, ..] ? first.Message : null;
                case "return":
                    await stage.Commands.ReturnAsync(stage.Mia, code, [new CommentInput("", "Say more.")], Ct);
                    return null;
                case "publish":
                    await stage.Commands.PublishAsync(stage.Mia, code, Ct);
                    return null;
                default:
                    await stage.Commands.CorrectAsync(stage.Ann, code, "A figure was wrong.", Ct);
                    return null;
            }
        }
        catch (ConflictException e)
        {
            return e.Message;
        }
    }

    private static async Task RefusedAsync<T>(Func<Task> step, string message) where T : RefusedException =>
        Assert.Contains(message, (await Assert.ThrowsAsync<T>(step)).Message, StringComparison.Ordinal);
}

using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

/// <summary>Several people write one assessment.</summary>
public sealed class WorkingTextTests(AssessmentStage stage) : IClassFixture<AssessmentStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sync_AChange_IsKeptAndToldToOthers()
    {
        var code = await stage.DraftAsync();

        var mine = await SyncAsync(stage.Ann, code, 0, new FieldChange(TextPartNames.Progress, "", "It goes on."));
        var theirs = await SyncAsync(stage.Bo, code, 0);

        Assert.Equal(FieldOutcome.Saved, Assert.Single(mine.Results).Outcome);
        Assert.Equal((1L, AssessmentState.Draft), (mine.Version, mine.State));
        Assert.Equal(new FieldNews(TextPartNames.Progress, "It goes on.", 1, "Ann"), Assert.Single(theirs.Fields));
        Assert.Empty((await SyncAsync(stage.Bo, code, 1)).Fields);
        var view = await stage.ViewAsync(stage.Bo, code);
        Assert.Equal(
            ("It goes on.", "Ann", 1L),
            (view.Fields[TextPartNames.Progress].Value, view.Fields[TextPartNames.Progress].Person, view.Version));
        Assert.Equal(["Ann"], view.Header.Writers);
    }

    [Fact]
    public async Task Sync_OtherSentencesOfOneField_AreMerged()
    {
        var code = await stage.DraftAsync();
        await SyncAsync(stage.Ann, code, 0, new FieldChange(TextPartNames.Risks, "", "One. Two. Three."));
        await SyncAsync(stage.Ann, code, 1, new FieldChange(TextPartNames.Risks, "One. Two. Three.", "One. Two. 3."));

        var merged = await SyncAsync(stage.Bo, code, 1, new FieldChange(TextPartNames.Risks, "One. Two. Three.", "1. Two. Three."));

        Assert.Equal((FieldOutcome.Merged, "1. Two. 3."), (merged.Results[0].Outcome, merged.Results[0].Value));
        Assert.Empty((await stage.ViewAsync(stage.Bo, code)).Conflicts);
    }

    [Fact]
    public async Task Sync_OnePersonInTwoWindows_KeepsBothTexts()
    {
        var code = await stage.DraftAsync();
        await SyncAsync(stage.Ann, code, 0, new FieldChange(TextPartNames.Changes, "", "Typed in one window."));

        var other = await SyncAsync(
            stage.Ann, code, 0, new FieldChange(TextPartNames.Changes, "", "Typed in the other."),
            new FieldChange(TextPartNames.Risks, "", "A risk."));

        Assert.Equal([FieldOutcome.Merged, FieldOutcome.Saved], other.Results.Select(r => r.Outcome));
        var merged = (await stage.ViewAsync(stage.Ann, code)).Fields[TextPartNames.Changes].Value;
        Assert.Contains("Typed in one window.", merged, StringComparison.Ordinal);
        Assert.Contains("Typed in the other.", merged, StringComparison.Ordinal);

        var conflict = await SyncAsync(
            stage.Ann, code, 0, new FieldChange(TextPartNames.Changes, "Typed in one window.", "Changed in one window."));
        Assert.Contains(
            "Typed in the other.", (await stage.ViewAsync(stage.Ann, code)).Fields[TextPartNames.Changes].Value, StringComparison.Ordinal);
        Assert.NotEqual(FieldOutcome.Refused, conflict.Results[0].Outcome);
    }

    [Fact]
    public async Task Sync_TheSameSentence_KeepsBothUntilTheAuthorChose()
    {
        var code = await stage.DraftAsync();
        await SyncAsync(stage.Ann, code, 0, new FieldChange(TextPartNames.Risks, "", "One."));
        await SyncAsync(stage.Ann, code, 1, new FieldChange(TextPartNames.Risks, "One.", "One of Ann."));

        var conflict = await SyncAsync(stage.Bo, code, 1, new FieldChange(TextPartNames.Risks, "One.", "One of Bo."));

        Assert.Equal(
            (FieldOutcome.Conflict, "One of Ann.", "Ann"),
            (conflict.Results[0].Outcome, conflict.Results[0].Value, conflict.Results[0].Person));
        var row = Assert.Single((await stage.ViewAsync(stage.Bo, code)).Conflicts);
        Assert.Equal((TextPartNames.Risks, "One.", "One of Bo.", "One of Ann."), (row.Name, row.Base, row.Mine, row.Theirs));
        Assert.Empty((await stage.ViewAsync(stage.Ann, code)).Conflicts);

        // Typing on, a lost answer and a second page do not make more of it, and lose nothing.
        await SyncAsync(stage.Bo, code, 2, new FieldChange(TextPartNames.Risks, "One of Bo.", "One of Bo. And more."));
        await SyncAsync(stage.Bo, code, 2, new FieldChange(TextPartNames.Risks, "One.", "One of Bo. And more."));
        Assert.Equal("One of Bo. And more.", Assert.Single((await stage.ViewAsync(stage.Bo, code)).Conflicts).Mine);
        await SyncAsync(stage.Bo, code, 2, new FieldChange(TextPartNames.Risks, "One.", "Another page."));
        Assert.Equal(["One of Bo. And more.", "Another page."], (await stage.ViewAsync(stage.Bo, code)).Conflicts.Select(c => c.Mine));

        var old = await stage.Commands.ResolveAsync(stage.Bo, code, TextPartNames.Risks, "One of both.", 1, Ct);
        Assert.Equal(FieldOutcome.Conflict, old.Outcome);
        var chosen = await stage.Commands.ResolveAsync(stage.Bo, code, TextPartNames.Risks, "One of both.", 2, Ct);

        Assert.Equal((FieldOutcome.Saved, "One of both."), (chosen.Outcome, chosen.Value));
        Assert.Empty((await stage.ViewAsync(stage.Bo, code)).Conflicts);
    }

    [Fact]
    public async Task Sync_AChoiceOfTwoPeople_IsAConflictUnlessTheSame()
    {
        var code = await stage.DraftAsync();
        await SyncAsync(stage.Ann, code, 0, new FieldChange(TextPartNames.Decision, "", "Adjust"));

        var same = await SyncAsync(stage.Bo, code, 0, new FieldChange(TextPartNames.Decision, "", "Adjust"));
        var other = await SyncAsync(stage.Bo, code, 0, new FieldChange(TextPartNames.Decision, "", "Stop"));

        Assert.Equal(FieldOutcome.Saved, same.Results[0].Outcome);
        Assert.Equal((FieldOutcome.Conflict, "Adjust"), (other.Results[0].Outcome, other.Results[0].Value));
    }

    [Theory]
    [InlineData(AssessmentState.Submitted, "submitted by Ann")]
    [InlineData(AssessmentState.Published, "published meanwhile")]
    public async Task Sync_AfterTheSubmission_KeepsTheTextForItsAuthor(AssessmentState state, string message)
    {
        var code = await stage.InStateAsync(state);

        var result = await SyncAsync(stage.Bo, code, 0, new FieldChange(TextPartNames.Changes, "", "A late thought."));

        Assert.Equal((FieldOutcome.Closed, state), (result.Results[0].Outcome, result.State));
        Assert.Contains(message, result.Results[0].Message, StringComparison.Ordinal);
        Assert.Equal("A late thought.", Assert.Single((await stage.ViewAsync(stage.Bo, code)).Conflicts).Mine);
        Assert.Equal("", (await stage.ViewAsync(stage.Bo, code)).Fields[TextPartNames.Changes].Value);
        Assert.Equal(
            FieldOutcome.Closed,
            (await stage.Commands.ResolveAsync(stage.Bo, code, TextPartNames.Changes, "A late thought.", 0, Ct)).Outcome);
        Assert.Equal(FieldOutcome.Saved, (await stage.Commands.ResolveAsync(stage.Bo, code, TextPartNames.Changes, "", 0, Ct)).Outcome);
        Assert.Empty((await stage.ViewAsync(stage.Bo, code)).Conflicts);
    }

    [Fact]
    public async Task Sync_ATextOf200Kilobytes_IsKeptAndRefusedAtTheSubmissionOnly()
    {
        var code = await stage.WrittenAsync();
        var text = new string('x', 200_000);
        await stage.WriteAsync(stage.Ann, code, (TextPartNames.Risks, text));

        var result = await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct);

        var problem = Assert.Single(result.Problems);
        Assert.Equal(TextPartNames.Risks, problem.Field);
        Assert.Contains("shorten it to", problem.Message, StringComparison.Ordinal);
        Assert.Equal(text, (await stage.ViewAsync(stage.Ann, code)).Fields[TextPartNames.Risks].Value);
    }

    [Theory]
    [InlineData("no such field", 3, "no such field")]
    [InlineData("action:21:text", 3, "no such field")]
    [InlineData(TextPartNames.Risks, 250_001, "shorten it")]
    [InlineData(TextPartNames.Judgement, 2_001, "shorten it")]
    public async Task Sync_WhatCannotBeKept_IsSaid(string field, int length, string message)
    {
        var code = await stage.DraftAsync();

        var result = await SyncAsync(
            stage.Ann, code, 0, new FieldChange(field, "", new string('x', length)), new FieldChange(TextPartNames.Progress, "", "Kept."));

        Assert.Equal([FieldOutcome.Refused, FieldOutcome.Saved], result.Results.Select(r => r.Outcome));
        Assert.Contains(message, result.Results[0].Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sync_LineBreaksOfAForm_AreNoChange()
    {
        var code = await stage.DraftAsync();
        await SyncAsync(stage.Ann, code, 0, new FieldChange(TextPartNames.Progress, "", "One.\nTwo."));

        var again = await SyncAsync(stage.Bo, code, 1, new FieldChange(TextPartNames.Progress, "One.\r\nTwo.", "One.\r\nTwo."));

        Assert.Equal((FieldOutcome.Saved, 1L), (again.Results[0].Outcome, again.Version));
        Assert.Equal(["Ann"], (await stage.ViewAsync(stage.Ann, code)).Header.Writers);
    }

    [Fact]
    public async Task Sync_People_AreNamedWithTheirFieldUntilTheyGo()
    {
        var code = await stage.DraftAsync();
        await stage.Commands.SyncAsync(stage.Ann, code, 0, TextPartNames.Risks, [], Ct);

        Assert.Equal([new PersonHere("Ann", TextPartNames.Risks)], (await SyncAsync(stage.Bo, code, 0)).People);
        Assert.Equal([new PersonHere("Bo", "")], (await SyncAsync(stage.Ann, code, 0)).People);
        stage.Clock.MoveTo(stage.Clock.GetUtcNow() + AssessmentPresence.Window + TimeSpan.FromSeconds(1));
        Assert.Empty((await SyncAsync(stage.Bo, code, 0)).People);
    }

    [Fact]
    public async Task Sync_ManyAtOnce_LosesNoSentence()
    {
        var code = await stage.DraftAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => SyncAsync(
                i % 2 == 0 ? stage.Ann : stage.Bo, code, 0, new FieldChange(TextPartNames.Progress, "", $"Sentence number {i}."))));

        var text = (await stage.ViewAsync(stage.Ann, code)).Fields[TextPartNames.Progress].Value;
        Assert.All(Enumerable.Range(0, 20), i => Assert.Contains($"Sentence number {i}.", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sync_NoSuchAssessment_IsRefused() =>
        await Assert.ThrowsAsync<RecordGoneException>(() => SyncAsync(stage.Ann, "cybersecurity-1999-Q1", 0));

    private Task<SyncResult> SyncAsync(Data.Commands.Actor actor, string code, long seen, params FieldChange[] changes) =>
        stage.Commands.SyncAsync(actor, code, seen, null, changes, Ct);
}

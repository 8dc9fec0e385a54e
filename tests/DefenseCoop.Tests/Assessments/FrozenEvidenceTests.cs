using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

/// <summary>Evidence is frozen with a submission: the same to the byte for ever, and it says so when more is known since.</summary>
public sealed class FrozenEvidenceTests(AssessmentStage stage) : IClassFixture<AssessmentStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Evidence_OfEveryFocusArea_IsTheSameFromPresentAndPast()
    {
        var builder = stage.Get<EvidenceBuilder>();
        await using var now = stage.NewContext();
        await using var then = await stage.Get<Chronicle>().OpenAsync(stage.Clock.GetUtcNow().UtcDateTime.AddYears(1), Ct);
        foreach (var slug in await now.FocusAreas.Select(a => a.Slug).ToListAsync(Ct))
        {
            foreach (var day in new[] { stage.Today, stage.Today.AddYears(-1), new DateOnly(2000, 1, 1) })
            {
                var json = EvidenceJson.Write((await builder.BuildAsync(now, slug, day, Ct))!);

                Assert.Equal(json, EvidenceJson.Write((await builder.BuildAsync(then, slug, day, Ct))!));
                Assert.Equal(json, EvidenceJson.Write(EvidenceJson.Read(json)));
                Assert.Empty(EvidenceDifferences.Between(EvidenceJson.Read(json), EvidenceJson.Read(json)));
            }
        }

        Assert.Null(await builder.BuildAsync(now, "no-such", stage.Today, Ct));
    }

    [Fact]
    public async Task Evidence_OfAPublishedAssessment_StaysWhatItWasAndSaysWhatIsCorrected()
    {
        var code = await stage.PublishedAsync();
        var before = await stage.StoredAsync(code);
        var slug = before.FocusArea.Slug;
        var (reading, milestone) = await ChangeFactsAsync(slug);

        var after = await stage.StoredAsync(code);
        Assert.Equal((before.Evidence, before.EvidenceHash), (after.Evidence, after.EvidenceHash));
        Assert.Equal(after.EvidenceHash, EvidenceJson.Hash(after.Evidence!));
        var frozen = EvidenceJson.Read(after.Evidence!);
        await using (var then = await stage.Get<Chronicle>().OpenAsync(after.EvidenceAt, Ct))
        {
            Assert.Equal(after.Evidence, EvidenceJson.Write((await stage.Get<EvidenceBuilder>().BuildAsync(then, slug, frozen.Day, Ct))!));
        }

        var view = await stage.ViewAsync(stage.Rita, code);
        Assert.Equal(after.Evidence, EvidenceJson.Write(view.Evidence));
        Assert.Contains(
            view.Corrected,
            c => c.Sentence.Contains(milestone, StringComparison.Ordinal) && c.Sentence.Contains("was called", StringComparison.Ordinal));
        Assert.Contains(
            view.Corrected,
            c => c.Sentence.StartsWith("Reading ", StringComparison.Ordinal) && c.Sentence.Contains("value", StringComparison.Ordinal));
        Assert.Contains(view.Corrected, c => c.Sentence.StartsWith("The focus area is called", StringComparison.Ordinal));
        Assert.All(view.Corrected, c => Assert.StartsWith("/", RecordUrls.Of(c.Reference), StringComparison.Ordinal));
        Assert.Equal((before.AreaName, $"{before.AreaName} and more"), (view.Header.AreaName, view.Header.AreaNameNow));

        // By what was known then there is nothing to correct.
        var (_, period, _) = await stage.PlaceAsync(code);
        var past = (await stage.Queries.FindAsync(stage.Rita, slug, period, null, new(stage.Today, await AtPublicationAsync(code)), Ct))!;
        Assert.Empty(past.Corrected);
        Assert.False(past.Rights.MayWrite);
        Assert.Equal(after.Evidence, EvidenceJson.Write(past.Evidence));
        Assert.Empty((await stage.Get<HistoryVerification>().RunAsync(null, null, Ct)).Results.Select(r => r.Problem).OfType<string>());
    }

    [Fact]
    public async Task Evidence_OfADraft_IsOfNowAndTellsWhatChanged()
    {
        var code = await stage.DraftAsync();
        var (slug, _, _) = await stage.PlaceAsync(code);
        var before = await stage.ViewAsync(stage.Ann, code);
        await ChangeFactsAsync(slug);

        var view = await stage.ViewAsync(stage.Ann, code);

        Assert.NotEqual(EvidenceJson.Write(before.Evidence), EvidenceJson.Write(view.Evidence));
        Assert.Empty(view.Corrected);
        Assert.NotEmpty(view.SinceWhat);
        Assert.False(view.Header.IsFrozen);
    }

    [Fact]
    public async Task Evidence_SubmittedAgain_IsThatOfTheLastSubmission()
    {
        var code = await stage.InStateAsync(AssessmentState.Returned);
        var before = await stage.StoredAsync(code);
        await ChangeFactsAsync(before.FocusArea.Slug);
        var view = await stage.ViewAsync(stage.Ann, code);
        await stage.WriteAsync(
            stage.Ann,
            code,
            [
                (TextPartNames.Judgement, view.Evidence.Status.ToString()),
                (TextPartNames.Reason, "News."),
                .. view.Objectives.Select(o => (TextPartNames.Objective(o.Code), o.Computed.ToString())),
            ]);

        Assert.Empty((await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct)).Problems);

        var after = await stage.StoredAsync(code);
        Assert.NotEqual(before.EvidenceHash, after.EvidenceHash);
        await using var then = await stage.Get<Chronicle>().OpenAsync(after.EvidenceAt, Ct);
        Assert.Equal(
            after.Evidence,
            EvidenceJson.Write(
                (await stage.Get<EvidenceBuilder>().BuildAsync(then, after.FocusArea.Slug, EvidenceJson.Read(after.Evidence!).Day, Ct))!));
    }

    [Fact]
    public async Task View_ActionsOfAnEarlierPeriod_AreCarriedOver()
    {
        await using var fresh = await FreshStage.CreateAsync();
        var opener = fresh.Stage.Get<PeriodCommands>();
        await opener.OpenAsync(fresh.Stage.Mia, "2026-Q3", null, null, Ct);
        await opener.OpenAsync(fresh.Stage.Mia, "2026-Q4", null, null, Ct);
        var (older, newer) = ("cybersecurity-2026-Q3", "cybersecurity-2026-Q4");
        var view = await fresh.Stage.ViewAsync(fresh.Stage.Ann, older);
        await fresh.Stage.WriteAsync(
            fresh.Stage.Ann, older,
            [
                (TextPartNames.Judgement, view.Evidence.Status.ToString()), (TextPartNames.Confidence, "Low"),
                (TextPartNames.Decision, "Continue"), (TextPartNames.Progress, "It went on."),
                .. view.Objectives.Select(o => (TextPartNames.Objective(o.Code), o.Computed.ToString())),
                (TextPartNames.Action(1, ActionPart.Text), "Ask."), (TextPartNames.Action(1, ActionPart.Owner), "Eva"),
                (TextPartNames.Action(1, ActionPart.Due), "2026-12-31")]);
        Assert.Empty((await fresh.Stage.Commands.SubmitAsync(fresh.Stage.Ann, older, null, Ct)).Problems);
        Assert.Empty((await fresh.Stage.ViewAsync(fresh.Stage.Ann, newer)).CarriedOver);
        await fresh.Stage.Commands.PublishAsync(fresh.Stage.Mia, older, Ct);

        var next = await fresh.Stage.ViewAsync(fresh.Stage.Ann, newer);

        Assert.Equal(
            ("cybersecurity-2026-Q3-A1", "2026-Q3", ActionState.Open),
            (Assert.Single(next.CarriedOver).Code, next.CarriedOver[0].Period, next.CarriedOver[0].State));
        Assert.Contains("3rd quarter of 2026", next.SinceWhat, StringComparison.Ordinal);
    }

    /// <summary>Changes a reading and a milestone beneath the focus area, and renames it.</summary>
    private async Task<(string Reading, string Milestone)> ChangeFactsAsync(string slug) =>
        (await stage.Get<CommandRunner>().ChangeAsync(
            stage.Ann,
            Right.RecordEvidence,
            null,
            async work =>
            {
                var db = work.Db;
                var initiatives = db.Initiatives.Where(i => i.Contributions.Any(c => c.Outcome.Objective.FocusArea.Slug == slug));
                var milestone = await initiatives.SelectMany(i => i.Milestones)
                    .Where(m => m.Actual != null).OrderBy(m => m.Code).FirstAsync(Ct);
                var readings = await initiatives.SelectMany(i => i.Indicators)
                    .SelectMany(i => i.Readings).OrderBy(r => r.Code).ToListAsync(Ct);
                var reading = readings.First(r => r.Period.LastDay < new DateOnly(2025, 12, 31) && !r.IsWithdrawn);
                milestone.Retitle($"{milestone.Title}, renamed");
                reading.Revise(reading.Value + 1);
                var area = await db.FocusAreas.SingleAsync(a => a.Slug == slug, Ct);
                area.Rename($"{area.Name} and more");
                return (reading.Code, milestone.Code);
            },
            Ct)).Result;

    private async Task<DateTime> AtPublicationAsync(string code)
    {
        await using var db = stage.NewContext();
        return await db.RecordChanges.Where(r => r.Subject == code).MaxAsync(r => r.ChangeSet.At, Ct);
    }
}

using System.Net;
using DefenseCoop.Domain.Results;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DefenseCoop.Tests.Assessments.Pages.AssessmentSite;

namespace DefenseCoop.Tests.Assessments.Pages;

/// <summary>What somebody else did while a form was filled in, without a script: it is said, and what was entered is still there.</summary>
public sealed class GoneFormTests(AssessmentSite site) : IClassFixture<AssessmentSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submission_AfterSomebodyElseSubmitted_SaysSoAndShowsWhatWasTyped()
    {
        var url = Url("joint-training");
        var late = await OpenAsync(site.Ole, url);
        await site.SubmitAsync("joint-training");

        var answer = await SendAsync(site.Ole, late, "submit", ("risks", "Typed late."));

        Refused(HttpStatusCode.UnprocessableEntity, answer, "was submitted by eva", "Typed late.");
    }

    [Fact]
    public async Task Submissions_AtOnce_OneStandsAndTheOtherIsAnswered()
    {
        var url = Url("base-expansion");
        var eva = await OpenAsync(site.Eva, url);
        var ole = await OpenAsync(site.Ole, url);

        var answers = await Task.WhenAll(
            SendAsync(site.Eva, eva, "submit", Whole(eva, ("risks", "Typed at once."))),
            SendAsync(site.Ole, ole, "submit", Whole(ole, ("risks", "Typed at once."))));

        var refused = Assert.Single(answers, a => a.Status != HttpStatusCode.Found);
        Refused(HttpStatusCode.UnprocessableEntity, refused, "was submitted by", "Typed at once.");
    }

    [Fact]
    public async Task Review_AfterSomebodyElsePublished_SaysSoAndShowsTheComments()
    {
        var url = Url("intelligence-sharing");
        await site.SubmitAsync("intelligence-sharing");
        var late = await OpenAsync(site.Of("both"), url);
        await site.PublishAsync("intelligence-sharing");

        var answer = await SendAsync(site.Of("both"), url, late, "review", ("do", "return"), ("c.risks", "Which risk?"));

        Refused(HttpStatusCode.Conflict, answer, "is published already, by mia", "Which risk?");
    }

    [Fact]
    public async Task Correction_AfterSomebodyElseBeganOne_SaysSoAndShowsTheReason()
    {
        var url = Url("defense-technology");
        await site.SubmitAsync("defense-technology");
        await site.PublishAsync("defense-technology");
        var late = await OpenAsync(site.Ole, url);
        Assert.Equal(
            HttpStatusCode.Found,
            (await SendAsync(site.Eva, url, await OpenAsync(site.Eva, url), "correct", ("Reason", "A figure."))).Status);

        var answer = await SendAsync(site.Ole, url, late, "correct", ("Reason", "Another figure."));

        Refused(HttpStatusCode.Conflict, answer, "Only what is published is corrected", "Another figure.");
    }

    [Fact]
    public async Task Form_OfAnAreaThatIsRenamedAndLosesAnObjective_SaysSoAndKeepsWhatWasTyped()
    {
        var url = Url("maritime-arctic");
        const string objective = "maritime-arctic-extra";
        await using var db = site.Target.NewContext();
        var area = await db.FocusAreas.SingleAsync(a => a.Slug == "maritime-arctic", Ct);
        area.Objectives.Add(Objective.Create(objective, "An objective for a while.", 99));
        await db.SaveRecordsAsync();
        var page = await OpenAsync(site.Eva, url);
        await SendAsync(site.Eva, page, "save", Whole(page, ("progress", "Typed before.")));
        db.Remove(await db.Objectives.SingleAsync(o => o.Code == objective, Ct));
        area.Rename("The High North");
        await db.SaveRecordsAsync();

        var shown = await OpenAsync(site.Eva, url);
        var answer = await SendAsync(site.Eva, shown, "submit");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(
            $"The objective {objective} was removed after it was judged here",
            answer.Document().QuerySelector($"[data-field='objective:{objective}'] .field-error")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("Typed before.", answer.Document().QuerySelector("[name='f.progress']")!.TextContent);
        var cleared = await SendAsync(site.Eva, answer.Document(), "submit", ($"objective:{objective}", ""));
        Assert.Equal(HttpStatusCode.Found, cleared.Status);
    }

    private static void Refused(HttpStatusCode status, Answer answer, string words, string typed)
    {
        Assert.Equal(status, answer.Status);
        var page = answer.Document();
        Assert.Contains(words, page.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main textarea[readonly]"), t => t.TextContent == typed);
    }
}

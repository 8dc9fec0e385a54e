using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Commands;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

/// <summary>Whether an open page of assessments is still as it was: told to those who can see the difference, and to nobody else.</summary>
public sealed class NewsTests(AssessmentStage stage) : IClassFixture<AssessmentStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NewsQueries News => stage.Get<NewsQueries>();

    [Fact]
    public async Task Submission_IsNewsToEditorsAndNotToReaders_PublicationToAll()
    {
        var code = await stage.WrittenAsync();
        var editor = await WatchAsync(stage.Bo, code);
        var reader = await WatchAsync(stage.Rita, code);
        Assert.False(await editor());

        await stage.Commands.SubmitAsync(stage.Ann, code, null, Ct);
        Assert.True(await editor());
        Assert.False(await reader());

        await stage.Commands.PublishAsync(stage.Mia, code, Ct);
        Assert.True(await reader());
    }

    [Fact]
    public async Task ClosedAction_IsNewsOfItsAssessmentAndOfAllActions()
    {
        var code = await stage.PublishedAsync(("action:1:text", "Ask"), ("action:1:owner", "Ann"), ("action:1:due", "2027-03-31"));
        var page = await WatchAsync(stage.Rita, code);
        var mark = await News.MarkAsync(stage.Rita, null, null, Ct);

        await stage.Get<Data.Assessments.ActionCommands>().CloseAsync(stage.Ann, $"{code}-A1", "Done.", Ct);

        Assert.True(await page());
        Assert.True(await News.IsOtherAsync(stage.Rita, null, null, mark, Ct));
    }

    [Fact]
    public async Task Facts_AreNewsOfTheirFocusAreaOnly()
    {
        var (ours, others) = (await stage.PublishedAsync(), await stage.PublishedAsync());
        var (slug, _, _) = await stage.PlaceAsync(ours);
        var (other, _, _) = await stage.PlaceAsync(others);
        var page = await WatchAsync(stage.Rita, ours);
        var elsewhere = await WatchAsync(stage.Rita, others);
        await using var db = stage.NewContext();
        var milestone = await db.Milestones.FirstAsync(
            m => m.Initiative.Contributions.Any(c => c.Outcome.Objective.FocusArea.Slug == slug)
                && m.Initiative.Contributions.All(c => c.Outcome.Objective.FocusArea.Slug != other),
            Ct);
        milestone.Retitle("Told otherwise");
        await db.SaveRecordsAsync();

        Assert.True(await page());
        Assert.False(await elsewhere());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("12")]
    public async Task MarkThatIsNone_IsLikeNothing(string text)
    {
        var (slug, period, _) = await stage.PlaceAsync(await stage.PublishedAsync());

        Assert.True(await News.IsOtherAsync(stage.Rita, slug, period, AssessmentMark.Parse(text), Ct));
    }

    /// <summary>A page that is opened now.</summary>
    private async Task<Func<Task<bool>>> WatchAsync(Actor actor, string code)
    {
        var (slug, period, _) = await stage.PlaceAsync(code);
        var mark = AssessmentMark.Parse((await News.MarkAsync(actor, slug, period, Ct)).ToString());
        return () => News.IsOtherAsync(actor, slug, period, mark, Ct);
    }
}

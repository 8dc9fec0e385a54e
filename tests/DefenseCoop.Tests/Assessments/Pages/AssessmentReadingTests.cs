using System.Net;
using AngleSharp.Dom;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Storage;
using Xunit;
using static DefenseCoop.Tests.Assessments.Pages.AssessmentSite;

namespace DefenseCoop.Tests.Assessments.Pages;

/// <summary>What the page of an assessment asks of the database when something is sent to it.</summary>
public sealed class AssessmentReadingTests
{
    private const string Slug = "cybersecurity";

    /// <summary>What only the page shows: comments, what can be cited, and who may own an action.</summary>
    private static readonly string[] Shown = ["\"ReviewComments\"", "\"Contributions\"", "SELECT DISTINCT \"a\".\"Owner\""];

    [Fact]
    public async Task Commands_ThatLeadElsewhere_FindTheAssessmentAndReadNothingToShow()
    {
        var asked = new AskedStatements();
        await using var target = new LiveProduct { Asked = asked };
        using var editor = await target.NewPersonAsync("eva", Roles.Editor);
        using var manager = await target.NewPersonAsync("mia", Roles.Manager);
        await target.Get<PeriodCommands>()
            .OpenAsync(await target.ActorAsync("mia"), Period, null, null, TestContext.Current.CancellationToken);
        var page = await OpenAsync(editor, Url(Slug));

        asked.Clear();
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(editor, page, "save", ("progress", "It goes on."))).Status);
        Assert.All(Shown, text => Assert.Equal(0, asked.Count(text)));

        // What is refused is shown with all that the page needs.
        var refused = (await SendAsync(editor, page, "submit")).Document();
        Assert.All(Shown, text => Assert.NotEqual(0, asked.Count(text)));
        Assert.NotEmpty(refused.QuerySelectorAll("#citations option"));
        Assert.NotEmpty(refused.QuerySelectorAll("#owners option"));

        await SendAsync(editor, page, "submit", Whole(page));
        page = await OpenAsync(manager, Url(Slug));
        asked.Clear();
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(manager, Url(Slug), page, "review", ("do", "publish"))).Status);
        Assert.Equal(0, asked.Count("\"ReviewComments\""));

        page = await OpenAsync(editor, Url(Slug));
        asked.Clear();
        Assert.Equal(
            HttpStatusCode.Found, (await SendAsync(editor, Url(Slug), page, "correct", ("Reason", "A figure was wrong."))).Status);
        Assert.All(Shown, text => Assert.Equal(0, asked.Count(text)));
    }
}

using System.Net;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>What the page of a form asks of the database.</summary>
public sealed class EditReadingTests
{
    private const string Code = "BE-1-M2";

    [Fact]
    public async Task Save_OfAForm_ReadsTheRecordOnceAndAgainOnlyToShowItAgain()
    {
        var asked = new AskedStatements();
        await using var target = new LiveProduct { Asked = asked };
        using var editor = await EditingBrowser.OfAsync(target);
        var page = await editor.OpenAsync(EditUrls.Record("milestone", Code));

        asked.Clear();
        Assert.Equal(HttpStatusCode.Found, (await editor.SendAsync(page, ("Title", "Called otherwise"))).Status);
        Assert.Equal(1, asked.Count("FROM \"Milestones\"", Code));

        page = await editor.OpenAsync(EditUrls.Record("milestone", Code));
        asked.Clear();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.SendAsync(page, ("Title", ""))).Status);
        Assert.Equal(2, asked.Count("FROM \"Milestones\"", Code));
    }
}

using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DefenseCoop.Tests.Reliability;

/// <summary>
/// Another program holds the database: whatever form is sent
/// meanwhile comes back with what was typed, and with the reason.
/// </summary>
public sealed class LockedDatabaseTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private const string Typed = "Typed while it was locked";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_OfAnyKind_WhileTheDatabaseIsLocked_ComesBackWithWhatWasTyped()
    {
        (string Path, string Form, (string, string)[] Fields)[] forms =
        [
            (EditUrls.New("milestone", "BE-1"), "edit",
             [
                 ("Form", "milestone"), ("Of", "BE-1"), ("Base", "1"), ("f.Title", Typed),
                 ("f.State", "Pending"), ("f.PlannedProvenance", "None"), ("f.Provenance", "illustrative"),
             ]),
            ("/edit/organization/new", "edit",
             [
                 ("Form", "organization"), ("Base", "1"), ("f.ShortName", "dk-locked"), ("f.Name", Typed),
                 ("f.Country", "DK"), ("f.Kind", "agency"), ("f.Provenance", "illustrative"),
             ]),
            (AccountUrls.Profile, "profile", [("Input.Name", Typed)]),
        ];
        using var person = await target.NewPersonAsync($"person-{Guid.NewGuid():N}", Roles.Administrator | Roles.Editor);
        List<string> tokens = [];
        foreach (var (path, _, _) in forms) tokens.Add((await person.GetAsync(path)).Token());
        await using var other = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = target.DatabasePath, Pooling = false }.ToString());
        await other.OpenAsync(Stop);
        await using var held = other.BeginTransaction(deferred: false);

        var answers = await Task.WhenAll(
            forms.Zip(tokens, (f, token) => person.PostAsync(f.Path, [("_handler", f.Form), (Browser.TokenField, token), .. f.Fields])));

        foreach (var (form, answer) in forms.Zip(answers))
        {
            Assert.True(answer.Status == HttpStatusCode.ServiceUnavailable, $"{form.Path}: {answer.Status}");
            var main = answer.Document().QuerySelector("main")!;
            Assert.Contains("The database is busy with other work. Nothing was changed.", main.TextContent, StringComparison.Ordinal);
            Assert.Contains(main.QuerySelectorAll("input, textarea"), i => (i.GetAttribute("value") ?? i.TextContent) == Typed);
        }
    }
}

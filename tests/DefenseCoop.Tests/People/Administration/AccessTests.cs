using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>Every page as a visitor and as every role: shown, refused, or led to the sign-in.</summary>
public sealed class AccessTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private const string Visitor = "visitor";

    public static TheoryData<string> People { get; } = [Visitor, .. RoleList.All.Select(r => r.ToString()), nameof(Roles.None)];

    /// <summary>The forms of administration, with fields that an administrator's browser would send.</summary>
    public static TheoryData<string, string, string> Forms { get; } = new()
    {
        { AccountUrls.Accounts, "invite", "Input.Name=Eva&Input.Email=eva@example.org&Input.Roles=Administrator" },
        { "account", "roles", "Input.Roles=Administrator" },
        { "account/disable", "account-action", "" },
        { "account/end-sessions", "account-action", "" },
        { "account", "enable", "" },
        { "account", "link", "" },
        { "account/reset-second-factor", "account-action", "" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task Page_AskedForBySomebody_AnswersAsTheTableOfRightsSays(string person)
    {
        using var browser = await NewBrowserAsync(target, person);
        var wrong = new List<string>();

        foreach (var row in RouteTable.Rows.Concat(RouteTable.FurtherForms))
        {
            var answer = await browser.GetAsync(row.Address);
            var expected = Expected(row, person, anonymousRead: true);
            if (answer.Status != expected) wrong.Add($"{row.Address}: {answer.Status}, not {expected}");
            if (expected != row.Answer && answer.Body.Contains("data-account", StringComparison.Ordinal))
            {
                wrong.Add($"{row.Address} tells of accounts");
            }
            if (expected == HttpStatusCode.Found && row.HasPage)
            {
                Assert.Equal(
                    $"{AccountUrls.SignInPath}?returnUrl={Uri.EscapeDataString(row.Address)}",
                    new Uri(target.Address, answer.Location).PathAndQuery);
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>The default in Production: a visitor sees how to sign in, and nothing else.</summary>
    [Fact]
    public async Task Page_AskedForByAVisitorWhereNobodyReadsAnonymously_LeadsToTheSignIn()
    {
        await using var closed = new LiveProduct { AnonymousRead = false };
        using var browser = closed.NewBrowser();
        var wrong = new List<string>();

        foreach (var row in RouteTable.Rows.Concat(RouteTable.FurtherForms))
        {
            var answer = await browser.GetAsync(row.Address);
            var expected = Expected(row, Visitor, anonymousRead: false);
            if (answer.Status != expected) wrong.Add($"{row.Address}: {answer.Status}, not {expected}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_OfAdministration_SentByAnybodyElse_ChangesNothing(string page, string form, string fields)
    {
        var other = await target.AddAsync($"other-{Guid.NewGuid():N}", Roles.Analyst);
        var path = page.StartsWith("account", StringComparison.Ordinal) ? AccountUrls.Account(other.Id) + page["account".Length..] : page;
        var values = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).Select(f => (f[0], f[1])).ToArray();

        foreach (var person in People.Select(p => p.Data).Where(p => p != nameof(Roles.Administrator)))
        {
            using var browser = await NewBrowserAsync(target, person);
            var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();
            var answer = await browser.PostAsync(path, [("_handler", form), (Browser.TokenField, token), .. values]);
            Assert.Equal(person == Visitor ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, answer.Status);
            Assert.DoesNotContain(AccountUrls.InvitationPath, answer.Body, StringComparison.Ordinal);
        }

        var after = await target.ReadAsync(other.DisplayName);
        Assert.Equal((Roles.Analyst, null), (after.Roles, after.DisabledAt));
        await using var db = target.NewContext();
        Assert.DoesNotContain(db.Accounts, a => a.Email == "eva@example.org");
        Assert.DoesNotContain(db.Links, l => l.AccountId == other.Id);
    }

    [Fact]
    public async Task Navigation_OfEveryRole_OffersThePagesThatTheRoleMaySee()
    {
        foreach (var role in RoleList.All)
        {
            using var browser = await NewBrowserAsync(target, role.ToString());
            var links = (await browser.GetAsync(AccountUrls.Profile))
                .Document().QuerySelectorAll("nav a[href^='/admin/']").Select(a => a.GetAttribute("href")!).ToList();

            Assert.Equal(role == Roles.Administrator, links.Count > 0);
            foreach (var link in links) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).Status);
        }
    }

    private static HttpStatusCode Expected(RouteRow row, string person, bool anonymousRead)
    {
        if (row.Needs is not { } right) return row.Answer;
        if (person == Visitor) return right == Right.Read && anonymousRead ? row.Answer : HttpStatusCode.Found;
        var roles = Enum.Parse<Roles>(person);
        return Rights.Allow(roles, right) || (row.IsForAnyForm && FormRights.AllowAny(roles)) ? row.Answer : HttpStatusCode.Forbidden;
    }

    private static async Task<Browser> NewBrowserAsync(LiveProduct target, string person) =>
        person == Visitor ? target.NewBrowser() : await target.NewPersonAsync($"{person}-{Guid.NewGuid():N}", Enum.Parse<Roles>(person));
}

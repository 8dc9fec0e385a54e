using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.Shared.Forms;
using DefenseCoop.Web.Shared.Forms.Posted;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Sending;

/// <summary>
/// Whatever refuses a form gives back what was typed into it. Every address
/// that takes a post is tried, so that a new form cannot be forgotten.
/// </summary>
public sealed class ReturnedFormTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private const string Secret = "a secret of thirty characters!";

    private static readonly (string Name, string Value)[] Typed =
    [
        ("f.Title", "Færøsk <b>titel</b>"),
        ("f.Note", "first line\nsecond line"),
        ("Why", "because of this"),
        ("Input.Name", "  Ane & Bo  "),
        ("Input.Roles", "Editor"),
        ("c.progress", "a comment"),
    ];

    private static readonly (string Name, string Value)[] Secrets =
        [("Input.Password", Secret), ("Input.NewPassword", Secret), ("Input.CurrentPassword", Secret)];

    public static TheoryData<string> Refusals =>
        [
            "no form of that name", "no token", "token of another person", "signed out",
            "without roles", "too large", "too many fields", "too long a field",
        ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Post_Refused_GivesBackWhatWasTypedAndNoSecret(string refusal)
    {
        var name = $"person-{Guid.NewGuid():N}";
        using var person = await target.NewPersonAsync(name, Roles.Administrator | Roles.Editor | Roles.Manager);
        var id = (await target.ReadAsync(name)).Id;
        using var another = await target.NewPersonAsync($"another-{Guid.NewGuid():N}", Roles.Editor);
        var token = (await (refusal == "token of another person" ? another : person).GetAsync("/account/sign-out")).Token();
        if (refusal == "signed out") person.Cookies.Remove(Browser.Session);
        if (refusal == "without roles") await target.ChangeAsync(id, a => a.Roles = Roles.None);

        List<string> lost = [];
        var tried = 0;
        foreach (var address in PostAddresses.Pages(target, id).Concat(PostAddresses.Others(target, id)).Distinct())
        {
            var answer = await person.PostAsync(
                address,
                [
                    ("_handler", "no such form"), .. refusal == "no token" ? [] : new[] { (Browser.TokenField, token) },
                    .. Typed, .. Secrets, .. More(refusal),
                ]);
            if ((int)answer.Status < 400 || answer.Headers.GetValueOrDefault("Content-Type") is not { } type
                || !type.StartsWith("text/html", StringComparison.Ordinal))
            {
                continue;
            }
            tried++;
            var page = answer.Document();
            var given = page.QuerySelectorAll<IHtmlTextAreaElement>("section.returned textarea").Select(t => (t.Name, t.Value)).ToList();
            lost.AddRange(Typed.Where(t => !given.Contains((t.Name, t.Value))).Select(t => $"{address} ({answer.Status}): {t.Name}"));
            if (answer.Body.Contains(Secret, StringComparison.Ordinal)) lost.Add($"{address} ({answer.Status}): gives back a secret");
        }

        Assert.True(tried > 20, $"Only {tried} addresses refused.");
        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("/edit/recommendation/new", "f.Text", "form[data-edit]")]
    [InlineData("/focus-areas/base-expansion/assessments/2026-Q3", "f.progress", "form[data-assess]")]
    public async Task SessionOver_SentAgainAfterANewSignIn_IsCarriedOut(string path, string field, string form)
    {
        var (name, said) = ($"editor-{Guid.NewGuid():N}", $"Said after a pause {Guid.NewGuid():N}");
        using var editor = await target.NewPersonAsync(name, Roles.Editor | Roles.Manager);
        if (form == "form[data-assess]")
        {
            await target.Get<PeriodCommands>()
                .OpenAsync(await target.ActorAsync(name), "2026-Q3", null, null, TestContext.Current.CancellationToken);
        }

        var page = (await editor.GetAsync(path)).Document();
        var fields = Editing.EditingBrowser.Fields(page.QuerySelector<IHtmlFormElement>(form)!)
            .Select(f => f.Name == field ? (f.Name, said) : f.Name == "f.Provenance" ? (f.Name, "illustrative") : f)
            .Append(("do", "save"))
            .ToArray();
        editor.Cookies.Remove(Browser.Session);

        var refused = await editor.PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal("Not signed in", refused.Document().QuerySelector("h1")!.TextContent);
        Assert.Contains(refused.Document().QuerySelectorAll("section.returned textarea"), t => t.TextContent == said);
        await editor.SignInAsync(name);
        var returned = refused.Document().QuerySelector<IHtmlFormElement>("section.returned form")!;

        var done = await editor.SendAsync(
            HttpMethod.Post, returned.GetAttribute("action")!, Browser.Encode(Editing.EditingBrowser.Fields(returned).ToArray()),
            ("Origin", editor.Origin));

        Assert.True(done.Status == HttpStatusCode.Found, $"{done.Status}: {done.Body}");
        var shown = await editor.GetAsync(form == "form[data-assess]" ? path : "/recommendations");
        Assert.Contains(said, shown.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Origin", "https://evil.example", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    public async Task TokenOfNobody_NotOfAFormGivenBackOnThisSite_IsNotTaken(string header, string value, bool isGivenBack)
    {
        var name = $"editor-{Guid.NewGuid():N}";
        using var editor = await target.NewPersonAsync(name, Roles.Editor);
        editor.Cookies.Remove(Browser.Session);
        var token = (await editor.GetAsync("/account/sign-in")).Token();
        await editor.SignInAsync(name);
        (string, string)[] fields =
            [(Browser.TokenField, token), ("_handler", "edit"), .. isGivenBack ? new[] { (PostedForm.OnceField, token) } : [], .. Typed];

        var answer = await editor.SendAsync(HttpMethod.Post, "/edit/recommendation/new", Browser.Encode(fields), (header, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task SignIn_TooOften_GivesBackTheAddressAndNotThePassword()
    {
        await using var busy = new LiveProduct { Settings = { ["Limits:SignInsPerMinute"] = "1" } };
        using var browser = busy.NewBrowser();
        await browser.SignInAsync("nobody", Secret);

        var refused = await browser.SignInAsync("nobody", Secret);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(
            "nobody@example.org",
            refused.Document().QuerySelector<IHtmlTextAreaElement>("section.returned textarea[name='Input.Email']")!.Value);
        Assert.DoesNotContain(Secret, refused.Body, StringComparison.Ordinal);
        Assert.Empty(refused.Document().QuerySelectorAll("section.returned button"));
    }

    [Theory]
    [InlineData("/admin/organizations/no-such", "change")]
    [InlineData("/admin/sites/no-such", "change")]
    [InlineData("/admin/categories/no-such", "change")]
    [InlineData("/admin/accounts/999999", "roles")]
    [InlineData("/edit/milestone/NO-SUCH", "edit")]
    [InlineData("/edit/organization/no-such", "edit", "f.Name")]
    public async Task Record_Gone_GivesBackWhatWasTyped(string path, string handler, string field = "f.Title")
    {
        using var person = await target.NewPersonAsync($"person-{Guid.NewGuid():N}", Roles.Administrator | Roles.Editor);
        var token = (await person.GetAsync("/account/sign-out")).Token();

        var typed = Typed.Select(t => t.Name == "f.Title" ? (field, t.Value) : t);
        var answer = await person.PostAsync(path, [("_handler", handler), (Browser.TokenField, token), .. typed]);

        Assert.InRange((int)answer.Status, 400, 499);
        var values = answer.Document().QuerySelectorAll<IHtmlTextAreaElement>("textarea")
            .Select(t => t.Value).Concat(answer.Document().QuerySelectorAll<IHtmlInputElement>("input").Select(i => i.Value)).ToList();
        Assert.Contains("Færøsk <b>titel</b>", values);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Post_OfAnotherSite_IsNotRepeatedAsIfThePersonHadWrittenIt(string header, string value)
    {
        using var person = await target.NewPersonAsync($"victim-{Guid.NewGuid():N}", Roles.Editor);

        var answer = await person.SendAsync(HttpMethod.Post, "/edit/recommendation/new", Browser.Encode(Typed), (header, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.DoesNotContain("because of this", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f.StatusAsOf", "Status as of")]
    [InlineData("Why", "Why")]
    [InlineData("Input.LocalName", "Local name")]
    [InlineData("f.progress", "Progress")]
    [InlineData("c.progress", "Comment on Progress")]
    [InlineData("f.NewSource.Title", "New source title")]
    public void Label_OfAField_IsReadable(string name, string label) => Assert.Equal(label, PostedForm.Label(name));

    private static IEnumerable<(string Name, string Value)> More(string refusal) => refusal switch
    {
        "too large" => [("f.Text", new string('x', (1024 * 1024) + 10))],
        "too many fields" => Enumerable.Range(0, 5_000).Select(i => ($"f.Field{i}", "x")),
        "too long a field" => [("f.Text", new string('x', 500_000))],
        _ => [],
    };
}

using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>The forms of categories and sites over HTTP, as an administrator's browser sends them.</summary>
public sealed class CategoryAndSitePagesTests(Target target) : IClassFixture<Target>, IAsyncLifetime
{
    private const string Markup = "<script>alert(1)</script>";

    private Browser _administrator = null!;

    public async ValueTask InitializeAsync() =>
        _administrator = await target.NewPersonAsync($"admin-{Guid.NewGuid():N}", Roles.Administrator);

    public ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Category_Added_IsOfferedByTheRegisterAndSaidToBeNotAssessed()
    {
        var added = await _administrator.SubmitAsync(
            AccountUrls.AddCategory, "add", ("Input.Slug", "space"), ("Input.Name", Markup), ("Input.Text", Markup), ("Input.Place", "1"));

        Assert.Equal($"{AccountUrls.Category("space")}?done=added", Location(added));
        Assert.Contains(
            "not assessed",
            (await _administrator.GetAsync(AccountUrls.Category("space"))).Document().QuerySelector("dl.facts")!.TextContent,
            StringComparison.Ordinal);
        foreach (var address in new[]
        {
            "/initiatives?category=space", "/initiatives?category=space&asOf=2025-06-30", "/", "/focus-areas",
            "/sources", "/initiatives/BE-1", AccountUrls.Categories, AccountUrls.Category("space"),
        })
        {
            var page = await _administrator.GetAsync(address);
            Assert.True(page.Status == HttpStatusCode.OK, $"{address}: {page.Status}");
            Assert.DoesNotContain(Markup, page.Body, StringComparison.OrdinalIgnoreCase);
        }

        var register = (await _administrator.GetAsync("/initiatives?category=space")).Document();
        Assert.Contains(register.QuerySelectorAll("label"), l => l.TextContent.Contains(Markup, StringComparison.Ordinal));
        Assert.Empty(register.QuerySelectorAll("tr[data-code]"));
    }

    /// <summary>Below a number or date stands what is understood of it.</summary>
    [Fact]
    public async Task Numbers_OfEveryForm_SayBelowWhatIsUnderstood()
    {
        foreach (var (path, form, field, typed, words) in new[]
        {
            (AccountUrls.AddSite, "add", "Latitude", "56,2975", "56.2975 °"), (AccountUrls.AddSite, "add", "Longitude", "9,1", "9.1 °"),
            (AccountUrls.AddCategory, "add", "Place", "1 000", "1\u202F000"),
        })
        {
            var line = (await _administrator.SubmitAsync(path, form, ($"Input.{field}", typed))).Document();
            var box = line.GetElementById(field)!;

            Assert.NotNull(box.GetAttribute("data-reads"));
            Assert.Contains($"{field}-echo", box.GetAttribute("aria-describedby")!.Split(' '));
            Assert.Equal(words, line.GetElementById($"{field}-echo")!.TextContent);
        }
    }

    private string Location(Answer answer) => new Uri(target.Address, answer.Location).PathAndQuery;
}

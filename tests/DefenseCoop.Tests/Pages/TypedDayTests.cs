using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>
/// Days as people type them into filters and the clock, without
/// a script: the page answers under the address in the one form.
/// </summary>
[Collection(StarterSiteTests.Name)]
public sealed class TypedDayTests(StarterSite site)
{
    public static TheoryData<string, string, string> Typed { get; } = new()
    {
        { "/initiatives", "from=30 Nov 2024", "from=2024-11-30" },
        { "/initiatives", "from=Nov 2024&q=radar", "from=2024-11-01&q=radar" },
        { "/initiatives", "to=Nov 2024", "to=2024-11-30" },
        { "/initiatives", "from=2024&to=2025", "from=2024-01-01&to=2025-12-31" },
        { "/initiatives", "from=2024-Q2&to=H1 2025", "from=2024-04-01&to=2025-06-30" },
        { "/initiatives", "from=1.2.2024&stage=UnderWay&stage=Agreed", "from=2024-02-01&stage=UnderWay&stage=Agreed" },
        { "/initiatives", "to=31.12.2025", "to=2025-12-31" },
        { "/changes", "from=3. marts 2026&to=November 30, 2026", "from=2026-03-03&to=2026-11-30" },
        { "/changes", "day=22 Nov 2026", "day=2026-11-22" },
        { "/", "asOf=11. jun. 2025", "asOf=2025-06-11" },
        { "/initiatives/BE-1", "asOf=June 2025", "asOf=2025-06-30" },
        { "/sources", "asOf=2024", "asOf=2024-12-31" },
        { "/focus-areas", "knownAt=22 Nov 2026", "knownAt=2026-11-22" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task Address_AsAFormSendsIt_LeadsToTheAddressInOneForm(string path, string query, string canonical)
    {
        using var client = site.NewClient();
        using var answer = await client.GetAsync(new Uri($"{path}?{Encoded(query)}", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var location = new Uri(new Uri("http://localhost"), answer.Headers.Location!);
        Assert.Equal(
            (path, $"?{Encoded(canonical)}"), (location.AbsolutePath, location.Query.Replace("+", "%20", StringComparison.Ordinal)));
        var page = await site.GetAsync(location.PathAndQuery, Stop);
        Assert.Equal((HttpStatusCode.OK, ""), (page.Status, page.Notes));
    }

    [Theory]
    [InlineData("/initiatives", "from", "f-from", "03/04/2025", "can be 3 Apr 2025 or 4 Mar 2025")]
    [InlineData("/initiatives", "to", "f-to", "soon", "is no date: write a day")]
    [InlineData("/changes", "from", "f-from", "FY2025", "Oct 2024 to Sep 2025")]
    [InlineData("/", "asOf", "top-as-of", "31 Feb 2025", "February 2025 has 28 days")]
    [InlineData("/", "knownAt", "top-known-at", "30 Nov", "names no year")]
    [InlineData("/", "recordedBy", "top-known-at", "30 Nov", "names no year")]
    public async Task Address_WithWhatIsNoDay_KeepsWhatWasTypedAndSaysWhatToWrite(
        string path, string name, string id, string typed, string message)
    {
        var page = await site.GetAsync($"{path}?{name}={Uri.EscapeDataString(typed)}", Stop);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(name, page.Notes, StringComparison.Ordinal);
        var field = (IHtmlInputElement)page.Document.QuerySelector($"#{id}")!;
        Assert.Equal((typed, "text", "true"), (field.Value, field.Type, field.GetAttribute("aria-invalid")));
        Assert.Contains(message, field.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_DayInForce_StandsInTheFieldAsPagesWriteIt()
    {
        var page = await site.GetAsync("/initiatives?from=2024-11-30&asOf=2025-06-30", Stop);

        Assert.Equal(("30 Nov 2024", "30 Jun 2025"), (Value("f-from"), Value("top-as-of")));
        string Value(string id) => ((IHtmlInputElement)page.Document.QuerySelector($"#{id}")!).Value;
    }

    [Fact]
    public async Task Pages_DateInputsOfBrowsers_AreNotUsed()
    {
        foreach (var row in RouteTable.Rows)
        {
            var page = await site.GetAsync(row, Stop);
            Assert.Empty(page.Document.QuerySelectorAll("input[type=date]"));
        }
    }

    [Theory]
    [InlineData("kind=PartialDate&text=30.11.2026", "30 Nov 2026, a day", false)]
    [InlineData("kind=Period&text=Cold War peak&words=yes", "No date, so no day counts", false)]
    [InlineData("kind=Number&text=DKK 143 bn&unit=DKK bn", "143 DKK bn", false)]
    [InlineData("kind=Number&text=1,234&unit=people", "“1,234” can be", true)]
    [InlineData("kind=Day&text=31. marts 2027", "31 Mar 2027, a day", false)]
    [InlineData("kind=Day&text=Mar 2027", "Mar 2027 is not one day", true)]
    [InlineData("kind=From&text=Nov 2026", "From 1 Nov 2026", false)]
    [InlineData("kind=Until&text=Nov 2026", "Up to 30 Nov 2026", false)]
    [InlineData("kind=Line&text=x", "", false)]
    [InlineData("kind=99&text=x", "", false)]
    [InlineData("kind=Number", "", false)]
    [InlineData("", "", false)]
    public async Task Understood_Asked_SaysItAsJson(string query, string words, bool isTrouble)
    {
        using var client = site.NewClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/understood?{Encoded(query)}", UriKind.Relative), Stop));

        Assert.StartsWith(words, json.RootElement.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            (words.Length > 0, isTrouble),
            (json.RootElement.GetProperty("words").GetString()!.Length > 0, json.RootElement.GetProperty("isTrouble").GetBoolean()));
    }

    private static string Encoded(string query) =>
        string.Join('&', query.Split('&').Select(p => string.Join('=', p.Split('=').Select(Uri.EscapeDataString))));
}

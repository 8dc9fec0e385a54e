using System.Net;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>More bytes than anybody needs.</summary>
public sealed class SizeTests(LiveProduct target) : IClassFixture<LiveProduct>, IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;

    private Browser _browser = null!;

    public ValueTask InitializeAsync()
    {
        _browser = target.NewBrowser();
        return ValueTask.CompletedTask;
    }

    /// <summary>Whatever was tried, the next reader is answered.</summary>
    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        using var reader = target.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/method")).Status);
    }

    [Theory]
    [InlineData(AccountUrls.SignInPath)]
    [InlineData(AccountUrls.PasskeySignInPath)]
    [InlineData(AccountUrls.PasskeyRequestPath)]
    [InlineData("/_blazor/disconnect")]
    [InlineData("/initiatives")]
    public async Task Body_OfMoreThanAMegabyte_IsRefused(string path)
    {
        var token = (await _browser.GetAsync(AccountUrls.SignInPath)).Token();
        var form = Browser.Encode(
            ("_handler", "sign-in"), (Browser.TokenField, token), ("Input.Email", "a@b.dk"),
            ("circuitId", "x"), ("Input.Password", new string('x', Megabyte + 1)));

        var status = await StatusAsync(() => _browser.SendAsync(HttpMethod.Post, path, form, ("Expect", "100-continue")));

        Assert.InRange(status, 400, 499);
    }

    /// <summary>Without a declared length, so that only reading tells.</summary>
    [Fact]
    public async Task Body_ThatGoesOnWithoutEnd_IsCutOff()
    {
        var token = (await _browser.GetAsync(AccountUrls.SignInPath)).Token();
        var sent = 0L;
        using var endless = new EndlessForm(
            $"_handler=sign-in&{Browser.TokenField}={Uri.EscapeDataString(token)}&Input.Password=", 64 * Megabyte, n => sent = n);

        var status = await StatusAsync(
            () => _browser.SendAsync(HttpMethod.Post, AccountUrls.SignInPath, endless, ("Expect", "100-continue")));

        Assert.InRange(status, 400, 499);
        Assert.InRange(sent, 1, 16 * Megabyte);
    }

    [Fact]
    public async Task Form_OfThousandsOfFields_IsRefused()
    {
        var token = (await _browser.GetAsync(AccountUrls.SignInPath)).Token();

        var answer = await _browser.PostAsync(
            AccountUrls.SignInPath,
            [("_handler", "sign-in"), (Browser.TokenField, token), .. Enumerable.Range(0, 5_000).Select(i => ($"f{i}", "x"))]);

        Assert.True(answer.IsRefused && answer.Status != HttpStatusCode.UnprocessableEntity, $"{answer.Status}");
    }

    [Theory]
    [InlineData("Input.Email")]
    [InlineData("Input.Password")]
    public async Task Field_OfHundredsOfKilobytes_IsRefusedAndNoPasswordIsHashed(string field)
    {
        var before = target.Hasher.Checks.Count;
        var other = field == "Input.Email" ? "Input.Password" : "Input.Email";

        foreach (var length in new[] { 300, 60_000, 500_000 })
        {
            var answer = await _browser.SubmitAsync(
                AccountUrls.SignInPath, "sign-in", (field, new string('x', length)), (other, "something@example.org"));
            Assert.True(answer.IsRefused, $"{answer.Status}");
        }

        Assert.Equal(before, target.Hasher.Checks.Count);
    }

    [Fact]
    public async Task Headers_OfManyKilobytes_AreRefused()
    {
        var one = await _browser.RawAsync(
            $"GET / HTTP/1.1\r\nHost: {target.Address.Authority}\r\nX-Long: {new string('x', 100_000)}\r\nConnection: close\r\n\r\n");
        var many = await _browser.RawAsync(
            "GET / HTTP/1.1\r\nHost: "
                + $"{target.Address.Authority}\r\n{string.Concat(Enumerable.Range(0, 2_000).Select(i => $"X-{i}: y\r\n"))}Connection: "
                + "close\r\n\r\n");

        Assert.All([one, many], answer => Assert.Matches("^(HTTP/1.1 4|$)", answer));
    }

    [Fact]
    public async Task Cookies_OfManyKilobytes_AreRefused()
    {
        for (var i = 0; i < 20; i++) _browser.Cookies[$"c{i}"] = new string('x', 3_000);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await _browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Address_OfManyKilobytes_IsRefused()
    {
        var query = await _browser.RawGetAsync($"/initiatives?q={new string('x', 100_000)}");
        var path = await _browser.RawGetAsync($"/{new string('x', 100_000)}");

        Assert.All([query, path], answer => Assert.Matches("^(HTTP/1.1 4|$)", answer));
    }

    [Theory]
    [InlineData("/initiatives?q=")]
    [InlineData("/initiatives?asOf=")]
    [InlineData("/account/sign-in?returnUrl=/")]
    [InlineData("/account/setup?token=")]
    [InlineData("/account/invitation?token=")]
    [InlineData("/initiatives/")]
    public async Task Parameter_OfSixKilobytes_BreaksNothing(string address)
    {
        var answer = await _browser.GetAsync(address + new string('x', 6_000));

        Assert.InRange((int)answer.Status, 200, 499);
    }

    /// <summary>A form that claims to hold parts within parts, or parts without number.</summary>
    [Fact]
    public async Task Form_OfManyParts_IsRefused()
    {
        using var content = new MultipartFormDataContent();
        for (var i = 0; i < 5_000; i++) content.Add(new StringContent("x"), $"f{i}");

        var answer = await _browser.SendAsync(HttpMethod.Post, AccountUrls.SignInPath, content);

        Assert.True(answer.IsRefused, $"{answer.Status}");
    }

    [Fact]
    public async Task CircuitMessage_OfMoreThan32Kilobytes_ClosesThatConnectionOnly()
    {
        await using var attacked = await OpenPage.OpenAsync(_browser, "/method");
        await using var other = await OpenPage.OpenAsync(_browser, "/method");

        // The server may refuse it before all of it is sent: then the sending ends with the connection.
        await Record.ExceptionAsync(
            () => attacked.CallAsync("OnLocationChanged", $"{_browser.Origin}/method?x={new string('x', 33 * 1024)}", null, false));

        await Assert.ThrowsAnyAsync<Exception>(
            () => attacked.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.True(attacked.Ended.IsFaulted);
        await other.VisitAsync($"{_browser.Origin}/sources");
        Assert.False(other.Ended.IsCompleted);
    }

    /// <summary>Messages that are no messages.</summary>
    [Theory]
    [InlineData("NoSuchMethod")]
    [InlineData("BeginInvokeDotNetFromJS")]
    [InlineData("StartCircuit")]
    [InlineData("UpdateRootComponents")]
    public async Task CircuitMessage_OfNonsense_HarmsNobodyElse(string method)
    {
        await using var attacked = await OpenPage.OpenAsync(_browser, "/method");
        await using var other = await OpenPage.OpenAsync(_browser, "/method");

        await attacked.CallAsync(method, "1", "System.Private.CoreLib", "Exit", 0, "[]");

        await other.VisitAsync($"{_browser.Origin}/sources");
        Assert.False(other.Ended.IsCompleted);
    }

    private static async Task<int> StatusAsync(Func<Task<Answer>> send)
    {
        try
        {
            return (int)(await send()).Status;
        }
        catch (HttpRequestException e) when (e.InnerException is IOException)
        {
            // Cut off before all was sent: the refusal could not be read.
            return (int)HttpStatusCode.RequestEntityTooLarge;
        }
    }

    private sealed class EndlessForm : HttpContent
    {
        private readonly string _start;
        private readonly long _most;
        private readonly Action<long> _sent;

        public EndlessForm(string start, long most, Action<long> sent)
        {
            (_start, _most, _sent) = (start, most, sent);
            Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(_start));
            var some = new byte[64 * 1024];
            Array.Fill(some, (byte)'x');
            for (var sent = 0L; sent < _most; sent += some.Length)
            {
                await stream.WriteAsync(some);
                _sent(sent + some.Length);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

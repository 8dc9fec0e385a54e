using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Tests.People;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Abuse.Tools;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly HtmlParser Parser = new();

    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>The token of the page's first form.</summary>
    public string Token() => Document().QuerySelector($"input[name={Browser.TokenField}]")?.GetAttribute("value")
        ?? throw new InvalidOperationException($"The answer {Status} has no form.");

    public IHtmlDocument Document() => Parser.ParseDocument(Body);

    public bool IsRefused => (int)Status is >= 400 and < 500;
}

/// <summary>A browser in the hands of somebody who does what no browser does. It follows no redirects.</summary>
internal sealed partial class Browser(Uri address) : IDisposable
{
    public const string TokenField = "__RequestVerificationToken";
    public const string Session = "DefenseCoop";
    public const string SecondFactor = "DefenseCoop.SecondFactor";
    public const string Form = "DefenseCoop.Form";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = address,
    };

    public Uri Address => address;

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public string? SessionCookie => Cookies.GetValueOrDefault(Session);

    public string CookieHeader => string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}"));

    public string Origin => address.GetLeftPart(UriPartial.Authority);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Another browser with the same cookies, as a thief has it.</summary>
    public Browser Steal()
    {
        var thief = new Browser(address);
        foreach (var (name, value) in Cookies) thief.Cookies[name] = value;
        return thief;
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, Encode(fields));

    /// <summary>Asks for the page and sends its form, as a browser does.</summary>
    public async Task<Answer> SubmitAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(path);
        return await PostAsync(path, [("_handler", form), (TokenField, page.Token()), .. fields]);
    }

    public Task<Answer> SignInAsync(string name, string password = PeopleDatabase.Password, string path = AccountUrls.SignInPath) =>
        SubmitAsync(path, "sign-in", ("Input.Email", $"{name}@example.org"), ("Input.Password", password));

    /// <summary>Whether the server takes the browser for somebody's.</summary>
    public async Task<bool> IsSignedInAsync() =>
        (await GetAsync(AccountUrls.SignOutPath)).Body.Contains("You are signed in as", StringComparison.Ordinal);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.RelativeOrAbsolute)) { Content = content };
        if (Cookies.Count > 0) request.Headers.TryAddWithoutValidation("Cookie", CookieHeader);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request, Stop);
        Keep(answer);
        var all = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop), all);
    }

    /// <summary>Sends these very bytes, and reads until the server closes.</summary>
    public async Task<string> RawAsync(string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(address.Host, address.Port, Stop);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Stop);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        try
        {
            return await reader.ReadToEndAsync(Stop);
        }
        catch (IOException)
        {
            return "";
        }
    }

    public Task<string> RawGetAsync(string target, string? host = null) =>
        RawAsync($"GET {target} HTTP/1.1\r\nHost: {host ?? address.Authority}\r\nConnection: close\r\n\r\n");

    public void Dispose() => _http.Dispose();

    public static FormUrlEncodedContent Encode(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    /// <summary>The page without what differs in every answer.</summary>
    public static string Steady(string html) => ChangingValue().Replace(html, "");

    /// <summary>What an authenticator app with this key shows now.</summary>
    public static string Code(string key, DateTimeOffset now, int steps = 0) =>
        AuthenticatorCodes.Code(AuthenticatorCodes.FromBase32(key), now.ToUnixTimeSeconds() / 30 + steps);

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return;
        foreach (var pair in set.Select(c => c.Split(';')[0].Split('=', 2)))
        {
            if (pair[1].Length == 0) Cookies.Remove(pair[0]);
            else Cookies[pair[0]] = pair[1];
        }
    }

    [GeneratedRegex("""(?<=name="__RequestVerificationToken" value=")[^"]*|<!--Blazor-[^>]*-->""")]
    private static partial Regex ChangingValue();
}

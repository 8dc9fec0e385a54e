using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using DefenseCoop.Benchmarks.Circuits;

namespace DefenseCoop.Benchmarks.People;

/// <summary>What the server made of a sign-in form; <see cref="Cookies"/> is null where it let nobody in.</summary>
internal sealed record SignInAnswer(HttpStatusCode Status, string? Cookies, double Milliseconds);

/// <summary>The sign-in form, each time from a browser that was never here before.</summary>
internal sealed partial class SignInForm(Uri server) : IDisposable
{
    private const string FormName = "sign-in";

    private readonly Uri _address = new(server, "/account/sign-in");
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    /// <summary>Gets the page, and sends its form; only the latter is timed.</summary>
    public async Task<SignInAnswer> SendAsync(string email, string password, CancellationToken cancel)
    {
        var page = await InteractivePage.GetAsync(_http, _address, "", cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, _address);
        request.Headers.Add("Origin", server.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Cookie", page.Cookies);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = FormName,
            ["__RequestVerificationToken"] = Token().Match(page.Html).Groups[1].Value,
            ["Input.Email"] = email,
            ["Input.Password"] = password,
        });

        var started = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(request, cancel);
        await answer.Content.ReadAsByteArrayAsync(cancel);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var isIn = answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther;
        return new SignInAnswer(answer.StatusCode, isIn ? InteractivePage.CookiesOf(answer) : null, taken);
    }

    /// <summary>The cookies of a person who is signed in, as a browser sends them back.</summary>
    public async Task<string> SignInAsync(Person person, string password, CancellationToken cancel)
    {
        var answer = await SendAsync(person.Email, password, cancel);
        return answer.Cookies ?? throw new InvalidDataException($"A right password was answered with {(int)answer.Status}.");
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

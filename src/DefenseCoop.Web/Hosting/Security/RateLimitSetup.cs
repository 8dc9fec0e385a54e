using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using DefenseCoop.Data.Commands;
using DefenseCoop.Web.Assessments.News;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.RateLimiting;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>How often one person or network address may sign in, connect a page, or export.</summary>
internal static class RateLimitSetup
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>A page that is reloaded connects again before its old connection is gone.</summary>
    private const int SpareConnections = 5;

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Services.Settings().Limits;
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RejectAsync;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => SignIns(http, limits)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => Connections(http, limits)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => OpenSockets(http, limits)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => AllSockets(http, limits)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => Exports(http, limits)));
        });
    }

    private static RateLimitPartition<string> SignIns(HttpContext http, LimitSettings limits) =>
        HttpMethods.IsPost(http.Request.Method) && IsUnder(http, AccountUrls.Root) && (!http.User.IsSignedIn() || IsUnder(http, AccountUrls.SignInPath))
            ? PerMinute($"sign-in {Address(http)}", limits.SignInsPerMinute)
            : None();

    /// <summary>The framework takes a socket without negotiation, too.</summary>
    private static RateLimitPartition<string> Connections(HttpContext http, LimitSettings limits) =>
        IsUnder(http, ProgramUrls.CircuitNegotiation) || (IsSocket(http) && !http.Request.Query.ContainsKey("id")) ? PerMinute($"connect {Person(http)}", limits.ConnectionsPerMinute) : None();

    private static RateLimitPartition<string> OpenSockets(HttpContext http, LimitSettings limits) =>
        IsHeldOpen(http) ? AtOnce(Person(http), limits.PagesPerPerson + SpareConnections) : None();

    private static RateLimitPartition<string> AllSockets(HttpContext http, LimitSettings limits) =>
        IsHeldOpen(http) ? AtOnce("all", limits.PagesInAll + SpareConnections) : None();

    private static RateLimitPartition<string> Exports(HttpContext http, LimitSettings limits) =>
        IsUnder(http, ProgramUrls.Export) || IsUnder(http, ProgramUrls.Api) || IsUnder(http, ProgramUrls.Feeds) ? PerMinute($"export {Person(http)}", limits.ExportsPerMinute) : None();

    private static RateLimitPartition<string> None() => RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> PerMinute(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 });

    private static RateLimitPartition<string> AtOnce(string key, int permits) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = permits, QueueLimit = 0 });

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var http = rejected.HttpContext;
        http.RequestServices.GetRequiredService<SecurityLog>().Warning("TooManyRequests", http.User.Actor().AccountId);
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        http.Response.Headers.RetryAfter = Math.Max(1, (int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        // Pages get their text by the status (ProblemPage); programs get it here.
        if (IsUnder(http, AccountUrls.Root)) return;
        if (IsUnder(http, ProgramUrls.Circuit)) await http.Response.WriteAsync("Too many connections in a short time.", ct);
        else await HttpResults.Problem(
            title: "Too many requests", detail: "Too much was asked in a short time. Wait as long as Retry-After says, and ask again.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
    }

    private static bool IsUnder(HttpContext http, string path) => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Sockets, and the streams that tell plain pages of news.</summary>
    private static bool IsHeldOpen(HttpContext http) => IsSocket(http) || IsUnder(http, AssessmentUrls.NewsPath);

    private static bool IsSocket(HttpContext http) => http.WebSockets.IsWebSocketRequest && IsUnder(http, ProgramUrls.Circuit);

    private static string Person(HttpContext http) =>
        http.User.Actor() is { AccountId: > 0 and var id } ? $"account {id}" : $"address {Address(http)}";

    /// <summary>An IPv6 reader has a whole network of 64 bits to choose addresses from, so that is what is counted.</summary>
    internal static string Address(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes.AsSpan(0, 8)) : address.ToString();
    }
}

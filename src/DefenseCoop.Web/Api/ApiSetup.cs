using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Api;

/// <summary>What programs are answered: JSON and feeds. They need the right to read, as pages do.</summary>
internal static class ApiSetup
{
    private static readonly string[] Paths = ["/api", "/feeds"];

    /// <summary>Whatever goes wrong is said as problem details (RFC 9457), never by a page.</summary>
    public static void UseApi(this WebApplication app) => app.UseWhen(
        http => Paths.Any(p => http.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase)),
        programs => programs.UseStatusCodePages(async problem =>
        {
            var status = problem.HttpContext.Response.StatusCode;
            await HttpResults.Problem(statusCode: status, detail: Detail(status)).ExecuteAsync(problem.HttpContext);
        }));

    public static void MapApi(this WebApplication app)
    {
        app.MapGet("/api/v1/changes", ChangesEndpoint.AnswerAsync);
        app.MapGet("/api/v1/assessments", AssessmentsEndpoint.ListAsync);
        app.MapGet("/api/v1/assessments/{code}", AssessmentsEndpoint.OneAsync);
        app.MapGet("/feeds/changes.atom", ChangesFeed.AnswerAsync);
    }

    private static string? Detail(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Who does not sign in may not read here. Sign in, and send the cookie of the session.",
        StatusCodes.Status403Forbidden => "None of your roles may read this. An administrator can give you one that may.",
        StatusCodes.Status404NotFound => "There is nothing at this address, or nothing that is asked for in this way.",
        _ => null,
    };
}

using System.Text.Json.Serialization;
using DefenseCoop.Web.Urls;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Api;

/// <summary>What programs are answered: JSON and feeds. They need the right to read, as pages do.</summary>
internal static class ApiSetup
{
    private static readonly string[] Paths = [ProgramUrls.Api, ProgramUrls.Feeds];

    /// <summary>In JSON, here and for our own scripts, what is one of several is said by its name.</summary>
    public static void AddApi(this WebApplicationBuilder builder) =>
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));

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
        app.MapGet(ProgramUrls.ApiChanges, ChangesEndpoint.AnswerAsync);
        app.MapGet(ProgramUrls.ApiAssessments, AssessmentsEndpoint.ListAsync);
        app.MapGet(ProgramUrls.ApiAssessment, AssessmentsEndpoint.OneAsync);
        app.MapGet(ChangeUrls.FeedPath, ChangesFeed.AnswerAsync);
    }

    private static string? Detail(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Who does not sign in may not read here. Sign in, and send the cookie of the session.",
        StatusCodes.Status403Forbidden => "None of your roles may read this. An administrator can give you one that may.",
        StatusCodes.Status404NotFound => "There is nothing at this address, or nothing that is asked for in this way.",
        _ => null,
    };
}

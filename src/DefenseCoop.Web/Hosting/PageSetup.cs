using System.IO.Compression;
using DefenseCoop.Web.Hosting.Addresses;
using DefenseCoop.Web.Layout;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Shared.Forms.Posted;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor.Services;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Hosting;

/// <summary>The pages: components, their files, and what happens around them.</summary>
internal static class PageSetup
{
    private static readonly string[] OfPrograms =
    [
        ProgramUrls.Circuit, ProgramUrls.Api, ProgramUrls.Export, ProgramUrls.Feeds, ProgramUrls.OpenApi, ProgramUrls.Health,
    ];

    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Without this only the environment Development would find the files of a build that was not published.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents(options => options.DetailedErrors = builder.Environment.IsDevelopment());
        builder.Services.AddMudServices();
        builder.Services.AddResponseCompression(CompressPages);
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UsePages(this WebApplication app)
    {
        // Pages with secrets on them are not compressed: their size must not tell of their content (BREACH).
        app.UseWhen(context => !HoldsSecrets(context.Request.Path), open => open.UseResponseCompression());

        // Programs get no HTML, and what became a WebSocket can no longer be written as an answer.
        app.UseWhen(IsForPeople, pages => pages.UseHtmlAddresses());
        app.UseWhen(
            IsForPeople,
            pages => pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = AppUrls.ErrorPath, CreateScopeForErrors = true, StatusCodeSelector = StatusOf,
            }));
        app.UseWhen(
            context => !IsForPeople(context),
            programs => programs.UseExceptionHandler(failed => failed.Run(TellProgramAsync)));
        app.Use((context, next) =>
        {
            // Pages answer GET only; the server leaves the body out of what was asked for by HEAD.
            if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;

            // The page that tells of a failure stands in place of the form that failed, which is not to be handled again.
            if (context.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
                context.Features.Set<IAntiforgeryValidationFeature>(null);
            }

            return next(context);
        });
        app.UseWhen(IsForPeople, pages => pages.UseStatusCodePages(ShowProblemAsync));
    }

    public static void MapPages(this WebApplication app)
    {
        // Compression costs 290 KB for every open page, and a third more processor time for every click.
        var compress = app.Services.GetRequiredService<AppSettings>().Limits.CompressMessages;
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            options.DisableWebSocketCompression = !compress;

            // The header policy says it for every answer.
            options.ContentSecurityFrameAncestorsPolicy = null;
        });

        // What does not exist is not there for anybody: no need to sign in to learn it.
        app.MapFallback("{*path}", () => HttpResults.NotFound()).AllowAnonymous();
    }

    /// <summary>Programs get the status alone.</summary>
    private static bool IsForPeople(HttpContext context) =>
        !OfPrograms.Any(p => context.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the disk refuses now may be possible in a while; what the program gets wrong will not.</summary>
    private static int StatusOf(Exception failure) => Refusal.Of(failure)?.Status ?? StatusCodes.Status500InternalServerError;

    private static Task TellProgramAsync(HttpContext context)
    {
        var refusal = context.Features.Get<IExceptionHandlerFeature>()?.Error is { } failure ? Refusal.Of(failure) : null;
        return (refusal?.ToProblem() ?? HttpResults.Problem(statusCode: StatusCodes.Status500InternalServerError)).ExecuteAsync(context);
    }

    /// <summary>
    /// Answers in place with the page for the status. A failed post is shown as if it had been a plain request: its form is
    /// not there to be handled. By hand, since <c>UseStatusCodePagesWithReExecute</c> does the request over as the post that
    /// it was, with the check of its token that failed: the page would be refused in turn, or take the form for its own.
    /// </summary>
    private static async Task ShowProblemAsync(StatusCodeContext problem)
    {
        var context = problem.HttpContext;
        var status = context.Response.StatusCode;
        var (path, query, method) = (context.Request.Path, context.Request.QueryString, context.Request.Method);
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPath = path,
            OriginalPathBase = context.Request.PathBase,
            OriginalQueryString = query.Value,
        });
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();

        // It was of the failed request, and would refuse the page as well.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.Request.Path = status == StatusCodes.Status404NotFound && PostedForm.Of(context) is null
            ? AppUrls.NotFoundPath
            : AppUrls.Problem(status);
        context.Request.QueryString = QueryString.Empty;
        context.Request.Method = HttpMethods.Get;
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        try
        {
            // Of its own: what the failed request left in its services is not to be trusted.
            context.RequestServices = scope.ServiceProvider;
            await problem.Next(context);
        }
        finally
        {
            context.RequestServices = services;
            (context.Request.Path, context.Request.QueryString, context.Request.Method) = (path, query, method);
        }
    }

    private static bool HoldsSecrets(PathString path) =>
        AccountUrls.Is(path);

    private static void CompressPages(ResponseCompressionOptions options)
    {
        // Files are compressed when they are published. Measured on the register: 68 KB become 13 KB and the processor time
        // of a request does not grow, as sending costs more. Tokens of forms differ with every answer.
        options.MimeTypes = ["text/html"];
        options.EnableForHttps = true;
    }
}

using DefenseCoop.Data.Commands;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared.Forms.Posted;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace DefenseCoop.Web.Hosting.Sending;

/// <summary>What happens to every form before a page answers it: it is kept, so that it can be given back, and carried out once.</summary>
internal static class FormSetup
{
    public const int LargestBody = 1024 * 1024;

    /// <summary>More is not read, and cannot be given back.</summary>
    private const int LargestReturned = 4 * LargestBody;

    public static void AddForms(this WebApplicationBuilder builder) => builder.Services.AddSingleton<FormOnce>();

    /// <summary>
    /// What says beforehand that it is too large is not read, but for a form of a person who is signed in, which is given
    /// back. What does not say it is cut off by the server.
    /// </summary>
    public static void UseSizeLimit(this WebApplication app) => app.Use((context, next) =>
    {
        // The page that tells of it comes by here once more.
        var isTold = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null;
        if (isTold || !(context.Request.ContentLength > LargestBody)) return next(context);
        if (IsPageForm(context.Request) && context.Request.ContentLength <= LargestReturned)
        {
            context.Features.Set(TooLarge.One);
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });

    /// <summary>Before anything reads it; after the limit of size, as it holds the form.</summary>
    public static void UseKeptForms(this WebApplication app) => app.UseWhen(
        context => IsForm(context.Request) && context.Features.Get<TooLarge>() is null,
        forms => forms.Use(async (context, next) =>
        {
            await KeepAsync(context);
            await next(context);
        }));

    /// <summary>Once the person is known: a form that is too large is read to be given back, and no further.</summary>
    public static void UseReturnOfLargeForms(this WebApplication app) => app.UseWhen(
        context => context.Features.Get<TooLarge>() is not null
            && context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is null,
        large => large.Run(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            if (!context.User.IsSignedIn()) return;
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = LargestReturned;
            }
            await KeepAsync(context);
        }));

    /// <summary>Every form, whatever answers it: none is left to remember the check.</summary>
    public static void UseForgeryCheck(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } check)
        {
            switch (await RepeatedSignIn.OfAsync(context))
            {
                case { Url: { } url }:
                    context.Response.StatusCode = StatusCodes.Status303SeeOther;
                    context.Response.Headers.Location = url;
                    return;
                case { IsAccepted: true }:
                    context.Features.Set<IAntiforgeryValidationFeature>(new Accepted());
                    break;
                case var _ when await SignedOutForm.IsSentAgainAsync(context):
                    context.Features.Set<IAntiforgeryValidationFeature>(new Accepted());
                    break;
                case var _ when SignedOutForm.Is(context):
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return;
                default:
                    context.RequestServices.GetRequiredService<SecurityLog>().Warning("ForgedForm", context.User.Actor().AccountId);
                    context.Response.StatusCode = check.Error?.InnerException is InvalidDataException
                        ? StatusCodes.Status413PayloadTooLarge
                        : StatusCodes.Status400BadRequest;
                    return;
            }
        }

        await context.RequestServices.GetRequiredService<FormOnce>().InvokeAsync(context, next);
        TellOfGoneForm(context);
    });

    /// <summary>A page that has no form of that name any more, as when its record was removed, answers with nothing at all.</summary>
    private static void TellOfGoneForm(HttpContext context)
    {
        var isOfAPage = PostedForm.Of(context) is not null
            && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (!isOfAPage || context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status400BadRequest) return;
        context.Response.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
            && request.ContentType is { } type && type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>Scripts keep what they send.</summary>
    private static bool IsPageForm(HttpRequest request) =>
        IsForm(request) && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document"
            && !request.Path.StartsWithSegments(ProgramUrls.Circuit, StringComparison.OrdinalIgnoreCase);

    private static async Task KeepAsync(HttpContext context)
    {
        var form = new MemoryStream();
        await context.Request.Body.CopyToAsync(form, context.RequestAborted);
        Security.NullCharacters.Replace(form.GetBuffer().AsSpan(0, (int)form.Length));
        form.Position = 0;
        context.Request.Body = form;
        if (!IsPageForm(context.Request)) return;
        var request = context.Request;
        context.Features.Set(
            new PostedForm(
                request.PathBase + request.Path.ToUriComponent() + request.QueryString.ToUriComponent(),
                form.GetBuffer().AsMemory(0, (int)form.Length))
            {
                IsOfAccount = request.Path.StartsWithSegments(AccountUrls.Root, StringComparison.OrdinalIgnoreCase),
            });
    }

    private sealed class TooLarge
    {
        public static TooLarge One { get; } = new();
    }

    private sealed class Accepted : IAntiforgeryValidationFeature
    {
        public bool IsValid => true;

        public Exception? Error => null;
    }
}

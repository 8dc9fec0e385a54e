using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared.Live;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Mvc;

namespace DefenseCoop.Web.Assessments.News;

/// <summary>
/// Tells a plain page of assessments, which has no circuit, that it is not as it was any more: a stream of server-sent
/// events, held open while the page is looked at. What changed is not in it; the page is loaded anew for that.
/// </summary>
internal static class AssessmentNews
{
    private const string Changed = "changed";

    /// <summary>A script that hears nothing for three of them takes the server for one that hangs.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(20);

    public static void MapAssessmentNews(this WebApplication app) => app.MapGet(AssessmentUrls.NewsPath, (
        HttpContext http, [FromQuery] string? focusArea, [FromQuery] string? period, [FromQuery] string? seen,
        [FromServices] LiveFeed feed, [FromServices] NewsQueries news, [FromServices] TimeProvider clock,
        [FromServices] IHostApplicationLifetime life) =>
        TypedResults.ServerSentEvents(WatchAsync(
            feed, focusArea, ct => news.IsOtherAsync(http.User.Actor(), focusArea, period, AssessmentMark.Parse(seen), ct), clock,
            life.ApplicationStopping, http.RequestAborted)));

    /// <summary>Where a page asks for news.</summary>
    /// <param name="slug">Of the focus area; null for all.</param>
    /// <param name="period">Code of the period; null for all.</param>
    /// <param name="seen">How things stood when the page was made.</param>
    public static string Url(string? slug, string? period, AssessmentMark seen) =>
        slug is null ? $"{AssessmentUrls.NewsPath}?seen={seen}" : $"{AssessmentUrls.NewsPath}?focusArea={slug}&period={period}&seen={seen}";

    private static async IAsyncEnumerable<SseItem<string>> WatchAsync(
        LiveFeed feed, string? slug, Func<CancellationToken, Task<bool>> isOther, TimeProvider clock,
        CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        var wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        // Before the first look, so that no change falls between the two.
        using var listening = feed.Listen(round =>
        {
            if (round.Notices.Any(n => Concerns(n, slug))) wakes.Writer.TryWrite(true);
        });
        while (!end.IsCancellationRequested)
        {
            if (await AskAsync(isOther, end.Token) is not { } isChanged) yield break;
            if (isChanged)
            {
                yield return new SseItem<string>("", Changed);
                yield break;
            }

            do yield return new SseItem<string>("", "same");
            while (!await WokenAsync(wakes.Reader, clock, end.Token));
        }
    }

    private static bool Concerns(ChangeNotice notice, string? slug) =>
        notice.IsEverything || (slug is not null && notice.FocusAreas.Contains(slug))
            || notice.ShowsOn(RecordPages.Assessment);

    /// <returns>Null where there is nobody to tell any more.</returns>
    private static async Task<bool?> AskAsync(Func<CancellationToken, Task<bool>> isOther, CancellationToken ct)
    {
        try
        {
            return await isOther(ct);
        }
        catch (Exception e) when (e is OperationCanceledException or NotAllowedException)
        {
            return null;
        }
    }

    /// <returns>Whether something happened; false after a while, so that whoever listens hears that the server is still there.</returns>
    private static async Task<bool> WokenAsync(ChannelReader<bool> wakes, TimeProvider clock, CancellationToken ct)
    {
        using var pulse = new CancellationTokenSource(Pulse, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pulse.Token, ct);
        try
        {
            return await wakes.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return ct.IsCancellationRequested;
        }
    }
}

using System.Globalization;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Domain.History;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.WebUtilities;

namespace DefenseCoop.Web.Urls;

/// <summary>The addresses of changes and histories.</summary>
public static class ChangeUrls
{
    public const string Path = "/changes";
    public const string FeedPath = "/feeds/changes.atom";

    private const string HistoryPath = "/history";

    public static string Changes(DayChoice day) => AppUrls.With(Path, day);

    public static string Changes(ChangeQuery query, DayChoice day) =>
        QueryHelpers.AddQueryString(Changes(day), ChangeParameters.Write(query));

    public static string Change(long id, DayChoice day, RecordKind? kind = null, int page = 1)
    {
        var url = AppUrls.With(string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}"), day);
        if (kind is { } only) url = QueryHelpers.AddQueryString(url, "kind", only.ToString());
        return page > 1 ? QueryHelpers.AddQueryString(url, "page", page.ToString(CultureInfo.InvariantCulture)) : url;
    }

    public static string History(RecordKind kind, string code, DayChoice day, int page = 1)
    {
        var url = AppUrls.With($"{HistoryPath}/{RecordWords.Slug(kind)}/{Uri.EscapeDataString(code)}", day);
        return page > 1 ? QueryHelpers.AddQueryString(url, "page", page.ToString(CultureInfo.InvariantCulture)) : url;
    }

    /// <summary>The feed of the changes that are asked for, whatever page is shown.</summary>
    public static string Feed(ChangeQuery query) => QueryHelpers.AddQueryString(FeedPath, ChangeParameters.Write(query with { Page = 1 }));

    /// <summary>The form that shows a record as it was after a change, to be saved as a new one; null where the kind has none.</summary>
    public static string? Restore(RecordKind kind, string code, long changeSetId) => RecordDescriptors.Of(kind).WhyNoForm is not null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{EditUrls.Record(RecordWords.Slug(kind), code)}?restore={changeSetId}");

    /// <summary>A page by what was known at an instant.</summary>
    public static string KnownAt(string url, DateTime instant)
    {
        var parts = url.Split('#');
        var (path, query) = parts[0].Split('?') is [var before, var asked] ? (before, asked) : (parts[0], "");
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !DayChoice.Parameters.Contains(p.Split('=')[0]));
        var place = parts.Length > 1 ? $"#{parts[1]}" : "";
        return $"{path}?{string.Concat(kept.Select(p => p + "&"))}knownAt={Instants.Exact(instant)}{place}";
    }

    /// <summary>Where a record stands; one that was removed, or has no place of its own, stands in its history.</summary>
    public static string Of(RecordLine record, DayChoice day) => record.Action == ChangeAction.Removed
        ? History(record.Kind, record.Code, day)
        : Of(record.Reference, day);

    /// <summary>Where a record stands; of an earlier day its page, which is there, but not each part of it.</summary>
    public static string Of(RecordReference record, DayChoice day)
    {
        var place = RecordUrls.Of(record, day);
        return day.AsOf is null ? place : place.Split('#')[0];
    }
}

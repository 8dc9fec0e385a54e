using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Status;
using DefenseCoop.Web.History;
using DefenseCoop.Web.History.Changes;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Api;

/// <summary><c>GET /api/v1/changes</c>: the changes of the page of that name, for programs.</summary>
internal static class ChangesEndpoint
{
    /// <summary>How many records of a change are listed; its counts tell of all.</summary>
    private const int FirstRecords = 25;

    public static async Task<IResult> AnswerAsync(
        HttpRequest request, ChangeQueries changes, RegisterQueries register, TimeProvider clock, CancellationToken ct)
    {
        var asked = new ApiQuery(request, clock);
        var query = ChangeParameters.Read(asked.Values, (await register.VocabularyAsync(ct)).Categories) with
        {
            Size = asked.Values.Number("size", n => n is >= 1 and <= ChangeQuery.MaxSize, $"a page has 1 to {ChangeQuery.MaxSize} changes") ?? ChangeQuery.DefaultSize,
            KnownAt = asked.Day.KnownAt,
        };
        if (asked.Refusal([.. ChangeParameters.Filters, "page", "size"]) is { } refusal) return refusal;
        var list = await changes.ListAsync(query, ct, FirstRecords);

        // Beyond the last page there is nothing; a program that pages on must see that it is at the end.
        var rows = list.Page == query.Page ? list.Rows : [];
        return HttpResults.Json(new ChangesJson([.. rows.Select(r => Item(r, request.PathBase))], list.Total, query.Page, query.Size));
    }

    private static ChangeJson Item(ChangeRow row, PathString root) => new(
        row.Head.Id,
        row.Head.At,
        row.Head.AccountId,
        row.Head.Person,
        row.Head.Why,
        row.Head.Request,
        row.Head.PreviousHash,
        row.Head.Hash,
        row.RecordCount,
        row.Counts,
        row.Records,
        root + ChangeUrls.Change(row.Head.Id, default));

    private sealed record ChangesJson(IReadOnlyList<ChangeJson> Items, int Total, int Page, int Size);

    /// <param name="Counts">All records, by kind and action.</param>
    /// <param name="Records">The first of those asked for.</param>
    /// <param name="Url">Path of the page on the change.</param>
    private sealed record ChangeJson(
        long Id,
        DateTime At,
        int? AccountId,
        string Person,
        string? Why,
        string? Request,
        string PreviousHash,
        string Hash,
        int RecordCount,
        IReadOnlyList<ChangeCount> Counts,
        IReadOnlyList<RecordLine> Records,
        string Url);
}

using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Sources;

/// <summary>The sources, and what rests on each. Everything that is asked of the list stands in the address.</summary>
public sealed partial class SourcesPage
{
    private const string CaveatPrefix = "caveats.";

    private static readonly (string Title, string? Style, SourceSort Sort)[] Columns =
    [
        ("Title", null, SourceSort.Title),
        ("Publisher", null, SourceSort.Publisher),
        ("Date", null, SourceSort.Date),
        ("Tier", "num", SourceSort.Tier),
        ("What rests on it", null, SourceSort.Facts),
    ];

    private SourceQuery _query = new();
    private SourceVocabulary _words = new([], []);
    private SourceResult? _result;
    private IReadOnlyList<string> _caveats = [];

    [Inject]
    private SourceQueries Sources { get; set; } = null!;

    protected override IReadOnlyCollection<string> Parameters => SourceParameters.Names;

    private DayChoice Now => Day with { Day = Day.Today };

    private int First => ((_result!.Page - 1) * SourceQuery.Size) + 1;

    private string SortWords =>
        Columns.First(c => c.Sort == _query.Sort).Title.ToLowerInvariant() + (_query.Descending ? ", descending" : "");

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _words = await SharedAsync("words", stop => Sources.VocabularyAsync(Day.Moment, stop), ct);
        var asked = SourceParameters.Read(query, _words.Publishers);
        var at = query.Single(SourceParameters.At);
        _result = await SharedAsync("rows", stop => Sources.ReadAsync(asked, Day.Moment, at, stop), ct);
        if (at is null && _result.Page != asked.Page)
        {
            query.Note($"page={asked.Page} does not exist: this is the last page, {_result.Page}.");
        }
        _query = asked with { Page = _result.Page };
        _caveats = [.. (await SharedAsync("notes", stop => Sources.NotesAsync(Day.KnownAt, stop), ct))
            .Where(n => n.Key.StartsWith(CaveatPrefix, StringComparison.Ordinal))
            .Select(n => n.Text)];
    }

    /// <summary>What is least, last or unknown is rarely what one sorts for: dates and facts begin with the most.</summary>
    private string SortUrl(SourceSort sort) => AppUrls.Sources(
        _query with
        {
            Sort = sort, Descending = sort == _query.Sort ? !_query.Descending : sort is SourceSort.Date or SourceSort.Facts, Page = 1,
        },
        Day);

    private static string TierWords(SourceTier tier) => tier switch
    {
        SourceTier.Primary => "official or primary text",
        SourceTier.Press => "news agency, established or specialist press, or a republication of it",
        _ => "mirror, aggregator, blog or automated summary",
    };
}

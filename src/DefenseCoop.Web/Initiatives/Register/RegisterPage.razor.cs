using DefenseCoop.Data.Fields;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives.Register;

/// <summary>
/// The register. Everything that is asked of it stands in the address. A change shows in the rows; where rows would jump
/// under the reader's eyes, the page only says so, and shows it when asked.
/// </summary>
public sealed partial class RegisterPage
{
    private RegisterAnswer? _answer;
    private int _moved;
    private bool _wasAsked;
    private ElementReference _status;

    [Inject]
    private RegisterQueries Register { get; set; } = null!;

    private RenderFragment? Actions => MayEdit ? EditMarks.Button(EditUrls.New(FormNames.Initiative), "Add initiative") : null;

    protected override IReadOnlyCollection<string> Parameters => RegisterParameters.Names;

    private string MovedWords => $"{Words.Count(_moved, "row", "rows")} changed";

    protected override bool Concerns(ChangeNotice notice) =>
        notice.Initiatives.Count > 0 || notice.ShowsOn(RecordPages.Register);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _answer = await AskAsync(query, ct);
        _moved = 0;
        _wasAsked = false;
    }

    protected override async Task<bool> RefreshAsync(QueryValues query, CancellationToken ct)
    {
        var (shown, movedBefore) = (_answer!, _moved);
        var newer = await AskAsync(query, ct);
        _moved = shown.Result.Total == 0 ? 0 : RegisterAnswer.RowsMoved(shown.Result, newer.Result);
        if (_moved > 0)
        {
            // The chips and the form speak of the rows shown, and wait with them.
            newer = shown with { Result = RegisterAnswer.InPlace(shown.Result, newer.Result) };
        }

        if (newer.HasResultOf(shown.Result)) newer = newer with { Result = shown.Result };
        _answer = newer;
        return newer != shown || _moved != movedBefore;
    }

    private async Task<RegisterAnswer> AskAsync(QueryValues values, CancellationToken ct)
    {
        var words = await SharedAsync("words", stop => Register.VocabularyAsync(Day.KnownAt, stop).AsTask(), ct);
        var query = RegisterParameters.Read(values, words);
        var result = await SharedAsync("rows", stop => Register.ReadAsync(query, Day.Moment, stop), ct);
        var counts = await SharedAsync("counts", stop => Register.ChoicesAsync(query, Day.Moment, stop), ct);
        if (result.Page != query.Page)
        {
            values.Note($"page={query.Page} does not exist: this is the last page, {result.Page}.");
            query = query with { Page = result.Page };
        }

        // What stays the same keeps its identity: the form is not rendered again, and goes on holding what is typed.
        if (_answer is { } known && IsFollowing && known.HasWordsOf(words) && known.Query.Page == query.Page)
        {
            (words, query) = (known.Words, known.Query);
            if (counts.IsSameAs(known.Counts)) counts = known.Counts;
            if (result.Total > 0) return known with { Result = result, Counts = counts, Advice = known.Advice is [] ? known.Advice : [] };
        }

        var chips = RegisterChips.Of(query, words);
        return new RegisterAnswer(words, query, result, counts, chips, result.Total > 0 ? [] : await AdviceAsync(chips, ct));
    }

    private async Task<IReadOnlyList<(RegisterChip Chip, int Count)>> AdviceAsync(IReadOnlyList<RegisterChip> chips, CancellationToken ct)
    {
        var counts = await SharedAsync("advice", stop => Register.CountAsync(chips.Select(c => c.Without), Day.Moment, stop), ct);
        return [.. chips.Zip(counts).Where(c => c.Second > 0)];
    }

    /// <summary>The reader wants to see the rows as they are now; the focus stays where the button was.</summary>
    private async Task ShowMovedAsync()
    {
        await ReloadAsync();
        _wasAsked = true;
        await _status.FocusAsync(preventScroll: true);
    }
}

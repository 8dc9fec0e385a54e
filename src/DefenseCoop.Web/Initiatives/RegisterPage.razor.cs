using DefenseCoop.Data.Initiatives;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives;

/// <summary>The register. Everything that is asked of it stands in the address.</summary>
public sealed partial class RegisterPage
{
    private RegisterQuery _query = new();
    private RegisterVocabulary? _words;
    private RegisterResult? _result;
    private IReadOnlyList<RegisterChip> _chips = [];
    private IReadOnlyList<(RegisterChip Chip, int Count)> _advice = [];

    [Inject]
    private RegisterQueries Register { get; set; } = null!;

    protected override IReadOnlyCollection<string> Parameters => RegisterParameters.Names;

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _words = await Register.VocabularyAsync(ct);
        _query = RegisterParameters.Read(query, _words);
        _result = await Register.ReadAsync(_query, Day.Day, ct);
        if (_result.Page != _query.Page)
        {
            query.Note($"page={_query.Page} does not exist: this is the last page, {_result.Page}.");
            _query = _query with { Page = _result.Page };
        }

        _chips = RegisterChips.Of(_query, _words);
        _advice = _result.Total > 0 ? [] : await AdviceAsync(ct);
    }

    /// <summary>Which filter to drop when nothing matches.</summary>
    private async Task<IReadOnlyList<(RegisterChip Chip, int Count)>> AdviceAsync(CancellationToken ct)
    {
        var counts = await Register.CountAsync(_chips.Select(c => c.Without), Day.Day, ct);
        return [.. _chips.Zip(counts).Where(c => c.Second > 0)];
    }
}

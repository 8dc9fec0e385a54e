using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;

namespace DefenseCoop.Data.Assessments.Board;

/// <summary>What people judged and decided, to stand beside what is computed: of published assessments only, so for every reader.</summary>
/// <param name="Latest">The newest published assessment by slug of its focus area.</param>
/// <param name="Actions">Those that are not done, what is due first.</param>
public sealed record JudgedView(IReadOnlyDictionary<string, AssessmentHead> Latest, IReadOnlyList<ActionRow> Actions);

/// <summary>Reads what was published by a moment.</summary>
public sealed class JudgedQueries(Chronicle chronicle)
{
    public async Task<JudgedView> ReadAsync(Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var published = await CellReader.HeadsAsync(db, null, moment.Day, withOpen: false, ct);
        return new JudgedView(
            published.GroupBy(h => h.Slug, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal),
            await ActionQueries.OpenAsync(db, moment.Day, ct));
    }
}

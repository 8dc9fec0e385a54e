using System.Globalization;
using System.Text.Json;
using DefenseCoop.Data.Starter.Records;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;
using DefenseCoop.Domain.Text;

namespace DefenseCoop.Data.Starter.Mapping;

internal static class SpendingMapping
{
    private const string TableSection = "danish_framework_table";

    public static void Map(StarterSections sections, StarterDraft draft)
    {
        foreach (var (place, record) in sections.Records<SpendingRecord>("spending_series"))
        {
            if (record.Year is null) draft.Problems.Add(place, "year is missing");
            var kind = draft.Word(place, "kind", record.Kind, StarterWords.Kinds);
            var unit = StarterWords.SpendingUnits.GetValueOrDefault(record.Measure ?? "", record.Measure?.Replace('_', ' ') ?? "");
            draft.Try(place, () => Figure(draft, place, record, kind, unit));
        }

        if (sections.Object(TableSection) is { } table) FrameworkTable(sections, draft, table);
        var recommendations = new StarterIndex<Recommendation>("recommendation");
        foreach (var (place, record) in sections.Records<RecommendationRecord>("recommendations"))
        {
            draft.Declare(recommendations, place, record.Id);
            draft.Try(place, () => Recommendation(draft, place, record));
        }
    }

    private static void Figure(StarterDraft draft, Place place, SpendingRecord record, ReadingKind kind, string unit)
    {
        if (FocusArea(draft, place, StarterWords.SpendingCategory) is not { } area) return;
        var figure = SpendingFigure.Create(
            draft.UniqueCode(
                SubjectKind.SpendingFigure,
                string.Create(CultureInfo.InvariantCulture, $"{record.Country} {record.Measure} {record.Year}"),
                SpendingFigure.MaxCode),
            area, record.Country!, record.Year ?? 2000, record.Measure!, unit, draft.Number(place, "value", record.Value),
            kind, record.Kind!, draft.Attribution(place, record), draft.Content.SpendingFigures.Count);
        figure.DrawFrom(record.Vintage);
        draft.Content.SpendingFigures.Add(figure);
        draft.Ask(place, () => SpendingConsistency.Of(figure, StarterDraft.LastDay));
        draft.Cite(place, SubjectKind.SpendingFigure, figure.Code, record);
    }

    /// <summary>Rows of year and value; what stands beside the rows holds for every value of the table.</summary>
    private static void FrameworkTable(StarterSections sections, StarterDraft draft, JsonElement table)
    {
        var place = new Place(TableSection);
        var members = table.EnumerateObject().ToLookup(m => m.Value.ValueKind == JsonValueKind.Object);
        var beside = JsonSerializer.SerializeToElement(members[false].ToDictionary(m => m.Name, m => m.Value));
        if (sections.Read<FrameworkTableRecord>(place, beside) is not { } common) return;
        foreach (var row in members[true])
        {
            foreach (var cell in row.Value.EnumerateObject())
            {
                var cellPlace = place with { Id = $"{row.Name} {cell.Name}" };
                if (!int.TryParse(cell.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    || cell.Value.ValueKind != JsonValueKind.Number || !cell.Value.TryGetDecimal(out var value))
                {
                    draft.Problems.Add(cellPlace, "is not a year with a number");
                    continue;
                }

                draft.Try(cellPlace, () => Figure(draft, cellPlace, Cell(common, row.Name, year, value), ReadingKind.Plan, common.Unit!));
            }
        }
    }

    private static SpendingRecord Cell(FrameworkTableRecord common, string measure, int year, decimal value) => new()
    {
        Country = "DK",
        Measure = measure,
        Year = year,
        Value = value,
        Kind = "plan",
        Provenance = common.Provenance,
        NeedsPrimaryCheck = common.NeedsPrimaryCheck,
        Derived = common.Derived,
        Derivation = common.Derivation,
        Note = common.Note,
        SourceIds = common.SourceIds,
    };

    private static string? FocusArea(StarterDraft draft, Place place, string category)
    {
        var slug = Slug.Of(StarterWords.Slugs.GetValueOrDefault(category, category));
        if (draft.Content.FocusAreas.Any(a => a.Slug == slug)) return slug;
        draft.Problems.Add(place, $"category \"{category}\" is not known");
        return null;
    }

    private static void Recommendation(StarterDraft draft, Place place, RecommendationRecord record)
    {
        var recommendation = Domain.Recommendations.Recommendation.Create(
            record.Id!, draft.Attribution(place, record), draft.Content.Recommendations.Count);
        if (record.Kind is { } kind) recommendation.Classify(draft.Word(place, "kind", kind, StarterWords.ArticlePoints));
        recommendation.Retitle(record.Title);
        if (record.Category is { } category) recommendation.Concern(FocusArea(draft, place, category));
        recommendation.Rephrase(record.Text);
        recommendation.Respond(record.Response);
        recommendation.Report(draft.Word(place, "state", record.State, StarterWords.RecommendationStates));
        draft.Content.Recommendations.Add(recommendation);
        draft.Ask(place, () => RecommendationConsistency.Of(recommendation));
        draft.Cite(place, SubjectKind.Recommendation, record.Id, record);
    }
}

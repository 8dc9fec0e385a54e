using System.Globalization;
using System.Text.Json;
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
        var figure = new SpendingFigure
        {
            Code = draft.UniqueCode(
                SubjectKind.SpendingFigure,
                string.Create(CultureInfo.InvariantCulture, $"{record.Country} {record.Measure} {record.Year}"),
                SpendingFigure.MaxCode),
            Country = record.Country!,
            Measure = record.Measure!,
            Unit = unit,
            Year = record.Year ?? 2000,
            Value = draft.Number(place, "value", record.Value),
            Kind = kind,
            KindWording = record.Kind!,
            Vintage = record.Vintage,
            Position = draft.Content.SpendingFigures.Count,
            Attribution = draft.Attribution(place, record),
        };
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
        var recommendation = new Recommendation
        {
            Code = record.Id!,
            Position = draft.Content.Recommendations.Count,
            Kind = record.Kind is null ? ArticlePoint.Recommendation : draft.Word(place, "kind", record.Kind, StarterWords.ArticlePoints),
            Title = record.Title,
            FocusAreaSlug = record.Category is null ? null : FocusArea(draft, place, record.Category),
            Text = record.Text,
            Response = record.Response,
            State = draft.Word(place, "state", record.State, StarterWords.RecommendationStates),
            Attribution = draft.Attribution(place, record),
        };
        draft.Content.Recommendations.Add(recommendation);
        draft.Ask(place, () => RecommendationConsistency.Of(recommendation));
        draft.Cite(place, SubjectKind.Recommendation, record.Id, record);
    }
}

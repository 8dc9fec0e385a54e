using System.Globalization;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Starter.Mapping;

internal static class ResultMapping
{
    public static void Map(StarterSections sections, StarterDraft draft, StarterIndex<Initiative> initiatives)
    {
        var indicators = new StarterIndex<Indicator>("indicator");
        foreach (var (place, record) in sections.Records<IndicatorRecord>("indicators"))
        {
            draft.Declare(indicators, place, record.Id);
            draft.Try(place, () => Indicator(draft, place, record, initiatives, indicators));
        }

        var readings = new StarterIndex<Reading>("reading");
        foreach (var (place, record) in sections.Records<ReadingRecord>("readings"))
        {
            draft.Declare(readings, place, record.Id);
            draft.Try(place, () => Reading(draft, place, record, indicators));
        }
    }

    private static void Indicator(
        StarterDraft draft, Place place, IndicatorRecord record, StarterIndex<Initiative> initiatives, StarterIndex<Indicator> indicators)
    {
        var initiative = draft.Find(initiatives, place, "initiative_id", record.InitiativeId);
        if (record.ReportingMonths < 1) draft.Problems.Add(place, "reporting_months is below 1");
        var indicator = new Indicator
        {
            Code = record.Id!,
            Name = record.Name!,
            Unit = record.Unit!,
            Direction = draft.Word(place, "direction", record.Direction, StarterWords.Directions),
            Position = initiative?.Indicators.Count ?? 0,
            ReportingMonths = record.ReportingMonths,
            Note = record.Note,
            Baseline = record.Baseline is null ? null : Baseline(draft, place, record.Id!, record.Baseline),
        };
        indicators.Set(record.Id, indicator);
        initiative?.Indicators.Add(indicator);
        if (record.Target is not null) Target(draft, place, indicator, record.Target, 0);
        draft.Ask(place, () => IndicatorConsistency.Of(indicator));
        foreach (var (number, target) in (record.AltTargets ?? []).Index()) Target(draft, place, indicator, target, number + 1);
    }

    private static Baseline Baseline(StarterDraft draft, Place place, string indicatorCode, BaselineRecord record)
    {
        var code = $"{indicatorCode}-B";
        draft.Cite(place, SubjectKind.Baseline, code, record);
        return new Baseline
        {
            Code = code,
            Value = draft.Number(place, "baseline value", record.Value),
            Period = record.Period is null ? null : Period.Parse(record.Period),
            Attribution = draft.Attribution(place, record),
        };
    }

    /// <summary>Position 0 is kept free where the file has only further targets: status is measured against none of them.</summary>
    private static void Target(StarterDraft draft, Place place, Indicator indicator, TargetRecord record, int position)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{indicator.Code}-T{position}");
        indicator.Targets.Add(new Target
        {
            Code = code,
            Value = draft.Number(place, "target value", record.Value),
            By = draft.Date(place, "target by", record.By),
            Kind = record.Kind is null ? TargetKind.Reach : draft.Word(place, "target kind", record.Kind, StarterWords.TargetKinds),
            Position = position,
            Attribution = draft.Attribution(place, record),
        });
        draft.Cite(place, SubjectKind.Target, code, record);
    }

    private static void Reading(StarterDraft draft, Place place, ReadingRecord record, StarterIndex<Indicator> indicators)
    {
        var indicator = draft.Find(indicators, place, "indicator_id", record.IndicatorId);
        var reading = new Reading
        {
            Code = record.Id!,
            Period = Period.Parse(record.Period!),
            Value = draft.Number(place, "value", record.Value),
            Qualifier = record.Qualifier is null ? Qualifier.Exact : draft.Word(place, "qualifier", record.Qualifier, StarterWords.Qualifiers),
            Kind = draft.Word(place, "kind", record.Kind, StarterWords.Kinds),
            KindWording = record.Kind!,
            Vintage = record.Vintage,
            Position = indicator?.Readings.Count ?? 0,
            Attribution = draft.Attribution(place, record),
        };
        indicator?.Readings.Add(reading);
        draft.Ask(place, () => ReadingConsistency.Of(reading, StarterDraft.LastDay));
        draft.Cite(place, SubjectKind.Reading, record.Id, record);
    }
}

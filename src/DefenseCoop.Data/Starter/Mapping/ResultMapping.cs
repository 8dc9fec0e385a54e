using System.Globalization;
using DefenseCoop.Data.Starter.Records;
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
        var indicator = Domain.Results.Indicator.Create(
            record.Id!, record.Name!, record.Unit!,
            draft.Word(place, "direction", record.Direction, StarterWords.Directions), initiative?.Indicators.Count ?? 0);
        indicator.ReportEvery(record.ReportingMonths);
        indicator.Annotate(record.Note);
        if (record.Baseline is { } baseline) indicator.CountFrom(Baseline(draft, place, record.Id!, baseline));
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
        var baseline = Domain.Results.Baseline.Create(
            code, draft.Number(place, "baseline value", record.Value), draft.Attribution(place, record));
        if (record.Period is { } period) baseline.Date(Period.Parse(period));
        return baseline;
    }

    /// <summary>Position 0 is kept free where the file has only further targets: status is measured against none of them.</summary>
    private static void Target(StarterDraft draft, Place place, Indicator indicator, TargetRecord record, int position)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{indicator.Code}-T{position}");
        var target = Domain.Results.Target.Create(
            code, draft.Number(place, "target value", record.Value), draft.Attribution(place, record), position);
        target.FallDue(draft.Date(place, "target by", record.By));
        if (record.Kind is { } kind) target.Ask(draft.Word(place, "target kind", kind, StarterWords.TargetKinds));
        indicator.Targets.Add(target);
        draft.Cite(place, SubjectKind.Target, code, record);
    }

    private static void Reading(StarterDraft draft, Place place, ReadingRecord record, StarterIndex<Indicator> indicators)
    {
        var indicator = draft.Find(indicators, place, "indicator_id", record.IndicatorId);
        var reading = Domain.Results.Reading.Create(
            record.Id!, Period.Parse(record.Period!), draft.Number(place, "value", record.Value),
            draft.Word(place, "kind", record.Kind, StarterWords.Kinds), record.Kind!,
            draft.Attribution(place, record), indicator?.Readings.Count ?? 0);
        if (record.Qualifier is { } qualifier) reading.Qualify(draft.Word(place, "qualifier", qualifier, StarterWords.Qualifiers));
        reading.DrawFrom(record.Vintage);
        indicator?.Readings.Add(reading);
        draft.Ask(
            place,
            () => ReadingConsistency.Of(reading, StarterDraft.LastDay).Concat(
                ReadingConsistency.WithSources(reading, draft.SourcesOf(SubjectKind.Reading, reading.Code))));
        draft.Cite(place, SubjectKind.Reading, record.Id, record);
    }
}

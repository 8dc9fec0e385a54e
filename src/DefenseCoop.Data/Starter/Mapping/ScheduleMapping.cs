using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Starter.Mapping;

internal static class ScheduleMapping
{
    public static void Map(
        StarterSections sections, StarterDraft draft, StarterIndex<Initiative> initiatives, StarterIndex<Category> categories)
    {
        var milestones = new StarterIndex<Milestone>("milestone");
        foreach (var (place, record) in sections.Records<MilestoneRecord>("milestones"))
        {
            draft.Declare(milestones, place, record.Id);
            draft.Try(place, () => Milestone(draft, place, record, initiatives));
        }

        var exercises = new Dictionary<string, Exercise>(StringComparer.Ordinal);
        var editions = sections.Records<EditionRecord>("exercise_editions");
        Exercises(sections, draft, initiatives, [.. editions.Select(e => e.Record.Exercise ?? "").Distinct()], exercises);
        foreach (var (place, record) in editions) draft.Try(place, () => Edition(draft, place, record, exercises));
        foreach (var (place, record) in sections.Records<EventRecord>("events")) draft.Try(place, () => Event(draft, place, record, categories));
    }

    private static void Milestone(StarterDraft draft, Place place, MilestoneRecord record, StarterIndex<Initiative> initiatives)
    {
        var initiative = draft.Find(initiatives, place, "initiative_id", record.InitiativeId);
        var milestone = new Milestone
        {
            Code = record.Id!,
            Title = record.Title!,
            Position = initiative?.Milestones.Count ?? 0,
            Planned = draft.Date(place, "due_date", record.DueDate),
            PlannedProvenance = draft.Provenance(place, "due_provenance", record.DueProvenance),
            Forecast = draft.Date(place, "forecast_date", record.ForecastDate),
            Actual = draft.Date(place, "actual_date", record.ActualDate),
            ReportedState = draft.Word(place, "status", record.Status, StarterWords.MilestoneStates),
            StatusAsOf = draft.Date(place, "status_as_of", record.StatusAsOf),
            Attribution = draft.Attribution(place, record),
        };
        initiative?.Milestones.Add(milestone);
        draft.Ask(place, () => MilestoneConsistency.Of(milestone, initiative!));
        draft.Cite(place, SubjectKind.Milestone, record.Id, record);
    }

    /// <summary>The editions name the exercises; the list of links adds which initiative each is part of.</summary>
    private static void Exercises(
        StarterSections sections, StarterDraft draft, StarterIndex<Initiative> initiatives, IReadOnlyList<string> names, Dictionary<string, Exercise> exercises)
    {
        var links = new Dictionary<string, (Place Place, ExerciseRecord Record)>(StringComparer.Ordinal);
        foreach (var (place, record) in sections.Records<ExerciseRecord>("exercises"))
        {
            if (!names.Contains(record.Name)) draft.Problems.Add(place, $"name {StarterProblems.Quote(record.Name)} is that of no exercise with an edition");
            else if (!links.TryAdd(record.Name!, (place, record))) draft.Problems.Add(place, "the exercise is listed twice");
        }

        foreach (var name in names.Where(n => !string.IsNullOrWhiteSpace(n)))
        {
            var (place, link) = links.TryGetValue(name, out var found) ? found : (new Place("exercise_editions", Id: name), null!);
            var code = draft.UniqueCode(SubjectKind.Exercise, name, Exercise.MaxCode);
            draft.Try(place, () =>
            {
                exercises[name] = new Exercise
                {
                    Code = code,
                    Name = name,
                    Initiative = link is null ? null : draft.Find(initiatives, place, "initiative_id", link.InitiativeId),
                    LinkAttribution = draft.Attribution(place, link),
                };
                draft.Content.Exercises.Add(exercises[name]);
                draft.Cite(place, SubjectKind.Exercise, code, link);
            });
        }
    }

    private static void Edition(StarterDraft draft, Place place, EditionRecord record, Dictionary<string, Exercise> exercises)
    {
        if (string.IsNullOrWhiteSpace(record.Exercise)) draft.Problems.Add(place, "exercise is missing");
        var exercise = exercises.GetValueOrDefault(record.Exercise ?? "");
        var edition = new ExerciseEdition
        {
            Code = draft.UniqueCode(SubjectKind.Edition, $"{exercise?.Code} {record.Edition}", ExerciseEdition.MaxCode),
            Label = record.Edition!,
            Start = draft.RequiredDate(place, "start", record.Start),
            End = draft.Date(place, "end", record.End),
            Personnel = record.Personnel,
            Ships = record.Ships,
            Aircraft = record.Aircraft,
            Nations = record.Nations,
            DanishParticipation = record.Dk,
            AmericanParticipation = record.Us,
            Attribution = draft.Attribution(place, record),
        };
        exercise?.Editions.Add(edition);
        draft.Ask(place, () => EditionConsistency.Of(edition));
        draft.Cite(place, SubjectKind.Edition, edition.Code, record);
    }

    private static void Event(StarterDraft draft, Place place, EventRecord record, StarterIndex<Category> categories)
    {
        var cooperationEvent = new CooperationEvent
        {
            Code = draft.UniqueCode(SubjectKind.Event, $"{record.Date} {record.Title}", CooperationEvent.MaxCode),
            Title = record.Title!,
            Date = draft.RequiredDate(place, "date", record.Date),
            Attribution = draft.Attribution(place, record),
        };
        foreach (var category in draft.FindAll(categories, place, "categories", record.Categories)) cooperationEvent.Categories.Add(category);
        draft.Content.Events.Add(cooperationEvent);
        draft.Cite(place, SubjectKind.Event, cooperationEvent.Code, record);
    }
}

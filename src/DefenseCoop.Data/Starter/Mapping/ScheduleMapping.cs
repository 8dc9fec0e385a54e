using DefenseCoop.Data.Starter.Records;
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
        foreach (var (place, record) in sections.Records<EventRecord>("events"))
        {
            draft.Try(place, () => Event(draft, place, record, categories));
        }
    }

    private static void Milestone(StarterDraft draft, Place place, MilestoneRecord record, StarterIndex<Initiative> initiatives)
    {
        var initiative = draft.Find(initiatives, place, "initiative_id", record.InitiativeId);
        var milestone = Domain.Schedule.Milestone.Create(
            record.Id!, record.Title!, draft.Word(place, "status", record.Status, StarterWords.MilestoneStates),
            draft.Attribution(place, record), initiative?.Milestones.Count ?? 0);
        milestone.PlanFor(
            draft.Date(place, "due_date", record.DueDate), draft.Provenance(place, "due_provenance", record.DueProvenance));
        milestone.Expect(draft.Date(place, "forecast_date", record.ForecastDate));
        milestone.Happen(draft.Date(place, "actual_date", record.ActualDate));
        milestone.DateStatus(draft.Date(place, "status_as_of", record.StatusAsOf));
        initiative?.Milestones.Add(milestone);
        draft.Ask(
            place,
            () => MilestoneConsistency.Of(milestone, initiative!).Concat(
                MilestoneConsistency.WithSources(milestone, draft.SourcesOf(SubjectKind.Milestone, milestone.Code))));
        draft.Cite(place, SubjectKind.Milestone, record.Id, record);
    }

    /// <summary>The editions name the exercises; the list of links adds which initiative each is part of.</summary>
    private static void Exercises(
        StarterSections sections, StarterDraft draft, StarterIndex<Initiative> initiatives,
        IReadOnlyList<string> names, Dictionary<string, Exercise> exercises)
    {
        var links = new Dictionary<string, (Place Place, ExerciseRecord Record)>(StringComparer.Ordinal);
        foreach (var (place, record) in sections.Records<ExerciseRecord>("exercises"))
        {
            if (!names.Contains(record.Name))
            {
                draft.Problems.Add(place, $"name {StarterProblems.Quote(record.Name)} is that of no exercise with an edition");
            }
            else if (!links.TryAdd(record.Name!, (place, record))) draft.Problems.Add(place, "the exercise is listed twice");
        }

        foreach (var name in names.Where(n => !string.IsNullOrWhiteSpace(n)))
        {
            var (place, link) = links.TryGetValue(name, out var found) ? found : (new Place("exercise_editions", Id: name), null!);
            var code = draft.UniqueCode(SubjectKind.Exercise, name, Exercise.MaxCode);
            draft.Try(place, () =>
            {
                var exercise = exercises[name] = Exercise.Create(code, name, draft.Attribution(place, link));
                if (link is not null) exercise.BelongTo(draft.Find(initiatives, place, "initiative_id", link.InitiativeId));
                draft.Content.Exercises.Add(exercise);
                draft.Cite(place, SubjectKind.Exercise, code, link);
            });
        }
    }

    private static void Edition(StarterDraft draft, Place place, EditionRecord record, Dictionary<string, Exercise> exercises)
    {
        if (string.IsNullOrWhiteSpace(record.Exercise)) draft.Problems.Add(place, "exercise is missing");
        var exercise = exercises.GetValueOrDefault(record.Exercise ?? "");
        var edition = ExerciseEdition.Create(
            draft.UniqueCode(SubjectKind.Edition, $"{exercise?.Code} {record.Edition}", ExerciseEdition.MaxCode),
            record.Edition!, draft.RequiredDate(place, "start", record.Start), draft.Attribution(place, record));
        edition.Hold(edition.Start, draft.Date(place, "end", record.End));
        edition.CountPersonnel(record.Personnel);
        edition.CountShips(record.Ships);
        edition.CountAircraft(record.Aircraft);
        edition.CountNations(record.Nations);
        edition.Join(record.Dk, record.Us);
        exercise?.Editions.Add(edition);
        draft.Ask(place, () => EditionConsistency.Of(edition));
        draft.Cite(place, SubjectKind.Edition, edition.Code, record);
    }

    private static void Event(StarterDraft draft, Place place, EventRecord record, StarterIndex<Category> categories)
    {
        var cooperationEvent = CooperationEvent.Create(
            draft.UniqueCode(SubjectKind.Event, $"{record.Date} {record.Title}", CooperationEvent.MaxCode),
            record.Title!, draft.RequiredDate(place, "date", record.Date), draft.Attribution(place, record));
        foreach (var category in draft.FindAll(categories, place, "categories", record.Categories))
        {
            cooperationEvent.Categories.Add(category);
        }
        draft.Content.Events.Add(cooperationEvent);
        draft.Cite(place, SubjectKind.Event, cooperationEvent.Code, record);
    }
}

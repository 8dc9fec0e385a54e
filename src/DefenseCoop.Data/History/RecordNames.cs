using System.Globalization;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;
using DefenseCoop.Domain.Typing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DefenseCoop.Data.History;

/// <summary>
/// Says of rows that are about to be saved which records they are of, as people speak of them: a target is of its
/// indicator, a citation of what it is cited for. Asks the database only for what is not at hand.
/// </summary>
internal sealed class RecordNames(DefenseCoopContext db, CancellationToken ct)
{
    private readonly Dictionary<(RecordKind, string), ChangedRecord> _records = [];
    private readonly RecordOwners _owners = new(db, ct);

    public async Task<IReadOnlyList<ChangedRecord>> OfAsync(IEnumerable<EntityEntry> rows)
    {
        List<EntityEntry> cited = [];
        foreach (var row in rows)
        {
            if (row.Entity is Citation) cited.Add(row);
            else if (row.Entity is Dictionary<string, object>) await AddLinkedAsync(row);
            else await AddAsync(row.Entity, ActionOf(row.State));
        }

        // Last: mostly the record that cites is among those named already.
        foreach (var row in cited) await AddCitingAsync((Citation)row.Entity);
        return [.. _records.Values];
    }

    private static ChangeAction ActionOf(EntityState state) => state switch
    {
        EntityState.Added => ChangeAction.Created,
        EntityState.Deleted => ChangeAction.Removed,
        _ => ChangeAction.Changed,
    };

    private async Task AddAsync(object entity, ChangeAction action)
    {
        switch (entity)
        {
            case Initiative i:
                var own = await _owners.InitiativeAsync(0, i);
                Add(RecordKind.Initiative, i.Code, i.Title, action, own);
                break;
            case Participation p:
                await AddInitiativeAsync(Id(p, nameof(p.InitiativeId)));
                break;
            case Milestone m:
                Add(RecordKind.Milestone, m.Code, m.Title, action, await _owners.InitiativeAsync(m.InitiativeId, m.Initiative));
                break;
            case Indicator i:
                await AddIndicatorAsync(i, action);
                break;
            case Baseline b:
                await AddIndicatorAsync(await _owners.FindAsync<Indicator>(Id(b, nameof(b.IndicatorId))), ChangeAction.Changed);
                break;
            case Target t:
                await AddIndicatorAsync(await _owners.FindAsync<Indicator>(Id(t, nameof(t.IndicatorId))), ChangeAction.Changed);
                break;
            case Reading r:
                var indicator = r.Indicator ?? await _owners.FindAsync<Indicator>(r.IndicatorId);
                Add(RecordKind.Reading, r.Code, $"{indicator.Name}, {r.Period.ToDisplay()}", action, await _owners.InitiativeAsync(indicator.InitiativeId, indicator.Initiative));
                break;
            case Exercise e:
                Add(RecordKind.Exercise, e.Code, e.Name, action, await _owners.OfExerciseAsync(e));
                break;
            case ExerciseEdition d:
                var exercise = d.Exercise ?? await _owners.FindAsync<Exercise>(d.ExerciseId);
                Add(RecordKind.Edition, d.Code, $"{exercise.Name} {d.Label}", action, await _owners.OfExerciseAsync(exercise));
                break;
            default:
                await AddOtherAsync(entity, action);
                break;
        }
    }

    private async Task AddOtherAsync(object entity, ChangeAction action)
    {
        switch (entity)
        {
            case Contribution c:
                var outcome = c.Outcome ?? await _owners.FindAsync<ExpectedOutcome>(c.OutcomeId);
                var from = await _owners.InitiativeAsync(c.InitiativeId, c.Initiative);
                Add(RecordKind.Contribution, c.Code, $"{from.Code} to: {outcome.Text}", action, from, await _owners.AreaOfAsync(outcome));
                break;
            case FocusArea a:
                Add(RecordKind.FocusArea, a.Slug, a.Name, action, area: a.Slug);
                break;
            case Objective o:
                Add(RecordKind.Objective, o.Code, o.Text, action, area: await _owners.AreaOfAsync(o));
                break;
            case ExpectedOutcome o:
                Add(RecordKind.Outcome, o.Code, o.Text, action, area: await _owners.AreaOfAsync(o));
                break;
            case Recommendation r:
                Add(RecordKind.Recommendation, r.Code, r.Title ?? r.Text ?? r.Code, action);
                break;
            case SpendingFigure f:
                Add(RecordKind.SpendingFigure, f.Code, string.Create(CultureInfo.InvariantCulture, $"{f.Country}, {f.Measure}, {f.Year}"), action);
                break;
            case Source s:
                Add(RecordKind.Source, s.Code, s.Title, action);
                break;
            case Category c:
                Add(RecordKind.Category, c.Slug, c.Name, action, new RecordOwner(null, c.Slug));
                break;
            case Organization o:
                Add(RecordKind.Organization, o.Code, o.Name, action);
                break;
            case Site s:
                Add(RecordKind.Site, s.Code, s.Name, action);
                break;
            case Agreement a:
                Add(RecordKind.Agreement, a.Code, a.Title, action);
                break;
            case Provision p:
                var agreement = await _owners.FindAsync<Agreement>(Id(p, nameof(p.AgreementId)));
                Add(RecordKind.Agreement, agreement.Code, agreement.Title, ChangeAction.Changed);
                break;
            case Assessment or ObjectiveJudgement or ReviewComment or AssessmentPeriod or AssessmentAction:
                await AddOfAssessmentAsync(entity, action);
                break;
            case CooperationEvent e:
                Add(RecordKind.Event, e.Code, e.Title, action);
                break;
            case DataSetNote n:
                Add(RecordKind.Note, n.Key.Cut(RecordChange.MaxCode), n.Text, action);
                break;
            default:
                throw new InvalidOperationException($"{entity.GetType().Name} has a history, but no name in it.");
        }
    }

    private async Task AddOfAssessmentAsync(object entity, ChangeAction action)
    {
        switch (entity)
        {
            case AssessmentPeriod p:
                Add(RecordKind.ReportingPeriod, p.Code, AssessmentWords.Period(p.Code), action);
                break;
            case AssessmentAction a:
                // Its text is for readers only once the assessment is published: a title would tell it before.
                Add(RecordKind.Action, a.Code, a.Assessment is { State: AssessmentState.Published } ? a.Text : a.Code, action, area: await AreaAsync(a.FocusAreaId, a.FocusArea));
                break;
            case Assessment a:
                Add(RecordKind.Assessment, a.Code, a.Title, action, area: await AreaAsync(a.FocusAreaId, a.FocusArea));
                break;
            case ObjectiveJudgement o:
                await AddOfAssessmentAsync(o.Assessment ?? await _owners.FindAsync<Assessment>(o.AssessmentId), ChangeAction.Changed);
                break;
            case ReviewComment c:
                await AddOfAssessmentAsync(c.Assessment ?? await _owners.FindAsync<Assessment>(c.AssessmentId), ChangeAction.Changed);
                break;
        }
    }

    private async Task<string> AreaAsync(int id, FocusArea? loaded) => (loaded ?? await _owners.FindAsync<FocusArea>(id)).Slug;

    /// <summary>A row that links two records: what it is a property of has changed.</summary>
    private async Task AddLinkedAsync(EntityEntry link)
    {
        if (link.Metadata.FindProperty("InitiativeId") is { } initiative)
        {
            await AddInitiativeAsync((int)link.Property(initiative).CurrentValue!);
            return;
        }

        var cooperation = await _owners.FindAsync<CooperationEvent>((int)link.Property("EventId").CurrentValue!);
        Add(RecordKind.Event, cooperation.Code, cooperation.Title, ChangeAction.Changed);
    }

    /// <summary>Of a row that belongs to a new one, the id that stands in until the database gives one.</summary>
    private int Id(object row, string property) => (int)db.Entry(row).Property(property).CurrentValue!;

    /// <summary>A citation comes or goes: what cites has changed.</summary>
    private async Task AddCitingAsync(Citation citation)
    {
        var code = citation.SubjectCode;
        if (KindOf(citation.Kind) is { } kind)
        {
            if (_records.ContainsKey((kind, code))) return;
        }
        else if (_owners.IsAtHand(citation.Kind, code))
        {
            return;
        }

        // Gone already where the record that cites goes with it.
        if (await _owners.SubjectAsync(citation.Kind, code) is { } subject) await AddAsync(subject, ChangeAction.Changed);
    }

    /// <summary>Null where the record that cites is named by another code.</summary>
    private static RecordKind? KindOf(SubjectKind kind) => kind switch
    {
        SubjectKind.Baseline or SubjectKind.Target or SubjectKind.Provision => null,
        _ => Enum.Parse<RecordKind>(kind.ToString()),
    };

    private async Task AddInitiativeAsync(int id)
    {
        var owner = await _owners.InitiativeAsync(id, null);
        Add(RecordKind.Initiative, owner.Code!, owner.Title!, ChangeAction.Changed, owner);
    }

    private async Task AddIndicatorAsync(Indicator indicator, ChangeAction action) => Add(
        RecordKind.Indicator, indicator.Code, indicator.Name, action, await _owners.InitiativeAsync(indicator.InitiativeId, indicator.Initiative));

    /// <summary>What happens to the record itself says more than that something of it changes.</summary>
    private void Add(RecordKind kind, string code, string title, ChangeAction action, RecordOwner owner = default, string? area = null)
    {
        if (_records.TryGetValue((kind, code), out var known) && (known.Action != ChangeAction.Changed || action == ChangeAction.Changed)) return;
        var words = title.Shorten(RecordChange.MaxTitle);
        _records[(kind, code)] = new ChangedRecord(kind, code, words, owner.Code, owner.Category, area, action);
    }
}

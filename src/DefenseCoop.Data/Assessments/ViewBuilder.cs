using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Assessments.Submission;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments;

/// <summary>Puts together what the page of an assessment shows.</summary>
/// <param name="db">Of the present or the past.</param>
/// <param name="evidence">Gathers evidence.</param>
/// <param name="isPresent">Of the past there is no text that was being written.</param>
internal sealed class ViewBuilder(DefenseCoopContext db, EvidenceCache evidence, bool isPresent, CancellationToken ct)
{
    /// <param name="a">With its parts.</param>
    /// <param name="period">Its period.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="day">The day that live evidence speaks of.</param>
    /// <param name="revisions">Those that the person may see.</param>
    public async Task<AssessmentView> BuildAsync(
        Assessment a, ReportingPeriod period, ViewReader reader, DateOnly day, IReadOnlyList<RevisionRow> revisions)
    {
        var slug = a.FocusArea.Slug;
        var frozen = !a.IsWritable && a.Evidence is not null ? EvidenceJson.Read(a.Evidence) : null;
        var shown = frozen ?? (await evidence.OfAsync(db, slug, day, ct))!;
        var corrected = frozen is null ? [] : EvidenceDifferences.Between(frozen, (await evidence.OfAsync(db, slug, frozen.Day, ct))!);
        var (fields, version) = await FieldsAsync(a, frozen is not null);
        var objectives = Objectives(a, shown, frozen is not null, fields);
        foreach (var objective in objectives) fields.TryAdd(TextPartNames.Objective(objective.Code), new FieldValue("", 0, ""));
        var (since, what) = await SinceAsync(a, slug, shown);
        var writers = isPresent ? await db.AssessmentWriters.Where(w => w.AssessmentId == a.Id).ToListAsync(ct) : [];
        writers = [.. writers.OrderByText(w => w.Person)];
        var actions = await ActionsAsync(a);
        return new AssessmentView(
            Header(a, period, shown, frozen is not null, reader.SeesDrafts ? writers : []),
            fields,
            version,
            shown,
            corrected,
            objectives,
            since,
            what,
            await StaleAsync(shown, reader),
            [.. actions.Where(x => x.Period == a.Period)],
            [.. actions.Where(x => x.Period != a.Period)],
            reader.SeesDrafts ? [.. a.Comments.OrderBy(c => c.Round)
                .ThenBy(c => c.Id)
                .Select(c => new CommentRow(c.Field, c.Text, c.Person, c.At, c.Round))] : [],
            revisions,
            await ConflictsAsync(a, reader, fields),
            RightsOf(a, reader, writers, revisions));
    }

    public static IReadOnlyList<string> Lines(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static AssessmentHeader Header(
        Assessment a, ReportingPeriod period, FrozenEvidence shown, bool isFrozen, List<AssessmentWriter> writers) => new(
            a.Code, a.FocusArea.Slug, a.AreaName, a.FocusArea.Name, period, a.Revision,
            a.RevisionReason, a.State, a.DueOn, a.OpenedAt, a.SubmittedAt, a.SubmittedBy,
            a.ReviewedAt, a.ReviewedBy,
            isFrozen || writers.Count == 0 ? Lines(a.Writers) : [.. writers.Select(w => w.Person).Distinct(StringComparer.Ordinal)],
            shown.Status,
            isFrozen ? a.Judgement : null, isFrozen ? a.Confidence : null, isFrozen ? a.Decision : null,
            isFrozen ? a.EvidenceAt : null, isFrozen ? a.EvidenceHash : null, isFrozen);

    private async Task<(Dictionary<string, FieldValue> Fields, long Version)> FieldsAsync(Assessment a, bool isFrozen)
    {
        Dictionary<string, FieldValue> fields = new(StringComparer.Ordinal);
        long version = 0;
        if (isPresent && !isFrozen)
        {
            foreach (var field in await db.AssessmentFields.AsNoTracking().Where(f => f.AssessmentId == a.Id).ToListAsync(ct))
            {
                fields[field.Name] = new FieldValue(field.Value, field.Version, field.Person);
                version = Math.Max(version, field.Version);
            }
        }
        else
        {
            foreach (var (name, value) in FrozenFields.Of(a, withActions: true))
            {
                fields[name] = new FieldValue(value, 0, a.SubmittedBy ?? "");
            }
        }

        foreach (var name in TextPartNames.Plain) fields.TryAdd(name, new FieldValue("", 0, ""));
        return (fields, version);
    }

    private static List<ObjectiveRow> Objectives(Assessment a, FrozenEvidence shown, bool isFrozen, Dictionary<string, FieldValue> fields)
    {
        if (isFrozen)
        {
            return [.. a.Objectives.OrderBy(o => o.Position)
                .Select(o => new ObjectiveRow(o.ObjectiveCode, o.ObjectiveText, o.Computed, false))];
        }
        List<ObjectiveRow> rows = [.. shown.Objectives.Select(o => new ObjectiveRow(o.Code, o.Text, o.Status, false))];
        var gone = fields.Where(f => f.Value.Value.Trim().Length > 0).Select(f => TextPartNames.ObjectiveOf(f.Key)).OfType<string>()
            .Except(rows.Select(r => r.Code), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        rows.AddRange(
            gone.Select(code => new ObjectiveRow(
                code, a.Objectives.FirstOrDefault(o => o.ObjectiveCode == code)?.ObjectiveText ?? code, AssessedStatus.NotAssessed, true)));
        return rows;
    }

    /// <summary>
    /// What changed since the last published assessment of an earlier
    /// period; where there is none, since the day before this period began.
    /// </summary>
    private async Task<(IReadOnlyList<EvidenceChange> Changes, string What)> SinceAsync(Assessment a, string slug, FrozenEvidence shown)
    {
        var last = await db.Assessments.AsNoTracking()
            .Where(
                x => x.FocusAreaId == a.FocusAreaId && x.State == AssessmentState.Published && x.LastDay < a.FirstDay && x.Evidence != null)
            .OrderByDescending(x => x.LastDay).ThenByDescending(x => x.Revision)
            .Select(x => new { x.Period, x.Evidence })
            .FirstOrDefaultAsync(ct);
        if (last is not null)
        {
            return (
                EvidenceDifferences.Between(EvidenceJson.Read(last.Evidence!), shown),
                $"the assessment of the {AssessmentWords.Period(last.Period)}");
        }
        var before = a.FirstDay.AddDays(-1);
        return (EvidenceDifferences.Between((await evidence.OfAsync(db, slug, before, ct))!, shown), Domain.Words.Of(before));
    }

    private async Task<IReadOnlyList<StaleRow>> StaleAsync(FrozenEvidence shown, ViewReader reader)
    {
        var stale = shown.Initiatives.Where(i => i.Status == AssessedStatus.Stale)
            .Select(i =>
                (Initiative: i.Code, Sentence: $"{i.Code} {i.Title}: {i.FirstCause}",
                 Reference: new RecordReference(RecordKind.Initiative, i.Code)))
            .Concat(shown.Indicators.Where(i => i.Status == AssessedStatus.Stale).Select(
                i => (i.Initiative, Sentence: i.FirstCause, Reference: new RecordReference(RecordKind.Indicator, i.Code, i.Initiative))))
            .Concat(shown.Milestones.Where(m => m.Status == AssessedStatus.Stale).Select(
                m => (m.Initiative, Sentence: m.FirstCause, Reference: new RecordReference(RecordKind.Milestone, m.Code, m.Initiative))))
            .ToList();
        var codes = stale.Select(s => s.Initiative).Distinct(StringComparer.Ordinal).ToList();
        Dictionary<string, string> people = new(StringComparer.Ordinal);
        if (reader.SeesDrafts && codes.Count > 0)
        {
            var newest = await db.RecordChanges.Where(r => EF.Parameter(codes).Contains(r.InitiativeCode!) && r.ChangeSet.AccountId != null)
                .GroupBy(r => r.InitiativeCode!).Select(g => new { Code = g.Key, Change = g.Max(r => r.ChangeSetId) }).ToListAsync(ct);
            var ids = newest.Select(n => n.Change).Distinct().ToList();
            var names = await db.ChangeSets.Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Person, ct);
            foreach (var row in newest) people[row.Code] = names[row.Change];
        }

        return [.. stale.Select(s => new StaleRow(s.Sentence, s.Reference, people.GetValueOrDefault(s.Initiative)))];
    }

    /// <summary>
    /// Of this period those of this revision and of published ones before
    /// it; of earlier periods those that were open when this one began.
    /// </summary>
    private async Task<List<ActionView>> ActionsAsync(Assessment a)
    {
        var isFrozen = !a.IsWritable;
        return await db.AssessmentActions.AsNoTracking()
            .Where(x => x.FocusAreaId == a.FocusAreaId)
            .Where(x => (x.AssessmentId == a.Id && isFrozen)
                || (x.Assessment.State == AssessmentState.Published
                    && x.Assessment.Period == a.Period && x.Assessment.Revision < a.Revision)
                || (x.Assessment.State == AssessmentState.Published
                    && x.Assessment.LastDay < a.FirstDay && (x.State == ActionState.Open || x.ClosedOn >= a.FirstDay)))
            .OrderBy(x => x.DueOn).ThenBy(x => x.Code)
            .Select(x => new ActionView(
                x.Code, x.Number, x.Assessment.Period, x.Text, x.Owner, x.DueOn, x.ExpectedOutcome,
                x.State, x.Outcome, x.ClosedOn, x.ClosedBy, x.Effect, x.EffectNotedOn))
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<ConflictRow>> ConflictsAsync(Assessment a, ViewReader reader, Dictionary<string, FieldValue> fields)
    {
        if (!isPresent || reader.Actor.AccountId == 0 || !reader.SeesDrafts) return [];
        var conflicts = await db.FieldConflicts.AsNoTracking()
            .Where(c => c.AssessmentId == a.Id && c.AccountId == reader.Actor.AccountId).OrderBy(c => c.Id).ToListAsync(ct);
        if (conflicts.Count == 0) return [];
        var stored = await db.AssessmentFields.AsNoTracking()
            .Where(f => f.AssessmentId == a.Id)
            .ToDictionaryAsync(f => f.Name, f => new FieldValue(f.Value, f.Version, f.Person), StringComparer.Ordinal, ct);
        return
        [
            .. conflicts.Select(c =>
            {
                var theirs = stored.GetValueOrDefault(c.Name) ?? fields.GetValueOrDefault(c.Name) ?? new FieldValue("", 0, "");
                return new ConflictRow(c.Name, c.Base, c.Mine, theirs.Value, theirs.Version, theirs.Person);
            }),
        ];
    }

    private AssessmentRights RightsOf(Assessment a, ViewReader reader, List<AssessmentWriter> writers, IReadOnlyList<RevisionRow> revisions)
    {
        if (!isPresent)
        {
            const string past = "This is the past: it can be read, and not changed.";
            return new(past, past, past, past);
        }

        var wrote = a.SubmittedById == reader.Actor.AccountId || writers.Exists(w => w.AccountId == reader.Actor.AccountId);
        var notReviewed = !reader.May(Right.PublishAssessments) ? "Only managers review assessments."
            : a.State == AssessmentState.Published ? "It is published already."
            : a.State != AssessmentState.Submitted ? "It has not been submitted."
            : null;
        var notWritten = !reader.May(Right.WriteAssessments) ? "Only editors write assessments." : a.IsWritable ? null : a.NotWritable;
        var notCorrected = !reader.May(Right.WriteAssessments) ? "Only editors correct assessments."
            : a.State != AssessmentState.Published ? "Only what is published is corrected."
            : revisions[0].Number != a.Revision ? "There is a newer revision."
            : null;
        return new(notWritten, notReviewed ?? (wrote ? Review.FourEyes : null), notReviewed, notCorrected);
    }
}

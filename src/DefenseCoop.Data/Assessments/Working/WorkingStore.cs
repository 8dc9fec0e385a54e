using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Working;

/// <summary>What of an assessment a save of its text needs to know.</summary>
internal sealed record OpenAssessment(int Id, string Code, AssessmentState State, string? SubmittedBy)
{
    public bool IsWritable => State is AssessmentState.Draft or AssessmentState.Returned;
}

/// <summary>
/// Keeps the text of one assessment within a transaction: merges,
/// sets aside what cannot be merged, and remembers who wrote.
/// </summary>
/// <param name="work">Of who types; saved by whoever made this.</param>
/// <param name="assessment">Of which.</param>
internal sealed class WorkingStore(CommandWork work, OpenAssessment assessment)
{
    /// <summary>So much a person can leave unsettled in one assessment.</summary>
    private const int MostConflicts = 50;

    private Dictionary<string, AssessmentField> _fields = new(StringComparer.Ordinal);
    private List<FieldConflict> _conflicts = [];
    private long _version;
    private bool _wrote;

    /// <summary>Compiled: it stands in every save.</summary>
    private static readonly Func<DefenseCoopContext, string, Task<OpenAssessment?>> AssessmentOf = EF.CompileAsyncQuery(
        (DefenseCoopContext db, string code) => db.Assessments.Where(a => a.Code == code)
            .Select(a => new OpenAssessment(a.Id, a.Code, a.State, a.SubmittedBy))
            .SingleOrDefault());

    private static readonly Func<DefenseCoopContext, int, long, IAsyncEnumerable<FieldNews>> NewerFields = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int id, long seen) => db.Set<AssessmentField>()
            .Where(f => f.AssessmentId == id && f.Version > seen)
            .OrderBy(f => f.Version)
            .Select(f => new FieldNews(f.Name, f.Value, f.Version, f.Person)));

    private static readonly Func<DefenseCoopContext, int, Task<long?>> NewestVersion = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int id) => db.Set<AssessmentField>().Where(f => f.AssessmentId == id).Max(f => (long?)f.Version));

    /// <exception cref="Domain.RecordGoneException">There is none.</exception>
    public static async Task<OpenAssessment> FindAsync(DefenseCoopContext db, string code) =>
        await AssessmentOf(db, code) ?? throw NoSuch();

    public static Domain.RecordGoneException NoSuch() =>
        new("There is no such assessment: its period may not be open. Ask a manager to open it, then start from the board of assessments.");

    public static async Task<(long Version, IReadOnlyList<FieldNews> Fields)> NewsAsync(
        DefenseCoopContext db, int assessmentId, long seen, CancellationToken ct)
    {
        List<FieldNews> fields = [];
        await foreach (var field in NewerFields(db, assessmentId, seen).WithCancellation(ct)) fields.Add(field);
        return (fields.Count > 0 ? fields[^1].Version : await NewestVersion(db, assessmentId) ?? 0, fields);
    }

    /// <summary>Takes changes one after the other.</summary>
    public async Task<IReadOnlyList<FieldResult>> TakeAsync(IReadOnlyList<FieldChange> changes)
    {
        if (changes.Count == 0) return [];
        var names = changes.Select(c => c.Name).Distinct(StringComparer.Ordinal).ToList();
        _fields = await work.Db.AssessmentFields.Where(f => f.AssessmentId == assessment.Id && EF.Parameter(names).Contains(f.Name))
            .ToDictionaryAsync(f => f.Name, StringComparer.Ordinal, work.Ct);
        _conflicts = await Conflicts().ToListAsync(work.Ct);
        _version = await NewestVersion(work.Db, assessment.Id) ?? 0;
        List<FieldResult> results = [];
        foreach (var change in changes) results.Add(Take(change with { Base = Lines(change.Base), Value = Lines(change.Value) }));
        if (results.Any(r => r.Outcome is FieldOutcome.Saved or FieldOutcome.Merged) && _wrote) await AddWriterAsync();
        return results;
    }

    /// <summary>Puts the author's choice in place of a conflict.</summary>
    public async Task<FieldResult> ResolveAsync(string name, string value, long seenVersion)
    {
        value = Lines(value);
        if (Refusal(name, value) is { } refusal) return Result(name, FieldOutcome.Refused, refusal);
        _fields = await work.Db.AssessmentFields.Where(f => f.AssessmentId == assessment.Id && f.Name == name)
            .ToDictionaryAsync(f => f.Name, StringComparer.Ordinal, work.Ct);
        _conflicts = await Conflicts().Where(c => c.Name == name).ToListAsync(work.Ct);
        _version = await NewestVersion(work.Db, assessment.Id) ?? 0;
        var stored = Stored(name);
        if (value != stored)
        {
            if (!assessment.IsWritable) return Result(name, FieldOutcome.Closed, ClosedMessage);
            if (_fields.TryGetValue(name, out var field) && field.Version > seenVersion)
            {
                return Result(
                    name,
                    FieldOutcome.Conflict,
                    $"{field.Person} changed this field while you chose: look at what stands there now, and choose again.");
            }

            Put(name, value);
            await AddWriterAsync();
        }

        work.Db.RemoveRange(_conflicts);
        return Result(name, FieldOutcome.Saved);
    }

    public async Task AddWriterAsync()
    {
        var isKnown = await work.Db.AssessmentWriters.AnyAsync(
            w => w.AssessmentId == assessment.Id && w.AccountId == work.AccountId, work.Ct);
        if (isKnown) return;
        work.Db.Add(new AssessmentWriter { AssessmentId = assessment.Id, AccountId = work.AccountId, Person = work.Person });
    }

    /// <summary>Of the person, in this assessment.</summary>
    private IQueryable<FieldConflict> Conflicts() =>
        work.Db.FieldConflicts.Where(c => c.AssessmentId == assessment.Id && c.AccountId == work.AccountId);

    private string ClosedMessage => assessment.State == AssessmentState.Published
        ? "This assessment was published meanwhile. Your text is kept for you here: copy it into a correction, or give it up."
        : $"This assessment was submitted{(assessment.SubmittedBy is { } by ? $" by {by}" : "")} meanwhile. "
            + "Your text is kept for you here: if it has to go in, ask a manager to return the assessment.";

    private FieldResult Take(FieldChange change)
    {
        if (Refusal(change.Name, change.Value) is { } refusal) return Result(change.Name, FieldOutcome.Refused, refusal);
        var stored = Stored(change.Name);
        var earlier = Continued(change);
        if (change.Value == stored || (change.Value == change.Base && earlier is null))
        {
            if (earlier is not null) Drop(earlier);
            return Result(change.Name, FieldOutcome.Saved);
        }

        if (earlier is { } known && known.Mine == change.Value) return Aside(change, FieldOutcome.Conflict, known);
        if (!assessment.IsWritable) return Aside(change, FieldOutcome.Closed, earlier);
        var original = earlier?.Base ?? change.Base;
        if (stored == original)
        {
            Put(change.Name, change.Value);
            if (earlier is not null) Drop(earlier);
            return Result(change.Name, FieldOutcome.Saved);
        }

        if (TextPartNames.IsText(change.Name)
            && TextMerge.Of(original, change.Value, stored).Text is { } merged && merged.Length <= AssessmentField.MaxText)
        {
            if (merged != stored) Put(change.Name, merged);
            if (earlier is not null) Drop(earlier);
            return Result(change.Name, merged == change.Value ? FieldOutcome.Saved : FieldOutcome.Merged);
        }

        return Aside(change, FieldOutcome.Conflict, earlier);
    }

    /// <summary>
    /// The text that was set aside before and is now typed on: the
    /// page goes on from what it sent, or sends the same again.
    /// </summary>
    private FieldConflict? Continued(FieldChange change) => _conflicts.FirstOrDefault(c => c.Name == change.Name
        && (change.Base == c.Mine
            || (change.Base == c.Base && (change.Value == c.Mine || TextMerge.Of(c.Base, change.Value, c.Mine).Text == change.Value))));

    private FieldResult Aside(FieldChange change, FieldOutcome outcome, FieldConflict? earlier)
    {
        var message = outcome == FieldOutcome.Closed || !assessment.IsWritable ? ClosedMessage
            : "Somebody else changed the same at the same time. Both are kept: choose what is to stand.";
        if (earlier is not null)
        {
            (earlier.Mine, earlier.At) = (change.Value, work.Now);
        }
        else if (_conflicts.Count >= MostConflicts)
        {
            return Result(
                change.Name,
                FieldOutcome.Refused,
                $"You have {MostConflicts} unsettled texts in this assessment: "
                    + "choose what is to stand in some of them first. This one is kept only on your screen until then.");
        }
        else
        {
            var conflict = new FieldConflict
            {
                AssessmentId = assessment.Id,
                Name = change.Name,
                AccountId = work.AccountId,
                Mine = change.Value,
                Base = change.Base,
                At = work.Now,
            };
            _conflicts.Add(conflict);
            work.Db.Add(conflict);
        }

        return Result(change.Name, outcome, message);
    }

    private void Drop(FieldConflict conflict)
    {
        _conflicts.Remove(conflict);
        work.Db.Remove(conflict);
    }

    private void Put(string name, string value)
    {
        _wrote = true;
        _version++;
        if (_fields.TryGetValue(name, out var field))
        {
            (field.Value, field.Version, field.AccountId, field.Person,
             field.At) = (value, _version, work.AccountId, work.Person, work.Now);
            return;
        }

        field = new AssessmentField
        {
            AssessmentId = assessment.Id,
            Name = name,
            Value = value,
            Version = _version,
            AccountId = work.AccountId,
            Person = work.Person,
            At = work.Now,
        };
        _fields[name] = field;
        work.Db.Add(field);
    }

    private string Stored(string name) => _fields.TryGetValue(name, out var field) ? field.Value : "";

    private FieldResult Result(string name, FieldOutcome outcome, string? message = null) => _fields.TryGetValue(name, out var field)
        ? new(name, outcome, field.Value, field.Version, field.Person, message)
        : new(name, outcome, "", 0, "", message);

    /// <summary>A browser sends line breaks in one way from a form, and in another from a script.</summary>
    private static string Lines(string? text) => text?.ReplaceLineEndings("\n") ?? "";

    private static string? Refusal(string? name, string value)
    {
        if (name is null || !TextPartNames.IsKnown(name)) return "There is no such field in this form: reload the page.";
        var most = TextPartNames.IsText(name) ? AssessmentField.MaxText : AssessmentField.MaxLine;
        return value.Length <= most ? null
            : $"{TextPartNames.Words(name)} has {Domain.Words.Of((decimal)value.Length)} characters: "
                + $"shorten it to {Domain.Words.Of((decimal)most)}. Until then it is kept only on your screen.";
    }
}

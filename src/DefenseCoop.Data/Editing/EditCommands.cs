using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Citing;
using DefenseCoop.Data.History;
using DefenseCoop.Domain;

namespace DefenseCoop.Data.Editing;

/// <summary>Saves forms.</summary>
public sealed class EditCommands(CommandRunner runner, Chronicle chronicle)
{
    private const string WhyField = "Why";

    /// <summary>Saves what a person sends; their draft of the form is removed with it.</summary>
    /// <returns>What came of it: problems at fields, or changes of others to look at, or the change.</returns>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    [RequiresRightOfForm]
    public Task<EditResult> SaveAsync(Actor actor, EditSubmission submission, CancellationToken ct) =>
        RunAsync(actor, submission, preview: false, ct);

    /// <summary>What a save would come to, with its effects on status; nothing is changed.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    [RequiresRightOfForm]
    public Task<EditResult> PreviewAsync(Actor actor, EditSubmission submission, CancellationToken ct) =>
        RunAsync(actor, submission, preview: true, ct);

    private async Task<EditResult> RunAsync(Actor actor, EditSubmission submission, bool preview, CancellationToken ct)
    {
        // A reason that is too long is one problem among the others, not the end of it.
        var why = submission.Why;
        FieldProblem? wrongWhy = null;
        try
        {
            Guard.OptionalParagraph(why, ChangeSet.MaxWhy, WhyField, "The reason");
        }
        catch (InvalidInputException e)
        {
            wrongWhy = new FieldProblem(e.Field, e.Message);
            why = null;
        }

        try
        {
            var right = FormRights.Of(submission.Key.Form);
            OpenRecord? saved = null;
            var outcome = preview
                ? await runner.PreviewAsync(actor, right, ChangeAsync, ct)
                : await runner.ChangeAsync(actor, right, why, ChangeAsync, ct);
            return saved is null
                ? outcome.Result
                : outcome.Result with
                {
                    ChangeSetId = outcome.ChangeSetId, Base = outcome.ChangeSetId ?? outcome.Result.Base, Effects = outcome.Effects,
                };

            async Task<EditResult> ChangeAsync(ChangeWork work)
            {
                (var result, saved) = await WorkAsync(work, submission, wrongWhy);
                if (!preview && IsDoubted(submission, result)) saved = null;
                if (saved is null) work.Db.ChangeTracker.Clear();
                else if (!preview) await DraftStore.SavedAsync(work, submission.Key, submission.Draft);
                return result;
            }
        }
        catch (ChangedMeanwhileException)
        {
            return Refused(
                submission,
                submission.Base,
                [new(
                    "",
                    "Somebody else changed this record at the same moment, so yours was not saved. "
                        + "Save again: what is different is then shown field by field.")]);
        }
    }

    /// <summary>Whether there is a doubt of which the person has not read.</summary>
    private static bool IsDoubted(EditSubmission submission, EditResult result) =>
        submission.Doubts is { } read && result.Doubts.Any(d => !read.Contains(d.Message));

    private async Task<(EditResult Result, OpenRecord? Saved)> WorkAsync(
        ChangeWork work, EditSubmission submission, FieldProblem? wrongWhy)
    {
        var (db, newest, ct) = (work.Db, work.Newest, work.Ct);
        if (FormCatalog.Find(submission.Key.Form) is not { } type)
        {
            return (Refused(submission, newest, [new("", "There is no such form.")]), null);
        }
        if (submission.Values.Sum(v => (long)v.Key.Length + (v.Value?.Length ?? 0)) > Draft.MaxValues)
        {
            return (Refused(submission, newest, [new("", "This is too much for one form: shorten the longest texts.")]), null);
        }

        var scope = new FormScope(db, work.ReaderToday, ct);
        var isNew = submission.Key.Code is null;
        var spec = FormCatalog.BareSpec(type, isNew ? SpecUse.New : SpecUse.Existing);
        var record = isNew ? null : await type.FindAsync(scope, submission.Key.Code!);
        if (!isNew && record is null) return (Refused(submission, newest, [new("", EditMessages.Gone(type.Noun))]), null);
        if (record?.Blocked is { } blocked) return (Refused(submission, newest, [new("", blocked)]), null);

        var stored = record?.Read();

        // What a browser says nothing of is empty: a list of which nothing is chosen, a box that is not ticked.
        var typed = new Dictionary<string, string>(submission.Values, StringComparer.Ordinal);
        foreach (var field in spec.Fields) typed.TryAdd(field.Name, "");
        if (record is not null && stored is not null && submission.Base != newest
            && await MergesAsync(scope, type, submission, typed, stored, newest) is { Count: > 0 } merges)
        {
            var changedBy = await ChangeSetTimes.ChangedByAsync(db, type.Kind, record.Code, submission.Base, ct);
            var values = ThreeWayMerge.Values(typed, merges);
            return (Result(submission, newest, record) with { Merges = merges, Values = values, ChangedBy = changedBy }, null);
        }

        var input = new FormInput(spec, submission.Values, stored, type.IsWhole);
        if (spec.Fields.Any(f => NewSourcePart.Fields.Contains(f))) await NewSourcePart.WriteAsync(spec, input, scope);
        record ??= await CreateAsync(type, scope, submission.Key.Of, input);
        if (record is null) return (Refused(submission, newest, [new("", EditMessages.NoParent(type.Noun))]), null);
        await record.WriteAsync(input);
        if (type.DayField is { } day && !SourcesAreWrong(input, spec, day)) await RequireSourcesAsync(scope, type, record, input, day);
        if (wrongWhy is not null) input.Refuse(wrongWhy.Field, wrongWhy.Message);
        var result = Result(submission, newest, record) with { Problems = input.Problems, Doubts = input.Doubts, Remarks = input.Remarks };
        return (result, input.Problems.Count == 0 ? record : null);
    }

    private static bool SourcesAreWrong(FormInput input, FormSpec spec, string day) =>
        input.HasProblem(day) || NewSourcePart.HasProblem(input)
            || spec.Fields.Any(f => (f.Kind == FieldKind.Sources || f.IsProvenance) && input.HasProblem(f.Name));

    private static async Task RequireSourcesAsync(FormScope scope, FormType type, OpenRecord record, FormInput input, string day)
    {
        if (await UntoldFacts.FindAsync(scope.Db, scope.Ct) is { Count: > 0 } untold) input.Refuse(day, UntoldFacts.Message(untold));
        var unheard = await StatusSources.UnheardAsync(scope.Db, scope.Ct);
        if (unheard.Count == 0) return;
        var own = unheard.FirstOrDefault(u => u.Code == record.Code);
        input.Refuse(day, own is null ? StatusSources.MessageOfSource(unheard) : StatusSources.Message(own, type.Noun));
    }

    private static async Task<OpenRecord?> CreateAsync(FormType type, FormScope scope, string? of, FormInput input)
    {
        var record = await type.CreateAsync(scope, of, input);
        // So that what the new record belongs to is known to it.
        scope.Db.ChangeTracker.DetectChanges();
        return record;
    }

    /// <summary>What others changed since the person opened the form.</summary>
    private async Task<IReadOnlyList<FieldMerge>> MergesAsync(
        FormScope scope, FormType type, EditSubmission submission,
        Dictionary<string, string> typed, Dictionary<string, string> stored, long newest)
    {
        IReadOnlyDictionary<string, string> seen = new Dictionary<string, string>();
        if (submission.Base < newest && await ChangeSetTimes.AtAsync(scope.Db, submission.Base, scope.Ct) is { } at)
        {
            await using var then = await chronicle.OpenAsync(at, scope.Ct);
            if (await type.FindAsync(new FormScope(then, scope.Today, scope.Ct), submission.Key.Code!) is { } record) seen = record.Read();
        }

        return ThreeWayMerge.Of(type.Fields(SpecUse.Compared).Select(f => f.Spec), seen, stored, typed);
    }

    private static EditResult Refused(EditSubmission submission, long newest, IReadOnlyList<FieldProblem> problems) =>
        new(problems, [], newest, submission.Values, null, submission.Key.Code, [], null);

    private static EditResult Result(EditSubmission submission, long newest, OpenRecord record) =>
        new([], [], newest, submission.Values, null, record.Code, [], record.Reference);
}

using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Assessments.Submission;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments;

/// <summary>Writes, submits, reviews and corrects assessments.</summary>
public sealed class AssessmentCommands(
    CommandRunner runner,
    IDbContextFactory<DefenseCoopContext> contexts,
    RightsCheck rights,
    AssessmentPresence presence,
    EvidenceBuilder builder)
{
    /// <summary>Keeps what a person typed since the last time, merged with what others typed, and tells what is new.</summary>
    /// <param name="actor">Who types.</param>
    /// <param name="code">Of the assessment.</param>
    /// <param name="seen">The newest version that the page has seen.</param>
    /// <param name="at">The field in which the person is; null for none.</param>
    /// <param name="changes">What they changed; empty to ask for news alone.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not write assessments.</exception>
    /// <exception cref="RecordGoneException">There is no such assessment.</exception>
    [Requires(Right.WriteAssessments)]
    public Task<SyncResult> SyncAsync(
        Actor actor, string code, long seen, string? at, IReadOnlyList<FieldChange> changes, CancellationToken ct) =>
            changes.Count == 0
                ? NewsAsync(actor, code, seen, at, ct)
                : runner.RunAsync(actor, Right.WriteAssessments, work => TypeAsync(work, code, seen, at, changes), ct);

    /// <summary>Settles what could not be merged: the value becomes that of the field, and what was kept aside goes.</summary>
    /// <param name="actor">Whose text was kept aside.</param>
    /// <param name="code">Of the assessment.</param>
    /// <param name="name">Of the field.</param>
    /// <param name="value">What is to stand there; the stored value to give up one’s own.</param>
    /// <param name="seenVersion">Of the value of others that the person has seen.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Conflict again where others changed the field since then.</returns>
    /// <exception cref="NotAllowedException">The person may not write assessments.</exception>
    /// <exception cref="RecordGoneException">There is no such assessment.</exception>
    [Requires(Right.WriteAssessments)]
    public Task<FieldResult> ResolveAsync(Actor actor, string code, string name, string value, long seenVersion, CancellationToken ct) =>
        runner.RunAsync(actor, Right.WriteAssessments, async work =>
        {
            var store = new WorkingStore(work, await WorkingStore.FindAsync(work.Db, code));
            var result = await store.ResolveAsync(name, value, seenVersion);
            await work.Db.SaveChangesAsync(work.Ct);
            return result;
        }, ct);

    /// <summary>Hands an assessment over for review, and freezes the evidence with it. What is typed is kept in any case.</summary>
    /// <param name="actor">Who submits.</param>
    /// <param name="code">Of the assessment.</param>
    /// <param name="changes">What is typed and was not kept yet, as for <see cref="SyncAsync"/>; null or empty for nothing.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not write assessments.</exception>
    /// <exception cref="RecordGoneException">There is no such assessment.</exception>
    [Requires(Right.WriteAssessments)]
    public Task<SubmitResult> SubmitAsync(Actor actor, string code, IReadOnlyList<FieldChange>? changes, CancellationToken ct) =>
        SubmittedAsync(runner.ChangeAsync(actor, Right.WriteAssessments, null, work => SubmitAsync(work, code, changes ?? []), ct));

    /// <summary>Gives a submitted assessment back to its writers, with comments.</summary>
    /// <returns>The change set.</returns>
    /// <exception cref="NotAllowedException">The person may not review.</exception>
    /// <exception cref="ConflictException">It does not wait for review.</exception>
    /// <exception cref="InvalidInputException">There is no comment, or one is wrong.</exception>
    [Requires(Right.PublishAssessments)]
    public Task<long?> ReturnAsync(Actor actor, string code, IReadOnlyList<CommentInput> comments, CancellationToken ct) =>
        ChangedAsync(runner.ChangeAsync(actor, Right.PublishAssessments, null, async work =>
        {
            var assessment = await LoadAsync(work, code);
            assessment.Return(work.Now, work.AccountId, work.Person);
            Review.AddComments(work, assessment, comments);
            return true;
        }, ct));

    /// <summary>Shows a submitted assessment to readers.</summary>
    /// <returns>The change set.</returns>
    /// <exception cref="NotAllowedException">The person may not review.</exception>
    /// <exception cref="ConflictException">It does not wait for review, or the person wrote a part of it.</exception>
    [Requires(Right.PublishAssessments)]
    public Task<long?> PublishAsync(Actor actor, string code, CancellationToken ct) =>
        ChangedAsync(runner.ChangeAsync(actor, Right.PublishAssessments, null, async work =>
        {
            var assessment = await LoadAsync(work, code);
            var isSubmitted = assessment.State == AssessmentState.Submitted;
            if (isSubmitted && await Review.WroteAsync(work, assessment)) throw new ConflictException(Review.FourEyes);
            assessment.Publish(work.Now, work.AccountId, work.Person);
            return true;
        }, ct));

    /// <summary>Starts a new revision of a published assessment, with its content to start from.</summary>
    /// <returns>Code of the new revision, a draft.</returns>
    /// <exception cref="NotAllowedException">The person may not write assessments.</exception>
    /// <exception cref="ConflictException">It is not published, or is being corrected already.</exception>
    /// <exception cref="InvalidInputException">No reason is given, or it is too long.</exception>
    [Requires(Right.WriteAssessments)]
    public Task<string> CorrectAsync(Actor actor, string code, string reason, CancellationToken ct) =>
        ResultAsync(runner.ChangeAsync(
            actor, Right.WriteAssessments, null, async work => await Correction.StartAsync(work, await LoadAsync(work, code), reason), ct));

    private static async Task<SubmitResult> SubmittedAsync(Task<ChangeOutcome<SubmitResult>> change) => Of(await change);

    private static SubmitResult Of(ChangeOutcome<SubmitResult> outcome) => outcome.Result with { ChangeSetId = outcome.ChangeSetId };

    private static async Task<long?> ChangedAsync(Task<ChangeOutcome<bool>> change) => (await change).ChangeSetId;

    private static async Task<T> ResultAsync<T>(Task<ChangeOutcome<T>> change) => (await change).Result;

    /// <summary>With all its parts, to be changed.</summary>
    private static async Task<Assessment> LoadAsync(CommandWork work, string code) =>
        await work.Db.Assessments.AsSplitQuery().Include(a => a.FocusArea).Include(a => a.Objectives).Include(a => a.Actions)
            .SingleOrDefaultAsync(a => a.Code == code, work.Ct)
        ?? throw WorkingStore.NoSuch();

    /// <summary>Without a transaction that writes: most pages have nothing to say most of the time.</summary>
    private async Task<SyncResult> NewsAsync(Actor actor, string code, long seen, string? at, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await rights.RequireAsync(db, actor, Right.WriteAssessments, ct);
        var assessment = await WorkingStore.FindAsync(db, code);
        presence.Say(code, actor.AccountId, person.Name, at);
        return await AnswerAsync(db, actor.AccountId, assessment, seen, [], ct);
    }

    private async Task<SyncResult> TypeAsync(CommandWork work, string code, long seen, string? at, IReadOnlyList<FieldChange> changes)
    {
        var assessment = await WorkingStore.FindAsync(work.Db, code);
        var results = await new WorkingStore(work, assessment).TakeAsync(changes);
        await work.Db.SaveChangesAsync(work.Ct);
        presence.Say(code, work.AccountId, work.Person, at);
        return await AnswerAsync(work.Db, work.AccountId, assessment, seen, results, work.Ct);
    }

    private async Task<SyncResult> AnswerAsync(
        DefenseCoopContext db,
        int accountId,
        OpenAssessment assessment,
        long seen,
        IReadOnlyList<FieldResult> results,
        CancellationToken ct)
    {
        var (version, fields) = await WorkingStore.NewsAsync(db, assessment.Id, seen, ct);
        return new SyncResult(version, fields, results, presence.Others(assessment.Code, accountId), assessment.State);
    }

    private async Task<SubmitResult> SubmitAsync(CommandWork work, string code, IReadOnlyList<FieldChange> changes)
    {
        var store = new WorkingStore(work, await WorkingStore.FindAsync(work.Db, code));
        var refused = (await store.TakeAsync(changes))
            .Where(r => r.Outcome is FieldOutcome.Refused).Select(r => new FieldProblem(r.Name, r.Message!)).ToList();
        await work.Db.SaveChangesAsync(work.Ct);
        var assessment = await LoadAsync(work, code);
        if (!assessment.IsWritable) return new SubmitResult([new("", assessment.NotWritable)], null);
        if (refused.Count > 0) return new SubmitResult(refused, null);
        var problems = await new Submitter(work, builder).RunAsync(assessment);
        if (problems.Count == 0) await store.AddWriterAsync();
        return new SubmitResult(problems, null);
    }
}

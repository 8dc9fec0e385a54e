using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Refresh;

/// <summary>The work list of editors: what is stale, and what soon will be.</summary>
public sealed class RefreshQueries(
    IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights, FindingsKeeper keeper, TimeProvider clock, Thresholds thresholds)
{
    /// <summary>So many days ahead is soon.</summary>
    public const int SoonDays = 90;

    /// <summary>
    /// One page of it: the stale first, by days since then times weight; then what soon will be, the soonest first.
    /// </summary>
    /// <param name="actor">Who asks; needs the right to record evidence.</param>
    /// <param name="page">From 1; beyond the last one, the last.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public async Task<RefreshList> ListAsync(Actor actor, int page, CancellationToken ct)
    {
        var ordered = await AllAsync(actor, ct);
        var pages = Math.Max(1, (ordered.Count + RefreshList.PageSize - 1) / RefreshList.PageSize);
        var shown = Math.Clamp(page, 1, pages);
        return new RefreshList(
            [.. ordered.Skip((shown - 1) * RefreshList.PageSize).Take(RefreshList.PageSize)],
            ordered.Count, ordered.Count(r => !r.IsSoon), shown);
    }

    /// <summary>All of it, in its order.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public async Task<IReadOnlyList<RefreshRow>> AllAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await OpenAsync(actor, ct);
        return await RowsAsync(db, null, ct);
    }

    /// <summary>The row whose news are recorded in a form, read without the rest of the list; null where that is not in it.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public async Task<RefreshRow?> FindAsync(Actor actor, FormKey form, CancellationToken ct)
    {
        await using var db = await OpenAsync(actor, ct);
        return await OwnerAsync(db, form, ct) is { } initiative
            ? (await RowsAsync(db, initiative, ct)).FirstOrDefault(r => r.Form == form)
            : null;
    }

    /// <summary>What follows in the list now; at its end what is first. Null where nothing else is left.</summary>
    /// <param name="actor">Who asks; needs the right to record evidence.</param>
    /// <param name="done">The row as it stood in the list; null for one that did not.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public async Task<RefreshNext?> NextAsync(Actor actor, RefreshRow? done, CancellationToken ct)
    {
        var left = await AllAsync(actor, ct);
        var others = left.Where(r => r.Form != done?.Form).ToList();
        var next = others.Find(r => done is not null && InOrder.Compare(r, done) > 0) ?? others.FirstOrDefault();
        return next is null ? null : new RefreshNext(next, left.Count);
    }

    private async Task<DefenseCoopContext> OpenAsync(Actor actor, CancellationToken ct)
    {
        await keeper.EnsureTodayAsync(ct);
        var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            await rights.RequireAsync(db, actor, Right.RecordEvidence, ct);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <param name="db">The present.</param>
    /// <param name="initiative">The id of the initiative whose rows are asked for; null for all.</param>
    /// <param name="ct">Ends it.</param>
    private async Task<IReadOnlyList<RefreshRow>> RowsAsync(DefenseCoopContext db, int? initiative, CancellationToken ct)
    {
        var initiatives = await InitiativesAsync(db, initiative, ct);
        List<RefreshRow> rows =
        [
            .. await IndicatorsAsync(db, initiatives, initiative, ct), .. await MilestonesAsync(db, initiatives, initiative, ct),
        ];
        var stale = rows.Where(r => !r.IsSoon).Select(r => r.InitiativeCode).ToHashSet(StringComparer.Ordinal);
        rows.AddRange(initiatives.Values.Where(i => !stale.Contains(i.Facts.Code)).Select(OwnRow).OfType<RefreshRow>());

        return [.. rows.Order(InOrder)];
    }

    /// <summary>The id of the initiative that a form records news of; null where there is none.</summary>
    private static Task<int?> OwnerAsync(DefenseCoopContext db, FormKey form, CancellationToken ct) => (form switch
    {
        { Form: FormNames.Reading, Of: { } indicator } => db.Indicators.Where(i => i.Code == indicator).Select(i => (int?)i.InitiativeId),
        { Form: FormNames.MilestoneRefresh } => db.Milestones.Where(m => m.Code == form.Code).Select(m => (int?)m.InitiativeId),
        _ => db.Initiatives.Where(i => i.Code == form.Code).Select(i => (int?)i.Id),
    }).SingleOrDefaultAsync(ct);

    private static Comparer<RefreshRow> InOrder { get; } = Comparer<RefreshRow>.Create(static (a, b) =>
        Place(a).CompareTo(Place(b)) is var byPlace and not 0 ? byPlace : string.CompareOrdinal(a.About.Code, b.About.Code));

    /// <summary>The stale first, by days since then times weight; then what soon will be, the soonest first.</summary>
    private static (bool, decimal, int, decimal) Place(RefreshRow row) =>
        (row.IsSoon, row.IsSoon ? -row.Days : -(row.Days + 1) * row.Weight, -row.Days, -row.Weight);

    /// <summary>
    /// What all rows of an initiative have in common. The facts are
    /// those that its parts are judged with, without the parts.
    /// </summary>
    private sealed record Known(
        InitiativeFacts Facts, Stage Stage, AssessedStatus Status,
        string FirstCause, DateOnly? EvidenceOn, Period? EvidenceIn, decimal Weight)
    {
        /// <summary>Whether its milestones and its own evidence count: not before it is agreed, nor after it has ended.</summary>
        public bool IsJudged => Stage is Stage.Agreed or Stage.UnderWay;
    }

    private static async Task<Dictionary<int, Known>> InitiativesAsync(DefenseCoopContext db, int? only, CancellationToken ct)
    {
        // The sums of numbers that the database keeps as floating point are taken here.
        var contributions = (await db.Contributions.Of(only, c => c.InitiativeId == only)
            .Select(c => new { c.InitiativeId, c.Weight })
            .ToListAsync(ct)).ToLookup(c => c.InitiativeId, c => c.Weight);
        var entries = await db.RegisterEntries.Of(only, e => e.InitiativeId == only)
            .Select(e => new { e.InitiativeId, e.Code, e.Title, e.Start, e.Stage, e.Status, e.FirstCause, e.EvidenceOn, e.EvidenceIn })
            .ToListAsync(ct);
        return entries.ToDictionary(
            e => e.InitiativeId,
            e => new Known(
                new InitiativeFacts { Code = e.Code, Title = e.Title, Start = e.Start },
                e.Stage, e.Status, e.FirstCause, e.EvidenceOn, e.EvidenceIn, contributions[e.InitiativeId].Sum()));
    }

    private async Task<IEnumerable<RefreshRow>> IndicatorsAsync(
        DefenseCoopContext db, Dictionary<int, Known> initiatives, int? only, CancellationToken ct) =>
        from indicator in await RefreshFacts.IndicatorsAsync(db, only, ct)
        where initiatives.ContainsKey(indicator.InitiativeId)
        let initiative = initiatives[indicator.InitiativeId]
        let staleness = Staleness.Of(indicator.Facts, initiative.Facts, clock.Today, SoonDays, thresholds)
        where staleness is not null
        select Row(
            new FactRef(FactKind.Indicator, indicator.Facts.Code, indicator.Facts.Name, initiative.Facts.Code), initiative, staleness.Value,
            new FormKey(FormNames.Reading, null, indicator.Facts.Code)) with { Remedy = "A reading of a later period would refresh it." };

    private async Task<IEnumerable<RefreshRow>> MilestonesAsync(
        DefenseCoopContext db, Dictionary<int, Known> initiatives, int? only, CancellationToken ct) =>
        from milestone in await RefreshFacts.MilestonesAsync(db, clock.Today.AddDays(SoonDays), only, ct)
        where initiatives.TryGetValue(milestone.InitiativeId, out var owner) && owner.IsJudged
        let initiative = initiatives[milestone.InitiativeId]
        let staleness = Staleness.Of(milestone.Facts, initiative.Facts.Code, clock.Today, SoonDays, thresholds)
        where staleness is not null
        select Row(
            new FactRef(FactKind.Milestone, milestone.Facts.Code, milestone.Facts.Title, initiative.Facts.Code),
            initiative, staleness.Value,
            new FormKey(FormNames.MilestoneRefresh, milestone.Facts.Code, null)) with
            {
                Remedy = $"A text of {Domain.Words.Of(staleness.Value.Since)} or later would refresh it.",
            };

    /// <summary>The initiative itself, where none of its parts is stale and yet nothing new is known of it.</summary>
    private RefreshRow? OwnRow(Known initiative)
    {
        if (!initiative.IsJudged || initiative.EvidenceOn is not { } evidence) return null;
        var since = evidence.AddDays(thresholds.EvidenceMaxAgeDays + 1);
        var isStale = initiative.Status == AssessedStatus.Stale && since <= clock.Today;
        var willBe = initiative.Status is AssessedStatus.OnTrack or AssessedStatus.Achieved
            && since > clock.Today && since <= clock.Today.AddDays(SoonDays);
        if (!isStale && !willBe) return null;
        var newest = initiative.EvidenceIn ?? Period.Of(evidence);
        var reason = isStale
            ? initiative.FirstCause
            : $"The newest public evidence is of {newest.ToDisplay()}; "
                + $"from {Domain.Words.Of(since)} it is too old to say how it stands.";
        return Row(
            new FactRef(FactKind.Initiative, initiative.Facts.Code, initiative.Facts.Title, initiative.Facts.Code),
            initiative, new(initiative.Status, reason, since),
            new FormKey(FormNames.InitiativeRefresh, initiative.Facts.Code, null)) with
        {
            Remedy = $"A text after {Domain.Words.Of(clock.Today.AddDays(evidence.DayNumber - since.DayNumber))} would refresh it.",
            Newest = newest,
        };
    }

    private RefreshRow Row(FactRef about, Known initiative, Staleness staleness, FormKey form) => new(
        about, initiative.Facts.Code, initiative.Facts.Title, staleness.Status, staleness.Reason, staleness.Since,
        clock.Today.DayNumber - staleness.Since.DayNumber, initiative.Weight, form);
}


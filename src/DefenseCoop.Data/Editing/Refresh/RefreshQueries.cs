using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Refresh;

/// <summary>The work list of editors: what is stale, and what soon will be.</summary>
public sealed class RefreshQueries(IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights, FindingsKeeper keeper, Thresholds thresholds)
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
            [.. ordered.Skip((shown - 1) * RefreshList.PageSize).Take(RefreshList.PageSize)], ordered.Count, ordered.Count(r => !r.IsSoon), shown);
    }

    /// <summary>All of it, in its order.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public async Task<IReadOnlyList<RefreshRow>> AllAsync(Actor actor, CancellationToken ct)
    {
        await keeper.EnsureTodayAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAsync(db, actor, Right.RecordEvidence, ct);
        var initiatives = await InitiativesAsync(db, ct);
        List<RefreshRow> rows = [.. await IndicatorsAsync(db, initiatives, ct), .. await MilestonesAsync(db, initiatives, ct)];
        var stale = rows.Where(r => !r.IsSoon).Select(r => r.InitiativeCode).ToHashSet(StringComparer.Ordinal);
        rows.AddRange(initiatives.Values.Where(i => !stale.Contains(i.Facts.Code)).Select(OwnRow).OfType<RefreshRow>());

        return [.. rows
            .OrderBy(r => r.IsSoon)
            .ThenByDescending(r => r.IsSoon ? r.Days : (r.Days + 1) * r.Weight)
            .ThenByDescending(r => r.Days)
            .ThenByDescending(r => r.Weight)
            .ThenBy(r => r.About.Code, StringComparer.Ordinal)];
    }

    /// <summary>What all rows of an initiative have in common. The facts are those that its parts are judged with, without the parts.</summary>
    private sealed record Known(InitiativeFacts Facts, Stage Stage, AssessedStatus Status, string FirstCause, DateOnly? EvidenceOn, Period? EvidenceIn, decimal Weight)
    {
        /// <summary>Whether its milestones and its own evidence count: not before it is agreed, nor after it has ended.</summary>
        public bool IsJudged => Stage is Stage.Agreed or Stage.UnderWay;
    }

    private static async Task<Dictionary<int, Known>> InitiativesAsync(DefenseCoopContext db, CancellationToken ct)
    {
        // The sums of numbers that SQLite keeps as floating point are taken here.
        var contributions = (await db.Contributions.Select(c => new { c.InitiativeId, c.Weight }).ToListAsync(ct)).ToLookup(c => c.InitiativeId, c => c.Weight);
        var entries = await db.RegisterEntries
            .Select(e => new { e.InitiativeId, e.Code, e.Title, e.Start, e.Stage, e.Status, e.FirstCause, e.EvidenceOn, e.EvidenceIn })
            .ToListAsync(ct);
        return entries.ToDictionary(
            e => e.InitiativeId,
            e => new Known(
                new InitiativeFacts { Code = e.Code, Title = e.Title, Start = e.Start },
                e.Stage, e.Status, e.FirstCause, e.EvidenceOn, e.EvidenceIn, contributions[e.InitiativeId].Sum()));
    }

    private async Task<IEnumerable<RefreshRow>> IndicatorsAsync(DefenseCoopContext db, Dictionary<int, Known> initiatives, CancellationToken ct) =>
        from indicator in await RefreshFacts.IndicatorsAsync(db, ct)
        where initiatives.ContainsKey(indicator.InitiativeId)
        let initiative = initiatives[indicator.InitiativeId]
        let staleness = Staleness.Of(indicator.Facts, initiative.Facts, keeper.Today, SoonDays, thresholds)
        where staleness is not null
        select Row(
            new FactRef(FactKind.Indicator, indicator.Facts.Code, indicator.Facts.Name, initiative.Facts.Code), initiative, staleness.Value,
            new FormKey(FormNames.Reading, null, indicator.Facts.Code)) with { Remedy = "A reading of a later period would refresh it." };

    private async Task<IEnumerable<RefreshRow>> MilestonesAsync(DefenseCoopContext db, Dictionary<int, Known> initiatives, CancellationToken ct) =>
        from milestone in await RefreshFacts.MilestonesAsync(db, keeper.Today.AddDays(SoonDays), ct)
        where initiatives.TryGetValue(milestone.InitiativeId, out var owner) && owner.IsJudged
        let initiative = initiatives[milestone.InitiativeId]
        let staleness = Staleness.Of(milestone.Facts, initiative.Facts.Code, keeper.Today, SoonDays, thresholds)
        where staleness is not null
        select Row(
            new FactRef(FactKind.Milestone, milestone.Facts.Code, milestone.Facts.Title, initiative.Facts.Code), initiative, staleness.Value,
            new FormKey(FormNames.MilestoneRefresh, milestone.Facts.Code, null)) with { Remedy = $"A text of {Domain.Words.Of(staleness.Value.Since)} or later would refresh it." };

    /// <summary>The initiative itself, where none of its parts is stale and yet nothing new is known of it.</summary>
    private RefreshRow? OwnRow(Known initiative)
    {
        if (!initiative.IsJudged || initiative.EvidenceOn is not { } evidence) return null;
        var since = evidence.AddDays(thresholds.EvidenceMaxAgeDays + 1);
        var isStale = initiative.Status == AssessedStatus.Stale && since <= keeper.Today;
        var willBe = initiative.Status is AssessedStatus.OnTrack or AssessedStatus.Achieved && since > keeper.Today && since <= keeper.Today.AddDays(SoonDays);
        if (!isStale && !willBe) return null;
        var reason = isStale ? initiative.FirstCause : $"The newest public evidence is of {(initiative.EvidenceIn ?? Period.Of(evidence)).ToDisplay()}; from {Domain.Words.Of(since)} it is too old to say how it stands.";
        return Row(
            new FactRef(FactKind.Initiative, initiative.Facts.Code, initiative.Facts.Title, initiative.Facts.Code), initiative, new(initiative.Status, reason, since),
            new FormKey(FormNames.InitiativeRefresh, initiative.Facts.Code, null)) with
        {
            Remedy = $"A text after {Domain.Words.Of(keeper.Today.AddDays(evidence.DayNumber - since.DayNumber))} would refresh it.",
            Newest = evidence,
        };
    }

    private RefreshRow Row(FactRef about, Known initiative, Staleness staleness, FormKey form) => new(
        about, initiative.Facts.Code, initiative.Facts.Title, staleness.Status, staleness.Reason, staleness.Since,
        keeper.Today.DayNumber - staleness.Since.DayNumber, initiative.Weight, form);
}

using System.Collections.Immutable;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status;

/// <summary>
/// Today's findings of all listed initiatives and of the focus areas, with the trees of these, at one revision: what a
/// change starts from. Only what roll-ups and comparisons read is kept of a finding.
/// </summary>
/// <param name="Revision">Id of the newest change set.</param>
/// <param name="Day">UTC.</param>
/// <param name="Initiatives">By code.</param>
/// <param name="Trees">Of the focus areas, in their order.</param>
/// <param name="Areas">The stored findings of the focus areas, by slug.</param>
internal sealed record KnownFindings(
    long Revision,
    DateOnly Day,
    ImmutableDictionary<string, InitiativeFinding> Initiatives,
    IReadOnlyList<FocusAreaFacts> Trees,
    ImmutableDictionary<string, FocusAreaFinding> Areas)
{
    public static async Task<KnownFindings> ReadAsync(DefenseCoopContext db, long revision, DateOnly day, Thresholds thresholds, CancellationToken ct)
    {
        var facts = await FactsLoader.LoadAsync(db, null, ct);
        var findings = ImmutableDictionary.CreateBuilder<string, InitiativeFinding>();
        foreach (var known in facts.Values.Where(f => StageRule.IsListedOn(f, day))) findings[known.Code] = Slim(InitiativeRule.Judge(known, day, thresholds));
        var areas = await db.FocusAreaFindings.AsNoTracking().Select(f => new { f.FocusArea.Slug, Finding = f }).ToListAsync(ct);
        return new KnownFindings(
            revision, day, findings.ToImmutable(), await FactsLoader.TreesAsync(db, null, ct), areas.ToImmutableDictionary(a => a.Slug, a => a.Finding));
    }

    /// <summary>Without what would keep the facts of an initiative in memory.</summary>
    public static InitiativeFinding Slim(InitiativeFinding finding) => finding with
    {
        FindRemedies = static () => [],
        Figures = [],
        Causes = [finding.Causes[0]],
        Milestones = [.. finding.Milestones.Select(m => m with { FindRemedies = static () => [], Figures = [] })],
        Indicators = [.. finding.Indicators.Select(i => i with { FindRemedies = static () => [], Figures = [] })],
    };
}

/// <summary>Findings after a change.</summary>
/// <param name="Effects">Statuses that are others than before.</param>
/// <param name="Notice">What to tell once the change is committed; null where nothing was changed.</param>
/// <param name="After">What the next change starts from; null where it has to be read again.</param>
internal sealed record RefreshedFindings(IReadOnlyList<StatusEffect> Effects, History.ChangeNotice? Notice, KnownFindings? After)
{
    public static RefreshedFindings None { get; } = new([], null, null);
}

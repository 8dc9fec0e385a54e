using DefenseCoop.Data.People;
using DefenseCoop.Data.Storage;

namespace DefenseCoop.Data.Assessments;

/// <summary>Reads assessments and periods.</summary>
public sealed class AssessmentQueries
{
    /// <summary>One assessment; unpublished ones only for those who may see drafts.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="slug">Of the focus area.</param>
    /// <param name="period">Code of the period.</param>
    /// <param name="revision">Null for the newest one that the person may see.</param>
    /// <param name="moment">By what was known when; its day is of no account, an assessment speaks of its period.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Null where there is none, or none that the person may see.</returns>
    /// <exception cref="NotAllowedException">The person may not even read.</exception>
    public Task<AssessmentView?> FindAsync(Actor actor, string slug, string period, int? revision, Moment moment, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>The published assessments of a focus area, the newest period first, and of each the newest revision first.</summary>
    public Task<IReadOnlyList<PublishedRow>> OfAreaAsync(string slug, Moment moment, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>The periods that were opened, the newest first.</summary>
    public Task<IReadOnlyList<OpenedPeriod>> PeriodsAsync(CancellationToken ct) => throw new NotImplementedException();
}

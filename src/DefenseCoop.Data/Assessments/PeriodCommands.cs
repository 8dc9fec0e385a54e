using DefenseCoop.Data.Backups;
using DefenseCoop.Data.People;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.Assessments;

/// <summary>Opens periods for assessment.</summary>
public sealed class PeriodCommands
{
    /// <summary>Opens a period: every focus area gets a draft.</summary>
    /// <exception cref="NotAllowedException">The person may not open periods.</exception>
    /// <exception cref="InvalidInputException">It is no period, lies ahead, or is open already.</exception>
    [Requires(Right.OpenPeriods)]
    public Task<OpenedPeriod> OpenAsync(Actor actor, string period, IProgress<WorkProgress>? progress, CancellationToken ct) => throw new NotImplementedException();
}

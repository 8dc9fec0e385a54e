using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Assessments.Evidence;

/// <summary>Gathers the evidence of a focus area, from the present or any historic context.</summary>
public sealed class EvidenceBuilder(Thresholds thresholds)
{
    /// <returns>Null where there is no such focus area.</returns>
    public Task<FrozenEvidence?> BuildAsync(DefenseCoopContext db, string slug, DateOnly day, CancellationToken ct) => throw new NotImplementedException(thresholds.ToString());
}

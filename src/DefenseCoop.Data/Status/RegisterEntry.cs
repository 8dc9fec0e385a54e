using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Status;

/// <summary>
/// An initiative's row in the register for one day: its facts as known that day and the finding that the rules give.
/// Today's rows are stored, so that filters, sorts and counts run in SQL; another day's are computed.
/// </summary>
public sealed class RegisterEntry
{
    public const int MaxCodeKey = 60;
    public const int MaxLeads = 400;

    /// <summary>Ten times what the longest has; names beyond it are not found.</summary>
    public const int MaxSearchText = 40_000;

    /// <summary>Some letters sort as two.</summary>
    public const int MaxTitleKey = 2 * Initiative.MaxTitle;

    public const int MaxFirstCause = 500;

    public int InitiativeId { get; set; }

    public Initiative Initiative { get; set; } = null!;

    public required string Code { get; set; }

    /// <summary>The code with its numbers padded: what the column sorts by, so that JT-2 comes before JT-10.</summary>
    public required string CodeKey { get; set; }

    public required string Title { get; set; }

    /// <summary>The title in Danish order (<see cref="Domain.Text.FoldedText.SortKey"/>): what the column sorts by.</summary>
    public required string TitleKey { get; set; }

    public int CategoryId { get; set; }

    public required Category Category { get; set; }

    public required Stage Stage { get; set; }

    public required AssessedStatus Status { get; set; }

    /// <summary>The first cause of the status, as a sentence.</summary>
    public required string FirstCause { get; set; }

    public PartialDate? Start { get; set; }

    public PartialDate? End { get; set; }

    public PartialDate? StatusAsOf { get; set; }

    /// <summary>First possible day of <see cref="Start"/>: what the column sorts by.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>First possible day of <see cref="End"/>: what the column sorts by.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>First possible day of <see cref="StatusAsOf"/>: what the column sorts by.</summary>
    public DateOnly? UpdatedOn { get; set; }

    /// <summary>Last day on which it may have been active; null where it goes on or its end is unknown.</summary>
    public DateOnly? LastActiveDay { get; set; }

    /// <summary>Day of the newest evidence.</summary>
    public DateOnly? EvidenceOn { get; set; }

    /// <summary>The date of the newest evidence, as exact as it is known. Null also in versions from before this was kept.</summary>
    public Period? EvidenceIn { get; set; }

    /// <summary>Names of the lead organizations, abbreviated where they have an abbreviation.</summary>
    public required string Leads { get; set; }

    public int MilestonesMet { get; set; }

    /// <summary>Milestones that are not cancelled.</summary>
    public int MilestonesTotal { get; set; }

    /// <summary>Share of milestones met, 0 to 1; null where there are none.</summary>
    public double? Progress { get; set; }

    public Provenance Provenance { get; set; }

    /// <summary>All that it is found by (<see cref="Domain.Text.SearchText"/>): what the search looks in.</summary>
    public required string SearchText { get; set; }
}

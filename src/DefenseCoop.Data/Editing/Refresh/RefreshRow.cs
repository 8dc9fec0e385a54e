using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Editing.Refresh;

/// <summary>One piece of evidence that is stale, or soon will be.</summary>
/// <param name="About">The indicator, milestone or initiative.</param>
/// <param name="InitiativeCode">The initiative that it belongs to; its own code for an initiative.</param>
/// <param name="InitiativeTitle">What that is called.</param>
/// <param name="Status">Today.</param>
/// <param name="Reason">Why it needs a look, in a sentence.</param>
/// <param name="Since">The day from which it is stale; of what soon will be, the day on which that happens.</param>
/// <param name="Days">Days since then, up to today; negative for what soon will be.</param>
/// <param name="Weight">How much hangs on it: the weights of all contributions of the initiative to outcomes, together.</param>
/// <param name="Form">Where the news is recorded.</param>
public sealed record RefreshRow(
    FactRef About,
    string InitiativeCode,
    string InitiativeTitle,
    AssessedStatus Status,
    string Reason,
    DateOnly Since,
    int Days,
    decimal Weight,
    FormKey Form)
{
    /// <summary>What would refresh it, in a sentence.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>When the newest evidence of an initiative as a whole is of, as exact as it is known; null for a part of one.</summary>
    public Period? Newest { get; init; }

    /// <summary>Since when, why, and what helps.</summary>
    public string Words =>
        $"{(IsSoon ? "Stale from" : "Stale since")} {Domain.Words.Of(Since)}: "
            + $"{(Newest is { } newest ? $"newest evidence of {newest.ToDisplay()}." : Reason)} {Remedy}";

    /// <summary>Whether it is not stale yet.</summary>
    public bool IsSoon => Days < 0;
}

/// <summary>What follows in the work list, and how many rows it has.</summary>
public sealed record RefreshNext(RefreshRow Row, int Left);

/// <summary>One page of the work list.</summary>
/// <param name="Rows">Of the page asked for.</param>
/// <param name="Total">Of all pages.</param>
/// <param name="Stale">How many of all are stale; the others soon will be.</param>
/// <param name="Page">From 1.</param>
public sealed record RefreshList(IReadOnlyList<RefreshRow> Rows, int Total, int Stale, int Page)
{
    public const int PageSize = 100;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

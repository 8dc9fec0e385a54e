using DefenseCoop.Domain.Assessments;

namespace DefenseCoop.Data.Assessments.Following;

/// <summary>Which actions are asked for.</summary>
public enum ActionFilter
{
    /// <summary>Not done, the overdue first.</summary>
    Open,

    /// <summary>Not done, and past the day by which they were to be.</summary>
    Overdue,

    /// <summary>Done, and nobody has noted what it changed.</summary>
    Done,

    /// <summary>Done, with what it changed.</summary>
    Effect,

    All,
}

/// <summary>One thing that a published assessment decided to do.</summary>
/// <param name="Slug">Of the focus area.</param>
/// <param name="Area">Its name now.</param>
/// <param name="Period">Code of the period in which it was decided.</param>
/// <param name="Outcome">What came of it; null while it is open.</param>
/// <param name="Effect">What it changed in the end; null until somebody noted it.</param>
public sealed record ActionRow(
    string Code,
    string Slug,
    string Area,
    string Period,
    int Revision,
    string Text,
    string Owner,
    DateOnly DueOn,
    string? ExpectedOutcome,
    ActionState State,
    string? Outcome,
    DateOnly? ClosedOn,
    string? ClosedBy,
    string? Effect,
    DateOnly? EffectNotedOn)
{
    /// <summary>As it stood on a day: what happened later has not.</summary>
    public ActionRow On(DateOnly day) => ClosedOn > day
        ? this with { State = ActionState.Open, Outcome = null, ClosedOn = null, ClosedBy = null, Effect = null, EffectNotedOn = null }
        : EffectNotedOn > day ? this with { Effect = null, EffectNotedOn = null } : this;

    public bool IsOverdue(DateOnly day) => State == ActionState.Open && DueOn < day;

    public bool Is(ActionFilter filter, DateOnly day) => filter switch
    {
        ActionFilter.Open => State == ActionState.Open,
        ActionFilter.Overdue => IsOverdue(day),
        ActionFilter.Done => State == ActionState.Done && Effect is null,
        ActionFilter.Effect => Effect is not null,
        _ => true,
    };
}

/// <summary>Actions, and how many there are of each kind.</summary>
/// <param name="Rows">Open ones by due date, done ones the newest first.</param>
public sealed record ActionList(IReadOnlyList<ActionRow> Rows, IReadOnlyDictionary<ActionFilter, int> Counts);

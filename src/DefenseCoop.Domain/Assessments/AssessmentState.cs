namespace DefenseCoop.Domain.Assessments;

/// <summary>Where an assessment stands on its way to readers.</summary>
public enum AssessmentState
{
    Draft,

    /// <summary>Waits for somebody who did not write it.</summary>
    Submitted,

    /// <summary>Back with its writers, with comments.</summary>
    Returned,

    /// <summary>Shown to readers, and never changed again: a correction is a new revision.</summary>
    Published,
}

/// <summary>What is to happen with a focus area.</summary>
public enum AssessmentDecision
{
    Continue,
    Adjust,
    Escalate,
    Stop,
}

/// <summary>Whether what was decided is done.</summary>
public enum ActionState
{
    Open,
    Done,
}

/// <summary>How states and decisions read.</summary>
public static class AssessmentWords
{
    public static string Of(AssessmentState state) => state.ToString();

    public static string Of(AssessmentDecision decision) => decision.ToString();

    public static string Of(ActionState state) => state.ToString();

    /// <summary>"3rd quarter of 2026" of a code; the code itself where it is none.</summary>
    public static string Period(string code) => ReportingPeriod.TryParse(code, out var period) ? period.Words : code;
}

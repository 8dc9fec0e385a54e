using DefenseCoop.Domain.Assessments;

namespace DefenseCoop.Data.Assessments.Working;

/// <summary>One field that somebody changed.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Base">What it held when the change began: the value sent or received last.</param>
/// <param name="Value">What it holds now, exactly as typed.</param>
public sealed record FieldChange(string Name, string Base, string Value);

/// <summary>What became of a change.</summary>
public enum FieldOutcome
{
    Saved,

    /// <summary>Saved together with what others changed in other sentences.</summary>
    Merged,

    /// <summary>Others changed the same: both are kept until the author has chosen.</summary>
    Conflict,

    /// <summary>The assessment cannot be written any more; the text is kept for its author like one in conflict.</summary>
    Closed,

    /// <summary>Not kept: too long, or no field of the form. The message says what to do.</summary>
    Refused,
}

/// <summary>What became of the change of one field.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Outcome">Whether it is kept, and where.</param>
/// <param name="Value">What is stored under the field now.</param>
/// <param name="Version">Of what is stored.</param>
/// <param name="Person">Who changed that last; empty where nobody did.</param>
/// <param name="Message">For people, where there is something to say.</param>
public sealed record FieldResult(string Name, FieldOutcome Outcome, string Value, long Version, string Person, string? Message = null);

/// <summary>What is stored under a field.</summary>
public sealed record FieldNews(string Name, string Value, long Version, string Person);

/// <summary>Somebody else who has the form open, and the field that they are in; empty for none.</summary>
public sealed record PersonHere(string Person, string Field);

/// <summary>What a page that is open gets to know.</summary>
/// <param name="Version">The newest one: to be sent as seen next time.</param>
/// <param name="Fields">Those newer than what was seen, the person’s own among them.</param>
/// <param name="Results">Of each change that was sent.</param>
/// <param name="People">Who else is here.</param>
/// <param name="State">Of the assessment: others may have submitted it meanwhile.</param>
public sealed record SyncResult(
    long Version, IReadOnlyList<FieldNews> Fields, IReadOnlyList<FieldResult> Results,
    IReadOnlyList<PersonHere> People, AssessmentState State);


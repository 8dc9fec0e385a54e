namespace DefenseCoop.Data.Fields;

/// <summary>One problem with what was sent.</summary>
/// <param name="Field">Name of the field; empty for the form as a whole.</param>
/// <param name="Message">A whole sentence with the remedy.</param>
public sealed record FieldProblem(string Field, string Message);

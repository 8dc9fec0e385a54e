namespace DefenseCoop.Data.Storage;

/// <summary>How far a long work is.</summary>
/// <param name="Step">What is being done, for people to read.</param>
/// <param name="Share">How much of the step is done, 0 to 1.</param>
public readonly record struct WorkProgress(string Step, double Share);

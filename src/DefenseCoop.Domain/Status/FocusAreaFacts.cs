namespace DefenseCoop.Domain.Status;

/// <summary>An outcome with the initiatives that contribute to it; their indicators are its indicators too.</summary>
public sealed record OutcomeFacts(string Code, string Text, decimal Weight, IReadOnlyList<ContributionFacts> Contributions);

public sealed record ContributionFacts(string InitiativeCode, decimal Weight);

public sealed record ObjectiveFacts(string Code, string Text, decimal Weight, IReadOnlyList<OutcomeFacts> Outcomes);

public sealed record FocusAreaFacts(string Slug, string Name, IReadOnlyList<ObjectiveFacts> Objectives);

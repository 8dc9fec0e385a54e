using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>A body that leads or takes part in initiatives.</summary>
public sealed class Organization
{
    public const int MaxCode = 30;
    public const int MaxName = 150;
    public const int MaxAbbreviation = 30;
    public const int MaxCountry = 10;
    public const int MaxKind = 80;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "organization id"); }

    public required string Name { get; init => field = Guard.Text(value, MaxName, "organization name"); }

    public string? LocalName { get; init => field = Guard.OptionalText(value, MaxName, "organization local_name"); }

    public string? Abbreviation { get; init => field = Guard.OptionalText(value, MaxAbbreviation, "organization abbr"); }

    /// <summary>ISO 3166 code, two of them joined by a slash for a binational body, <c>INT</c> for an international one.</summary>
    public required string Country { get; init => field = Guard.Text(value, MaxCountry, "organization country"); }

    public required string Kind { get; init => field = Guard.Text(value, MaxKind, "organization kind"); }

    public required Attribution Attribution { get; init; }
}

/// <summary>What an organization does in an initiative.</summary>
public enum OrganizationRole
{
    Lead,
    Partner,
}

/// <summary>One organization's part in one initiative.</summary>
public sealed class Participation
{
    public int InitiativeId { get; private set; }

    public int OrganizationId { get; private set; }

    public required Organization Organization { get; init; }

    public required OrganizationRole Role { get; init; }

    /// <summary>Order within the role, from 0.</summary>
    public int Position { get; init; }
}

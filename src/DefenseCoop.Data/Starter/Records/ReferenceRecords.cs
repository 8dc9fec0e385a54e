namespace DefenseCoop.Data.Starter.Records;

internal sealed record SourceRecord
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Date { get; init; }

    public string? Url { get; init; }

    public int? Tier { get; init; }

    public string? Note { get; init; }
}

internal sealed record CategoryRecord : FactRecord
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public bool? InSeedModel { get; init; }

    public string? SeedText { get; init; }

    public string? Objective { get; init; }

    public string? ExpectedOutcome { get; init; }
}

internal sealed record OrganizationRecord : FactRecord
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? LocalName { get; init; }

    public string? Abbr { get; init; }

    public string? Country { get; init; }

    public string? Kind { get; init; }
}

internal sealed record SiteRecord : FactRecord
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Territory { get; init; }

    public double? Lat { get; init; }

    public double? Lon { get; init; }

    public string? Icao { get; init; }

    public string? CoordinateProvenance { get; init; }
}

internal sealed record AgreementRecord
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public ValueRecord? Signed { get; init; }

    public ValueRecord? InForce { get; init; }

    public string? Scope { get; init; }

    public IReadOnlyList<ValueRecord>? Provisions { get; init; }
}

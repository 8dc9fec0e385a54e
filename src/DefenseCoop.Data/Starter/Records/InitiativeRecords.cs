namespace DefenseCoop.Data.Starter.Records;

internal sealed record InitiativeRecord : FactRecord
{
    public string? Id { get; init; }

    public string? Category { get; init; }

    public string? Title { get; init; }

    public ValueRecord? Description { get; init; }

    public IReadOnlyList<string>? LeadOrgs { get; init; }

    public IReadOnlyList<string>? PartnerOrgs { get; init; }

    public ValueRecord? Start { get; init; }

    public ValueRecord? End { get; init; }

    public string? Status { get; init; }

    public string? StatusAsOf { get; init; }

    public string? StatusBasis { get; init; }

    public IReadOnlyList<string>? SiteIds { get; init; }

    public string? AgreementId { get; init; }

    public MappingRecord? Objective { get; init; }

    public MappingRecord? ExpectedOutcome { get; init; }

    public string? Confidence { get; init; }
}

internal sealed record MilestoneRecord : FactRecord
{
    public string? Id { get; init; }

    public string? InitiativeId { get; init; }

    public string? Title { get; init; }

    public string? DueDate { get; init; }

    public string? DueProvenance { get; init; }

    public string? ForecastDate { get; init; }

    public string? ActualDate { get; init; }

    public string? Status { get; init; }

    public string? StatusAsOf { get; init; }
}

internal sealed record IndicatorRecord
{
    public string? Id { get; init; }

    public string? InitiativeId { get; init; }

    public string? Name { get; init; }

    public string? Unit { get; init; }

    public string? Direction { get; init; }

    public int? ReportingMonths { get; init; }

    public BaselineRecord? Baseline { get; init; }

    public TargetRecord? Target { get; init; }

    public IReadOnlyList<TargetRecord>? AltTargets { get; init; }

    public string? Note { get; init; }
}

internal sealed record ReadingRecord : FactRecord
{
    public string? Id { get; init; }

    public string? IndicatorId { get; init; }

    public string? Period { get; init; }

    public decimal? Value { get; init; }

    public string? Qualifier { get; init; }

    public string? Kind { get; init; }

    public string? Vintage { get; init; }
}

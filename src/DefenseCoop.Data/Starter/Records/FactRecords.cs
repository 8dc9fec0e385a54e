namespace DefenseCoop.Data.Starter.Records;

/// <summary>What every record of the starter file may say of where its content comes from.</summary>
internal abstract record FactRecord
{
    public string? Provenance { get; init; }

    public bool? NeedsPrimaryCheck { get; init; }

    public bool? Derived { get; init; }

    public string? Derivation { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<string>? SourceIds { get; init; }
}

/// <summary>A text or a date with its own sources.</summary>
internal sealed record ValueRecord : FactRecord
{
    public string? Value { get; init; }
}

/// <summary>The objective or outcome that an initiative is mapped to.</summary>
internal sealed record MappingRecord : FactRecord
{
    public string? Text { get; init; }

    public string? DerivedFrom { get; init; }
}

internal sealed record BaselineRecord : FactRecord
{
    public decimal? Value { get; init; }

    public string? Period { get; init; }
}

internal sealed record TargetRecord : FactRecord
{
    public decimal? Value { get; init; }

    public string? By { get; init; }

    public string? Kind { get; init; }
}

namespace DefenseCoop.Data.Starter.Records;

internal sealed record EditionRecord : FactRecord
{
    public string? Exercise { get; init; }

    public string? Edition { get; init; }

    public string? Start { get; init; }

    public string? End { get; init; }

    public int? Personnel { get; init; }

    public int? Ships { get; init; }

    public int? Aircraft { get; init; }

    public int? Nations { get; init; }

    public bool? Dk { get; init; }

    public bool? Us { get; init; }
}

/// <summary>Which initiative an exercise is part of: ours, and not in files that know no such link.</summary>
internal sealed record ExerciseRecord : FactRecord
{
    public string? Name { get; init; }

    public string? InitiativeId { get; init; }
}

internal sealed record EventRecord : FactRecord
{
    public string? Date { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }
}

internal sealed record SpendingRecord : FactRecord
{
    public string? Country { get; init; }

    public string? Measure { get; init; }

    public int? Year { get; init; }

    public decimal? Value { get; init; }

    public string? Kind { get; init; }

    public string? Vintage { get; init; }
}

/// <summary>What stands beside the rows of the framework table; the rows are objects of year and value.</summary>
internal sealed record FrameworkTableRecord : FactRecord
{
    public string? Unit { get; init; }
}

internal sealed record RecommendationRecord : FactRecord
{
    public string? Id { get; init; }

    public string? Kind { get; init; }

    public string? Title { get; init; }

    /// <summary>The category by whose focus area it is answered.</summary>
    public string? Category { get; init; }

    public string? Text { get; init; }

    public string? Response { get; init; }

    public string? State { get; init; }
}

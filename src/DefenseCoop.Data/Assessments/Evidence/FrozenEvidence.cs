using System.Text.Json.Serialization;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Assessments.Evidence;

/// <summary>
/// What an assessment of a focus area rests on: what the rules said on a day, and the facts beneath. Everything is sorted
/// and in one form, so that it is the same to the byte whenever it is gathered from the same facts.
/// </summary>
/// <param name="Schema">Of this form: 2. In the first one, what had a status was called fresh.</param>
/// <param name="Slug">Of the focus area.</param>
/// <param name="Area">What it was called.</param>
/// <param name="Day">The day that it speaks of, UTC.</param>
/// <param name="Status">Computed.</param>
/// <param name="Assessed">Indicators and initiatives beneath it that have points.</param>
/// <param name="Assessable">Those that can have a status.</param>
/// <param name="Fresh">Those that can have a status and whose newest evidence was within the limit of age; null in the first form.</param>
/// <param name="Causes">Sentences, worst first.</param>
/// <param name="Remedies">What would change the status: any of these, each in sentences that go together.</param>
public sealed record FrozenEvidence(
    int Schema,
    string Slug,
    string Area,
    DateOnly Day,
    AssessedStatus Status,
    EvidenceConfidence Confidence,
    int Assessed,
    int Assessable,
    int? Fresh,
    IReadOnlyList<EvidenceCause> Causes,
    IReadOnlyList<EvidenceFigure> Figures,
    IReadOnlyList<IReadOnlyList<string>> Remedies,
    IReadOnlyList<EvidenceObjective> Objectives,
    IReadOnlyList<EvidenceInitiative> Initiatives,
    IReadOnlyList<EvidenceIndicator> Indicators,
    IReadOnlyList<EvidenceReading> Readings,
    IReadOnlyList<EvidenceMilestone> Milestones);

/// <summary>One sentence on one record.</summary>
/// <param name="Code">Of the record.</param>
/// <param name="Initiative">The initiative that the record belongs to; null above initiatives.</param>
public sealed record EvidenceCause(string Sentence, FactKind Kind, string Code, string? Initiative, AssessedStatus Contributes);

public sealed record EvidenceFigure(string Name, string Value);

public sealed record EvidenceObjective(string Code, string Text, AssessedStatus Status, IReadOnlyList<EvidenceCause> Causes);

public sealed record EvidenceInitiative(string Code, string Title, string Stage, AssessedStatus Status, string FirstCause);

public sealed record EvidenceIndicator(string Code, string Initiative, string Name, AssessedStatus Status, string FirstCause);

/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Name">Of the indicator.</param>
/// <param name="Qualifier">Such as "about" or "up to"; null where the value is exact.</param>
/// <param name="Period">In the words of the source.</param>
/// <param name="Sources">Codes, sorted.</param>
public sealed record EvidenceReading(
    string Code, string Indicator, string Initiative, string Name, string Unit,
    string? Qualifier, decimal Value, string Period, string Kind, IReadOnlyList<string> Sources)
{
    /// <summary>As it is told: "about 20".</summary>
    [JsonIgnore]
    public string Told => Qualifier is null ? Words.Of(Value) : $"{Qualifier} {Words.Of(Value)}";
}

/// <param name="State">What the public text says.</param>
/// <param name="Sources">Codes, sorted.</param>
public sealed record EvidenceMilestone(
    string Code, string Initiative, string Title, string? Planned, string? Forecast, string? Actual,
    string State, AssessedStatus Status, string FirstCause, IReadOnlyList<string> Sources);


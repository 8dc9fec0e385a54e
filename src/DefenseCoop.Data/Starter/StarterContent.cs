using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;

namespace DefenseCoop.Data.Starter;

/// <summary>A starter file, read and found sound: the records as they will be stored, linked with each other.</summary>
public sealed class StarterContent
{
    public IList<DataSetNote> Notes { get; } = [];

    public IList<Source> Sources { get; } = [];

    public IList<Category> Categories { get; } = [];

    public IList<FocusArea> FocusAreas { get; } = [];

    public IList<Organization> Organizations { get; } = [];

    public IList<Site> Sites { get; } = [];

    public IList<Agreement> Agreements { get; } = [];

    /// <summary>With their milestones, indicators, readings and contributions.</summary>
    public IList<Initiative> Initiatives { get; } = [];

    /// <summary>With their editions.</summary>
    public IList<Exercise> Exercises { get; } = [];

    public IList<CooperationEvent> Events { get; } = [];

    public IList<SpendingFigure> SpendingFigures { get; } = [];

    public IList<Recommendation> Recommendations { get; } = [];

    public IList<Citation> Citations { get; } = [];

    public StarterCounts Counts => new(
        Initiatives.Count,
        Initiatives.Sum(i => i.Milestones.Count),
        Initiatives.Sum(i => i.Indicators.Count),
        Initiatives.Sum(i => i.Indicators.Sum(n => n.Readings.Count)),
        Sources.Count,
        Citations.Count);

    internal IEnumerable<object> Roots =>
        [.. Notes, .. Sources, .. Categories, .. FocusAreas, .. Organizations, .. Sites, .. Agreements, .. Initiatives,
            .. Exercises, .. Events, .. SpendingFigures, .. Recommendations, .. Citations];
}

/// <summary>How much a starter file held.</summary>
public sealed record StarterCounts(int Initiatives, int Milestones, int Indicators, int Readings, int Sources, int Citations);

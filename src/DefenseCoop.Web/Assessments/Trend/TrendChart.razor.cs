using System.Globalization;
using DefenseCoop.Domain.Status;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Trend;

/// <summary>One period in the chart.</summary>
/// <param name="Name">In words.</param>
/// <param name="Short">As short as it stands under the axis.</param>
/// <param name="Year">Below it; null where the period before says it.</param>
/// <param name="IsComputedLater">Whether the computed status was found afterwards from dated evidence.</param>
public sealed record TrendMark(
    string Name, string Short, string? Year, AssessedStatus? Computed, bool IsComputedLater, AssessedStatus? Judgement);

/// <summary>A small chart of the statuses of one focus area over the periods, the oldest on the left.</summary>
public sealed partial class TrendChart
{
    private const double Left = 78;
    private const double Top = 12;
    private const double Step = 26;
    private const double RowHeight = 22;

    /// <summary>Between what says how things stand and what does not.</summary>
    private const double Gap = 8;

    /// <summary>The best on top, beneath them what is not known.</summary>
    private static readonly AssessedStatus[] Levels =
    [
        AssessedStatus.Achieved, AssessedStatus.OnTrack, AssessedStatus.AtRisk,
        AssessedStatus.OffTrack, AssessedStatus.Stale, AssessedStatus.NotAssessed,
    ];

    private IReadOnlyList<(TrendMark Mark, double X)> _placed = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<TrendMark> Points { get; set; } = [];

    /// <summary>What the chart shows, in a sentence.</summary>
    [Parameter, EditorRequired]
    public string Summary { get; set; } = "";

    private static double Bottom => Top + (RowHeight * (Levels.Length - 1)) + Gap;

    private double Right => Left + (Step * Math.Max(1, Points.Count));

    private string ViewBox => $"0 0 {N(Right + 6)} {N(Bottom + 44)}";

    protected override void OnParametersSet() => _placed = [.. Points.Select((mark, i) => (mark, Left + (Step * (i + 0.5))))];

    private static double Y(AssessedStatus status) => Top + (RowHeight * Array.IndexOf(Levels, status)) + (status.IsAssessed() ? 0 : Gap);

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string At(double x, AssessedStatus status) => $"translate({N(x)} {N(Y(status))})";

    /// <summary>From one period to the next, where both say how things stand: not knowing is no step up or down.</summary>
    private IEnumerable<(double X1, double Y1, double X2, double Y2)> Segments(Func<TrendMark, AssessedStatus?> status) =>
        from pair in _placed.Zip(_placed.Skip(1))
        let before = status(pair.First.Mark)
        let after = status(pair.Second.Mark)
        where before is { } a && a.IsAssessed() && after is { } b && b.IsAssessed()
        select (pair.First.X, Y(before.Value), pair.Second.X, Y(after.Value));
}

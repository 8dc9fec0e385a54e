using System.Globalization;
using DefenseCoop.Domain.Results;

namespace DefenseCoop.Domain.Spending;

/// <summary>What the fields of a spending figure have to say together.</summary>
public static class SpendingConsistency
{
    /// <param name="figure">The figure.</param>
    /// <param name="today">After whose year nothing was spent.</param>
    public static IEnumerable<Inconsistency> Of(SpendingFigure figure, DateOnly today)
    {
        if (figure.Kind == ReadingKind.Actual && figure.Year > today.Year)
        {
            var year = figure.Year.ToString(CultureInfo.InvariantCulture);
            yield return new(
                ["Year", "Kind"],
                $"{year} has not come yet, so nothing actual was spent then: write another year, or choose another kind.");
        }
    }
}

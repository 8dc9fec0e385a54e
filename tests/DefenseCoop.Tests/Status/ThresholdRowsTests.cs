using System.Globalization;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Status;
using Xunit;

namespace DefenseCoop.Tests.Status;

/// <summary>The page on the method shows every number in the rules of status.</summary>
public sealed class ThresholdRowsTests
{
    [Fact]
    public void Rows_EveryThreshold_IsInOneOfThem()
    {
        var properties = typeof(Thresholds).GetProperties().Where(p => p.CanWrite).ToList();
        Assert.True(properties.Count > 15, $"Only {properties.Count} thresholds were found.");
        var rows = ThresholdRows.Of(Thresholds.Default).ToList();

        Assert.All(properties, property =>
        {
            var other = Thresholds.Default with { };
            property.SetValue(other, Another(property.GetValue(other)!));

            Assert.NotEqual(rows, ThresholdRows.Of(other).ToList());
        });
    }

    private static object Another(object value) => value switch
    {
        decimal share => (object)(share / 2),
        int number => number + 1,
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No other value than {value} is known.")),
    };
}

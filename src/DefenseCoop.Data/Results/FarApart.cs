using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;

namespace DefenseCoop.Data.Results;

/// <summary>A digit too many or too few makes a value about ten times the last one, or a tenth of it.</summary>
internal static class FarApart
{
    private const decimal Times = 8;

    /// <summary>Notes the doubt, where there is one.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="value">As it was read.</param>
    /// <param name="unit">Of both.</param>
    /// <param name="last">The last value before it; null where there is none.</param>
    /// <param name="of">What that is, such as "the last reading".</param>
    /// <param name="when">Of which time it is.</param>
    public static void Check(FormInput input, decimal value, string unit, decimal? last, string of, string when)
    {
        if (!input.IsChanged("Value") || last is not { } known || known * value <= 0) return;
        var times = value / known;
        if (times is > 1 / Times and < Times) return;
        var far = times > 1 ? $"about {Words.Of(Math.Round(times))} times {of}" : $"about one {Words.Of(Math.Round(1 / times))}th of {of}";
        input.Doubt(
            "Value",
            $"{Words.Of(value, unit)} is {far}, {Words.Of(known, unit)} ({when}): check the digits. If it is right, save it as it is.");
    }
}

using System.Globalization;

namespace DefenseCoop.Data.Assessments.Following;

/// <summary>How things stood when a page of assessments was made, as its address for news carries it.</summary>
/// <param name="Change">The newest change of all.</param>
/// <param name="Stamp">Of what the person could see of the assessments and their actions.</param>
public readonly record struct AssessmentMark(long Change, string Stamp)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Change}-{Stamp}");

    /// <returns>A mark that nothing is like, where the text is none.</returns>
    public static AssessmentMark Parse(string? text) =>
        text?.Split('-') is [var change, var stamp]
            && long.TryParse(change, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number, stamp) : new(0, "");
}

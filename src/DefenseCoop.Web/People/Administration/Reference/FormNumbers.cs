using System.Globalization;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Web.People.Administration.Reference;

/// <summary>Numbers as people type them. What is none is said to be none; binding alone would take it for nothing.</summary>
internal static class FormNumbers
{
    /// <exception cref="InvalidInputException">It is no number.</exception>
    public static double? Degrees(string field, string? text)
    {
        var reading = NumberReader.Read(text, "°");
        return reading.Problem is null ? (double?)reading.Value
            : throw new InvalidInputException(field, $"{field} is no number: write degrees with a point, such as 56.2975.");
    }

    /// <summary>Null for what is no whole number.</summary>
    public static int? Whole(string? text) =>
        NumberReader.Read(text).Value is >= int.MinValue and <= int.MaxValue and { } number && number == decimal.Truncate(number)
            ? (int)number
            : null;

    public static long Version(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    public static string? Text(double? degrees) => degrees?.ToString(CultureInfo.InvariantCulture);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using DefenseCoop.Data.Initiatives;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>Reads the kinds of value that addresses hold. What cannot be used is noted and left out.</summary>
public static class QueryReading
{
    /// <summary>The codes that are known, in the writing of those that know them.</summary>
    /// <param name="reason">Said of one that is not: a sentence without its end.</param>
    public static List<string> Codes(this QueryValues values, string name, Terms known, string reason)
    {
        List<string> codes = [];
        foreach (var value in values.All(name))
        {
            if (known.Find(value) is { } term) codes.Add(term.Code);
            else values.Ignored(name, value, $"{reason}.");
        }

        return codes;
    }

    /// <summary>Members of an enumeration by their names, in any case.</summary>
    public static List<T> Members<T>(this QueryValues values, string name, IReadOnlyList<T> known)
        where T : struct, Enum
    {
        List<T> members = [];
        foreach (var value in values.All(name))
        {
            var found = known.Where(k => string.Equals(k.ToString(), value, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found is [var member]) members.Add(member);
            else values.Ignored(name, value, $"use {string.Join(", ", known)}.");
        }

        return members;
    }

    /// <summary>Null where there is no day, or none that can be used.</summary>
    /// <param name="first">Of a month or a year, whether its first day is meant, and not its last.</param>
    public static DateOnly? Day(this QueryValues values, string name, bool first = false) =>
        values.Single(name) is { } text && values.TryDay(name, text, first, out var day) ? day : null;

    /// <summary>Null where there is no number, or none that can be used.</summary>
    /// <param name="reason">Said of one that is not allowed: a sentence without its end.</param>
    public static int? Number(this QueryValues values, string name, Func<int, bool> allowed, string reason)
    {
        if (values.Single(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && allowed(number)) return number;
        values.Ignored(name, text, $"{reason}.");
        return null;
    }
}

using System.Text.RegularExpressions;

namespace DefenseCoop.Web.Settings;

/// <summary>How a path beneath which the program is served is written.</summary>
public static partial class ServedPath
{
    /// <returns>Without a slash at its end; empty for the root. Null for what is no such path.</returns>
    public static PathString? Read(string? text) => text?.TrimEnd('/') switch
    {
        null or "" => PathString.Empty,
        var path when Pattern().IsMatch(path) => new PathString(path),
        _ => (PathString?)null,
    };

    /// <summary>Nothing that would have to be encoded, or that leads to another host or to another folder.</summary>
    [GeneratedRegex("^(/[A-Za-z0-9][A-Za-z0-9._~-]*)+$")]
    private static partial Regex Pattern();
}

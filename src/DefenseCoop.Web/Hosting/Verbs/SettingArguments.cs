using DefenseCoop.Web.Settings;

namespace DefenseCoop.Web.Hosting.Verbs;

/// <summary>
/// Tells settings on the command line from mistakes. ASP.NET takes any name for a setting, so a mistyped option would
/// pass without a word.
/// </summary>
internal static class SettingArguments
{
    /// <summary>ASP.NET's settings outside any section; all others have a colon in their name.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        Setting.Urls.Name, "http_ports", "https_ports", "https_port", "environment", "applicationName", "contentRoot", "webRoot",
        Setting.AllowedHosts.Name, "captureStartupErrors", "detailedErrors", "hostingStartupAssemblies",
        "hostingStartupExcludeAssemblies", "preferHostingUrls", "preventHostingStartup", "shutdownTimeoutSeconds",
        "startupAssembly", "staticWebAssets", "suppressStatusMessages",
    };

    /// <summary>
    /// Takes the settings out, so that none is taken for the file of
    /// a verb; the name of one and a value after a space become one.
    /// </summary>
    public static (string[] Others, string[] Settings) Split(string[] arguments)
    {
        List<string> others = [], settings = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            var next = i + 1 < arguments.Length ? arguments[i + 1] : "--";
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var hasPrefix = argument.StartsWith("--", StringComparison.Ordinal);
            var name = (equals < 0 ? argument : argument[..equals])[(hasPrefix ? 2 : 0)..];
            var isSetting = name.Contains(':', StringComparison.Ordinal) ? hasPrefix || equals > 0 : hasPrefix && Plain.Contains(name);
            if (!isSetting) others.Add(argument);
            else if (equals < 0 && !next.StartsWith("--", StringComparison.Ordinal)) settings.Add($"{argument}={arguments[++i]}");
            else settings.Add(argument);
        }

        return ([.. others], [.. settings]);
    }

    /// <summary>What is wrong with the first argument that is no setting; null when all are.</summary>
    public static string? Problem(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var hasPrefix = argument.StartsWith("--", StringComparison.Ordinal);
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? argument : argument[..equals])[(hasPrefix ? 2 : 0)..];
            if (!hasPrefix && (equals < 0 || !name.Contains(':', StringComparison.Ordinal)))
            {
                return argument.StartsWith('-') ? $"There is no option \"{argument}\"." : $"There is no verb \"{argument}\".";
            }

            // Sections without a value do nothing; a host in a test passes them.
            if (equals == argument.Length - 1) continue;
            if (!Plain.Contains(name) && !name.Contains(':', StringComparison.Ordinal)) return $"There is no option \"--{name}\".";
            if (equals >= 0) continue;
            if (++i == arguments.Count || arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                return $"The setting \"--{name}\" has no value: write --{name}=VALUE.";
            }
        }

        return null;
    }
}

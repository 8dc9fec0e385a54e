using System.Globalization;

namespace DefenseCoop.Web.Settings;

/// <summary>
/// Reads the settings of the table one by one, and collects what is wrong with them instead of stopping at the first.
/// </summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    public List<string> Problems { get; } = [];

    /// <summary>A value as it is written; null where none is given.</summary>
    public string? this[Setting setting] => configuration[setting.Name];

    /// <summary>Whether anything is given of the section that a setting is in.</summary>
    public bool HasSectionOf(Setting setting) => configuration.GetSection(setting.Section).Exists();

    /// <summary>Names settings that nobody reads: a mistyped one would have no effect, without a word.</summary>
    public void NameUnknown()
    {
        foreach (var settings in Setting.All.Where(s => s.Section is not ("" or OfEverybody)).GroupBy(s => s.Section))
        {
            NameUnknown(settings.Key, [.. settings]);
        }
    }

    private void NameUnknown(string section, IReadOnlyList<Setting> settings)
    {
        var start = section + ':';
        var known = Setting.All.Where(s => s.Name.StartsWith(start, StringComparison.Ordinal))
            .Select(s => s.Name[start.Length..].Split(':')[0]).Distinct().ToList();
        Problems.AddRange(configuration.GetSection(section).GetChildren()
            .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is not known: {section} has {string.Join(", ", known)}."));
        Problems.AddRange(settings.Where(s => configuration.GetSection(s.Name).GetChildren().Any())
            .Select(s => $"{s} has parts: write one value."));
    }

    public bool Flag(Setting setting) => Flag(setting, bool.Parse(setting.Default));

    /// <summary>True or false, where what holds without the setting follows from others.</summary>
    public bool Flag(Setting setting, bool otherwise)
    {
        if (this[setting] is not { } text) return otherwise;
        if (bool.TryParse(text, out var flag)) return flag;
        Problems.Add($"{setting} is \"{text}\": write true or false.");
        return otherwise;
    }

    public int Number(Setting setting, int least, int most)
    {
        var otherwise = int.Parse(setting.Default, CultureInfo.InvariantCulture);
        if (this[setting] is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }
        Problems.Add(string.Create(CultureInfo.InvariantCulture, $"{setting} is \"{text}\": write a whole number from {least} to {most}."));
        return otherwise;
    }

    /// <summary>A value, or null where none is given. An empty one is a mistake.</summary>
    public string? Text(Setting setting)
    {
        if (this[setting] is not { } text) return null;
        if (!string.IsNullOrWhiteSpace(text)) return text.Trim();
        Problems.Add($"{setting} is wrong. {Empty}");
        return null;
    }

    /// <summary>The address of this installation with the path beneath which it is served, or null where none is given.</summary>
    public Uri? Site(Setting setting)
    {
        const string example = "https://tracker.example.org";
        if (Text(setting) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri is { Query: "", Fragment: "", UserInfo: "" })
        {
            if (ServedPath.Read(this[Setting.ProxyPathBase]) is not { HasValue: true } path) return uri;
            if (uri.AbsolutePath == "/") return new Uri(uri, path.Value);
            if (uri.AbsolutePath.TrimEnd('/') != path.Value)
            {
                Problems.Add($"{setting} is \"{text}\", and {Setting.ProxyPathBase} is \"{path}\": write the same path in both.");
            }
            return uri;
        }

        Problems.Add($"{setting} is \"{text}\", which is no address: write for example {example}.");
        return null;
    }

    /// <summary>A full path, or null where none is given.</summary>
    public string? FullPath(Setting setting)
    {
        if (this[setting] is not { } text) return null;
        try
        {
            return Resolve(NotBlank(text));
        }
        catch (ArgumentException e)
        {
            Problems.Add($"{setting} is no path: {e.Message}");
            return null;
        }
    }

    public static string NotBlank(string text) => string.IsNullOrWhiteSpace(text) ? throw new ArgumentException(Empty) : text;

    /// <summary>Relative to the program, not to wherever it is started from: the same settings mean the same files.</summary>
    public static string Resolve(string path) => Path.GetFullPath(path, AppContext.BaseDirectory);

    /// <summary>The section of a name that is everybody's: others may stand in it.</summary>
    private const string OfEverybody = "ConnectionStrings";

    private const string Empty = "It is empty: give it a value, or leave the setting out.";
}

using System.Globalization;

namespace DefenseCoop.Web.Settings;

/// <summary>Reads settings one by one, and collects what is wrong with them instead of stopping at the first.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    public List<string> Problems { get; } = [];

    public string? this[string name] => configuration[name];

    public IConfigurationSection Section(string name) => configuration.GetSection(name);

    /// <summary>Names settings of a section that nobody reads: a mistyped one would have no effect, without a word.</summary>
    public void NameUnknown(string section, IReadOnlyCollection<string> values, params string[] sections)
    {
        var known = values.Concat(sections).ToList();
        Problems.AddRange(configuration.GetSection(section).GetChildren()
            .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is not known: {section} has {string.Join(", ", known)}."));
        Problems.AddRange(values.Select(name => configuration.GetSection($"{section}:{name}"))
            .Where(setting => setting.GetChildren().Any())
            .Select(setting => $"{setting.Path} has parts: write one value."));
    }

    public bool Flag(string name, bool otherwise)
    {
        if (configuration[name] is not { } text) return otherwise;
        if (bool.TryParse(text, out var flag)) return flag;
        Problems.Add($"{name} is \"{text}\": write true or false.");
        return otherwise;
    }

    public int Number(string name, int otherwise, int least, int most)
    {
        if (configuration[name] is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is \"{text}\": write a whole number from {least} to {most}."));
        return otherwise;
    }

    /// <summary>A value, or null where none is given. An empty one is a mistake.</summary>
    public string? Text(string name)
    {
        if (configuration[name] is not { } text) return null;
        if (!string.IsNullOrWhiteSpace(text)) return text.Trim();
        Problems.Add($"{name} is wrong. {Empty}");
        return null;
    }

    /// <summary>The address of this installation with the path beneath which it is served, or null where none is given.</summary>
    public Uri? Site(string name)
    {
        const string example = "https://tracker.example.org";
        if (Text(name) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri is { Query: "", Fragment: "", UserInfo: "" })
        {
            if (ServedPath.Read(configuration["Proxy:PathBase"]) is not { HasValue: true } path) return uri;
            if (uri.AbsolutePath == "/") return new Uri(uri, path.Value);
            if (uri.AbsolutePath.TrimEnd('/') != path.Value) Problems.Add($"{name} is \"{text}\", and Proxy:PathBase is \"{path}\": write the same path in both.");
            return uri;
        }

        Problems.Add($"{name} is \"{text}\", which is no address: write for example {example}.");
        return null;
    }

    /// <summary>A full path, or null where none is given.</summary>
    public string? FullPath(string name)
    {
        if (configuration[name] is not { } text) return null;
        try
        {
            return Resolve(NotBlank(text));
        }
        catch (ArgumentException e)
        {
            Problems.Add($"{name} is no path: {e.Message}");
            return null;
        }
    }

    public static string NotBlank(string text) => string.IsNullOrWhiteSpace(text) ? throw new ArgumentException(Empty) : text;

    /// <summary>Relative to the program, not to wherever it is started from: the same settings mean the same files.</summary>
    public static string Resolve(string path) => Path.GetFullPath(path, AppContext.BaseDirectory);

    private const string Empty = "It is empty: give it a value, or leave the setting out.";
}

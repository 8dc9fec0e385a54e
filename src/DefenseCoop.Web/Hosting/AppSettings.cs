using System.Net;
using DefenseCoop.Data.Storage;
using Microsoft.Data.Sqlite;

namespace DefenseCoop.Web.Hosting;

/// <summary>The product's own settings, checked.</summary>
/// <param name="Database">Where the data lives and what it starts from; all paths are full.</param>
/// <param name="CompressMessages">Whether open pages trade memory and processor time for bytes on the wire.</param>
public sealed record AppSettings(DatabaseOptions Database, bool CompressMessages)
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Database"] = ["Provider"],
        ["Data"] = ["Folder"],
        ["Starter"] = ["File"],
        ["Circuits"] = ["CompressMessages"],
    };

    /// <exception cref="StartupException">Settings are wrong; each is named with what it may be.</exception>
    public static AppSettings Read(IConfiguration configuration)
    {
        var problems = new List<string>();
        NameUnknown(configuration, problems);
        CheckProvider(configuration["Database:Provider"], problems);
        CheckAddresses(configuration["urls"], problems);
        var settings = new AppSettings(
            new DatabaseOptions
            {
                DataFolder = FullPath(configuration, "Data:Folder", problems) ?? Resolve("data"),
                ConnectionString = ConnectionString(configuration["ConnectionStrings:DefenseCoop"], problems),
                StarterFile = FullPath(configuration, "Starter:File", problems),
            },
            Flag(configuration, "Circuits:CompressMessages", problems));
        return problems.Count == 0 ? settings : throw Wrong(problems);
    }

    private static StartupException Wrong(List<string> problems) => new(
        $"{(problems.Count == 1 ? "A setting is" : $"{problems.Count} settings are")} wrong:\n  {string.Join("\n  ", problems)}\n"
        + "Settings come from appsettings.json beside the program, environment variables (Data__Folder) and arguments (--Data:Folder=...).");

    private static void NameUnknown(IConfiguration configuration, List<string> problems)
    {
        foreach (var (section, names) in Known)
        {
            problems.AddRange(configuration.GetSection(section).GetChildren()
                .Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                .Select(child => $"{child.Path} is not known: {section} has {string.Join(", ", names)}."));
            problems.AddRange(names.Select(name => configuration.GetSection($"{section}:{name}"))
                .Where(setting => setting.GetChildren().Any())
                .Select(setting => $"{setting.Path} has parts: write one value."));
        }
    }

    private static void CheckProvider(string? provider, List<string> problems)
    {
        if (provider is null || Is(DatabaseProvider.Sqlite.ToString())) return;
        problems.Add(Is("PostgreSql")
            ? "Database:Provider is PostgreSql, which this version does not run on yet: write Sqlite."
            : $"Database:Provider is \"{provider}\": write Sqlite, the one that this version runs on.");

        bool Is(string name) => name.Equals(provider, StringComparison.OrdinalIgnoreCase);
    }

    private static void CheckAddresses(string? urls, List<string> problems)
    {
        foreach (var url in urls?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            try
            {
                var address = BindingAddress.Parse(url);
                if (address.Port <= IPEndPoint.MaxPort && address.Scheme.ToUpperInvariant() is ("HTTP" or "HTTPS")) continue;
            }
            catch (FormatException)
            {
                // Named below, like an address of another scheme.
            }

            problems.Add($"urls holds \"{url}\", which is no address: write for example http://localhost:5080.");
        }
    }

    private static string? ConnectionString(string? text, List<string> problems)
    {
        if (text is null) return null;
        try
        {
            _ = new DatabaseOptions { ConnectionString = NotBlank(text) }.DatabasePath;
            var parts = new SqliteConnectionStringBuilder(text);
            parts.DataSource = Resolve(parts.DataSource);
            return parts.ToString();
        }
        catch (Exception e) when (e is StartupException or ArgumentException)
        {
            problems.Add($"ConnectionStrings:DefenseCoop is wrong. {e.Message}");
            return null;
        }
    }

    private static string? FullPath(IConfiguration configuration, string name, List<string> problems)
    {
        if (configuration[name] is not { } text) return null;
        try
        {
            return Resolve(NotBlank(text));
        }
        catch (ArgumentException e)
        {
            problems.Add($"{name} is no path: {e.Message}");
            return null;
        }
    }

    private static bool Flag(IConfiguration configuration, string name, List<string> problems)
    {
        if (configuration[name] is not { } text) return false;
        if (!bool.TryParse(text, out var flag)) problems.Add($"{name} is \"{text}\": write true or false.");
        return flag;
    }

    private static string NotBlank(string text) =>
        string.IsNullOrWhiteSpace(text) ? throw new ArgumentException("It is empty: give it a value, or leave the setting out.") : text;

    /// <summary>Relative to the program, not to wherever it is started from: the same settings mean the same files.</summary>
    private static string Resolve(string path) => Path.GetFullPath(path, AppContext.BaseDirectory);
}

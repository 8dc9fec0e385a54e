namespace DefenseCoop.Benchmarks.Server;

/// <summary>The product as it would be deployed: measuring anything else would flatter or slander it.</summary>
internal sealed record PublishedApp(string Folder)
{
    private const string Solution = "DefenseCoop.sln";
    private static readonly Dictionary<string, string?> s_sameEnvironment = [];

    public string Executable => Path.Combine(Folder, "DefenseCoop.Web");

    public static PublishedApp At(string folder)
    {
        var app = new PublishedApp(Path.GetFullPath(folder));
        return File.Exists(app.Executable)
            ? app
            : throw new FileNotFoundException($"{app.Folder} holds no published build: {app.Executable} is missing.");
    }

    public static async Task<PublishedApp> PublishAsync(string folder, CancellationToken cancel)
    {
        var root = FindRoot();
        await ChildProcess.RunAsync(
            "dotnet", ["publish", "src/DefenseCoop.Web", "-c", "Release", "-o", folder], root, s_sameEnvironment, cancel);
        return At(folder);
    }

    /// <summary>From the working folder first, then from the built program: both lie inside the clone.</summary>
    private static string FindRoot()
    {
        foreach (var start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, Solution)))
                    return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above holds {Solution}; say where a published build is by --app.");
    }
}

namespace DefenseCoop.Benchmarks.Server;

/// <summary>A folder of its own for each run, so that runs neither meet nor leave anything behind.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("defensecoop-bench-").FullName;

    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException problem)
        {
            Console.Error.WriteLine($"Could not remove {Path}: {problem.Message}");
        }
    }
}

using DefenseCoop.Data.Storage;

namespace DefenseCoop.Data.Starter;

/// <summary>The starter file is missing or cannot be loaded; the message names every place that is wrong.</summary>
public sealed class StarterDataException : StartupException
{
    private const string Remedy = "or name another file with the setting Starter:File.";

    public StarterDataException(string path, string problem, Exception? inner = null)
        : base($"The starter file {path} {problem}, {Remedy}", inner!)
    {
    }

    internal StarterDataException(string path, StarterProblems problems)
        : base(
            $"The starter file {path} has {(problems.Count == 1 ? "a problem" : $"{problems.Count} problems")}:\n"
                + $"{problems}\nCorrect the file, {Remedy}")
    {
    }
}

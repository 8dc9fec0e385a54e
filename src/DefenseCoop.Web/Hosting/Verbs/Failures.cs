using DefenseCoop.Data.Storage;
using Serilog;

namespace DefenseCoop.Web.Hosting.Verbs;

/// <summary>Says on standard error why the program ends, in words for whoever started it.</summary>
internal static class Failures
{
    /// <returns>The exit code.</returns>
    public static int Report(Exception failure)
    {
        switch (failure)
        {
            case OperationCanceledException:
                Console.Error.WriteLine("Interrupted.");
                return CommandLine.Interrupted;
            case StartupException:
                Console.Error.WriteLine(failure.Message);
                return CommandLine.Failed;
            default:
                // The host and its log may be what failed, so the details go to a log of their own.
                using (var log = LogSetup.Fallback()) log.Fatal(failure, "Unexpected failure");
                Console.Error.WriteLine($"DefenseCoop failed unexpectedly ({failure.GetType().Name}); the log has the details.");
                return CommandLine.Failed;
        }
    }
}

using System.CommandLine;
using DefenseCoop.Benchmarks;
using Spectre.Console;

const int Failed = 2;
const int LeastWidth = 150;

var console = AnsiConsole.Console;
if (Console.IsOutputRedirected)
    console.Profile.Width = Math.Max(console.Profile.Width, LeastWidth);

var command = BenchmarkOptions.Command(async (options, cancel) =>
{
    try
    {
        return await new BenchmarkRun(options, console).RunAsync(cancel);
    }
    catch (Exception problem)
    {
        await Console.Error.WriteLineAsync(problem switch
        {
            OperationCanceledException => "Stopped.",
            IOException or InvalidOperationException => problem.Message,
            _ => problem.ToString(),
        });
        return Failed;
    }
});

var parsed = command.Parse(args);
var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
return parsed.Errors.Count > 0 ? Failed : code;

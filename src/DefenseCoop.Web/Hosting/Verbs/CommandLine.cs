using System.CommandLine;
using System.Globalization;

namespace DefenseCoop.Web.Hosting.Verbs;

/// <summary>What each verb does. The strings are the configuration arguments that came with it.</summary>
public sealed record VerbActions(
    Func<string[], Task> Serve,
    Func<string[], Task> Migrate,
    Func<string[], int, CancellationToken, Task> Seed);

/// <summary>
/// The verbs of the executable and their exit codes: 0 done, 1 failed, 2 misused, 130 interrupted. Whatever is no verb
/// and no option of one is a setting for the ASP.NET configuration.
/// </summary>
public static class CommandLine
{
    public const int Failed = 1;
    public const int Misused = 2;
    public const int Interrupted = 130;

    public const int DefaultInitiatives = 10_000;
    public const int MostInitiatives = 1_000_000;

    private const string Remedy = "\"DefenseCoop.Web --help\" lists what there is.";

    public static async Task<int> RunAsync(string[] args, VerbActions verbs)
    {
        var parsed = Verbs(verbs).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (Misuse(parsed) is { } misuse)
        {
            await Console.Error.WriteLineAsync($"{misuse} {Remedy}");
            return Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // The host listens to the signals itself; a verb that can be interrupted does, too.
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e) when (e is not HostAbortedException)
        {
            return Failures.Report(e);
        }
    }

    private static string? Misuse(ParseResult parsed) => parsed.Errors switch
    {
        [var first, ..] => first.Message,
        _ => SettingArguments.Problem(parsed.UnmatchedTokens),
    };

    private static RootCommand Verbs(VerbActions verbs)
    {
        var root = new RootCommand(
            "DefenseCoop tracks Denmark-US defense cooperation. Without a verb it serves the site. Every verb takes settings as arguments, e.g. --urls http://localhost:5080 or --Data:Folder=/var/lib/defensecoop.")
        {
            Verb("serve", "Serve the site (the default); creates and updates the database first", verbs.Serve),
            Verb("migrate", "Create the database, or bring it up to date, and end", verbs.Migrate),
            SeedVerb(verbs.Seed),
        };
        root.Directives.Clear();
        return WithAction(root, verbs.Serve);
    }

    private static Command Verb(string name, string description, Func<string[], Task> action) =>
        WithAction(new Command(name, description), action);

    private static T WithAction<T>(T command, Func<string[], Task> action) where T : Command
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => action([.. parsed.UnmatchedTokens]));
        return command;
    }

    private static Command SeedVerb(Func<string[], int, CancellationToken, Task> action)
    {
        var initiatives = new Option<int>("--initiatives")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"How many to add, 1 to {MostInitiatives}"),
            HelpName = "N",
            DefaultValueFactory = _ => DefaultInitiatives,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= MostInitiatives) return n;
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"--initiatives is \"{text}\": write a whole number from 1 to {MostInitiatives}."));
                return 0;
            },
        };
        var seed = new Command("seed", "Add synthetic initiatives, to try the site at scale") { initiatives };
        seed.TreatUnmatchedTokensAsErrors = false;
        seed.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            await action([.. parsed.UnmatchedTokens], parsed.GetValue(initiatives), interruption.Token);
        });
        return seed;
    }
}

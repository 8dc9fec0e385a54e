using System.CommandLine;
using System.Globalization;

namespace DefenseCoop.Web.Hosting.Verbs;

/// <summary>
/// What each verb does. The strings are the configuration arguments that came with it; before the cancellation stands
/// what else the verb was given.
/// </summary>
public sealed record VerbActions(
    Func<string[], Task> Serve,
    Func<string[], Task> Migrate,
    Func<string[], int, CancellationToken, Task> Seed,
    Func<string[], string, bool, CancellationToken, Task> Backup,
    Func<string[], string, CancellationToken, Task> Restore,
    Func<string[], string?, CancellationToken, Task<int>> Verify);

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
        var (others, settings) = SettingArguments.Split(args);
        var parsed = Verbs(verbs, settings)
            .Parse(others, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (Misuse(parsed, settings) is { } misuse)
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

    private static string? Misuse(ParseResult parsed, string[] settings) => parsed.Errors switch
    {
        [var first, ..] => first.Message,
        _ => SettingArguments.Problem([.. parsed.UnmatchedTokens, .. settings]),
    };

    private static RootCommand Verbs(VerbActions verbs, string[] settings)
    {
        var root = new RootCommand(
            "DefenseCoop tracks Denmark-US defense cooperation. Without a verb it serves the site. "
                + "Every verb takes settings as arguments, e.g. --urls http://localhost:5080 or --Data:Folder=/var/lib/defensecoop.")
        {
            WithAction(new Command("serve", "Serve the site (the default); creates and updates the database first"), settings, verbs.Serve),
            WithAction(new Command("migrate", "Create the database, or bring it up to date, and end"), settings, verbs.Migrate),
            SeedVerb(settings, verbs.Seed),
            BackupVerb(settings, verbs.Backup),
            RestoreVerb(settings, verbs.Restore),
            VerifyVerb(settings, verbs.Verify),
        };
        root.Directives.Clear();
        return WithAction(root, settings, verbs.Serve);
    }

    private static T WithAction<T>(T command, string[] settings, Func<string[], Task> action) where T : Command
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => action([.. settings, .. parsed.UnmatchedTokens]));
        return command;
    }

    private static Command SeedVerb(string[] settings, Func<string[], int, CancellationToken, Task> action)
    {
        var initiatives = new Option<int>("--initiatives")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"How many to add, 1 to {MostInitiatives}"),
            HelpName = "N",
            DefaultValueFactory = _ => DefaultInitiatives,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= MostInitiatives)
                {
                    return n;
                }
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"--initiatives is \"{text}\": write a whole number from 1 to {MostInitiatives}."));
                return 0;
            },
        };
        return Interruptible(
            new Command("seed", "Add synthetic initiatives, to try the site at scale") { initiatives },
            async (parsed, ct) =>
            {
                await action(settings, parsed.GetValue(initiatives), ct);
                return 0;
            });
    }

    private static Command BackupVerb(string[] settings, Func<string[], string, bool, CancellationToken, Task> action)
    {
        var file = FileArgument("The backup to make");
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace the file if there is one", Arity = ArgumentArity.Zero };
        return Interruptible(
            WithFile(
                new Command("backup", "Copy the database into a file, also while the site is served, and check the copy") { overwrite },
                file),
            async (parsed, ct) =>
            {
                await action(settings, parsed.GetValue(file)!, parsed.GetValue(overwrite), ct);
                return 0;
            });
    }

    private static Command RestoreVerb(string[] settings, Func<string[], string, CancellationToken, Task> action)
    {
        var file = FileArgument("The backup to restore");
        return Interruptible(
            WithFile(
                new Command("restore", "Put a backup in the place of the database, which is kept aside; the server must be stopped"), file),
            async (parsed, ct) =>
            {
                await action(settings, parsed.GetValue(file)!, ct);
                return 0;
            });
    }

    private static Command VerifyVerb(string[] settings, Func<string[], string?, CancellationToken, Task<int>> action)
    {
        var head = new Option<string?>("--head")
        {
            Description = "A hash that was noted from the page System: was anything up to it cut off or replaced?", HelpName = "HASH",
        };
        head.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: { Length: 64 } hash }] || !hash.All(char.IsAsciiHexDigit))
            {
                result.AddError(
                    $"--head is \"{(result.Tokens is [var first, ..] ? first.Value : "")}\": "
                        + "write the 64 digits that the page System shows.");
            }
        });
        return Interruptible(
            new Command("verify", "Check the database, its history and what is computed from it; the exit code tells") { head },
            (parsed, ct) => action(settings, parsed.GetValue(head)?.ToLowerInvariant(), ct));
    }

    private static Argument<string> FileArgument(string description) =>
        new("FILE") { Description = description, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Says what is wrong with the file of a verb in words of its own.</summary>
    private static Command WithFile(Command command, Argument<string> file)
    {
        command.Add(file);
        command.Validators.Add(result =>
        {
            var path = result.GetValue(file);
            if (string.IsNullOrWhiteSpace(path)) result.AddError($"{command.Name} needs a file: write {command.Name} FILE.");
            else if (path.StartsWith('-')) result.AddError($"There is no option \"{path}\".");
        });
        return command;
    }

    private static Command Interruptible(Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async parsed =>
        {
            using var interruption = new Interruption();
            return await action(parsed, interruption.Token);
        });
        return command;
    }
}

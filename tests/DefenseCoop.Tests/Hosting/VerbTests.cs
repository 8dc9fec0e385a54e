using Xunit;

namespace DefenseCoop.Tests.Hosting;

public sealed class VerbTests
{
    public static TheoryData<string, string> Misuses => new()
    {
        { "foo", "There is no verb \"foo\"" },
        { "serve foo", "There is no verb \"foo\"" },
        { "--prot 5080", "There is no option \"--prot\"" },
        { "migrate --initiatives 5", "There is no option \"--initiatives\"" },
        { "seed --bla", "There is no option \"--bla\"" },
        { "seed --initiatives", "--initiatives" },
        { "seed --initiatives 0", "--initiatives is \"0\": write a whole number from 1 to 1000000" },
        { "seed --initiatives 1000001", "--initiatives is \"1000001\"" },
        { "seed --initiatives -5", "--initiatives is \"-5\"" },
        { "seed --initiatives 1,000", "--initiatives is \"1,000\"" },
        { "seed --initiatives many", "--initiatives is \"many\"" },
        { "backup", "backup needs a file: write backup FILE" },
        { "backup --overwrit one.db", "There is no option \"--overwrit\"" },
        { "backup one.db two.db", "There is no verb \"two.db\"" },
        { "restore", "restore needs a file: write restore FILE" },
        { "restore --Data:Folder x", "restore needs a file: write restore FILE" },
        { "verify --head 12ab", "--head is \"12ab\": write the 64 digits that the page System shows" },
        { "verify one.db", "There is no verb \"one.db\"" },
        { "serve --urls", "The setting \"--urls\" has no value" },
        { "--urls --Data:Folder=x", "The setting \"--urls\" has no value" },
    };

    [Theory]
    [MemberData(nameof(Misuses))]
    public async Task Run_Misused_NamesTheMistakeAndTheRemedy(string arguments, string message)
    {
        var (code, output, errors) = await AppProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Contains("--help", errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', errors);
    }

    [Theory]
    [InlineData("--help", "migrate")]
    [InlineData("seed --help", "--initiatives")]
    [InlineData("--version", "0.")]
    public async Task Run_AskedAboutItself_Answers(string arguments, string answer)
    {
        var (code, output, errors) = await AppProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(0, code);
        Assert.Contains(answer, output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }
}

using DefenseCoop.Data.Verification;
using DefenseCoop.Web.Operations.Chores;

namespace DefenseCoop.Web.Hosting.Verbs;

/// <summary>The verb that proves that nothing was altered.</summary>
internal static class VerifyVerb
{
    /// <returns>The exit code: 0 where all is well.</returns>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static async Task<int> RunAsync(string[] settingArguments, string? head, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Create(settingArguments).Build();
        var verification = app.Services.GetRequiredService<HistoryVerification>();
        var report = await ProgressBars.ShowAsync(progress => verification.RunAsync(head, progress, cancellationToken));
        foreach (var result in report.Results)
        {
            var isWell = result is { Problem: null, IsUntold: false };
            await (isWell ? Console.Out : Console.Error).WriteLineAsync(VerificationWords.Of(result));
        }

        foreach (var line in VerificationWords.Sum(report)) await Console.Out.WriteLineAsync(line);
        return report.IsSound ? 0 : CommandLine.Failed;
    }
}

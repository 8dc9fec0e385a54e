using DefenseCoop.Data.Verification;


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
            var (part, problem, note) = result;
            if (result.IsUntold) await Console.Error.WriteLineAsync($"{Name(part)}: CANNOT BE TOLD; {note}.");
            else if (problem is null) await Console.Out.WriteLineAsync($"{Name(part)}: sound; {note}.");
            else await Console.Error.WriteLineAsync($"{Name(part)}: {(part == VerifiedPart.Log ? "MISSING" : "BROKEN")}. {problem}");
        }

        var well = report.Results.Any(r => r.IsUntold) ? "All that can be told is well." : "All is well.";
        if (report.IsSound) await Console.Out.WriteLineAsync($"{well} {BackupVerbs.Newest(report.Head)}");
        return report.IsSound ? 0 : CommandLine.Failed;
    }

    private static string Name(VerifiedPart part) => part switch
    {
        VerifiedPart.CurrentRows => "Current rows",
        VerifiedPart.Head => "Noted hash",
        _ => part.ToString(),
    };
}

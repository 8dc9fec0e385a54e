using System.Globalization;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Verification;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Operations.Chores;

/// <summary>What a verification found, in lines for people.</summary>
internal static class VerificationWords
{
    public static string Of(VerifiedResult result) => result switch
    {
        { IsUntold: true } => $"{Name(result.Part)}: CANNOT BE TOLD; {result.Note}.",
        { IsNoted: true, Problem: null } => $"{Name(result.Part)}: TO LOOK AT; {result.Note}.",
        { Problem: null } => $"{Name(result.Part)}: sound; {result.Note}.",
        _ => $"{Name(result.Part)}: {(result.Part == VerifiedPart.Log ? "MISSING" : "BROKEN")}. {result.Problem}",
    };

    /// <summary>The last line; none where something is broken.</summary>
    public static IEnumerable<string> Sum(VerificationReport report)
    {
        if (!report.IsSound) yield break;
        var well = report.Results.Any(r => r.IsUntold) ? "All that can be told is well." : "All is well.";
        yield return $"{well} {Newest(report.Head)}";
    }

    private static string Name(VerifiedPart part) => part switch
    {
        VerifiedPart.CurrentRows => "Current rows",
        VerifiedPart.Head => "Noted hash",
        _ => part.ToString(),
    };

    public static string Newest(ChainHead? head) => head is null
        ? "It has no history yet."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Its newest change set is {head.Id} of {Instants.Universal(head.At)}, with the hash {head.Hash}.");
}

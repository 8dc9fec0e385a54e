using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>No request of a script waits for ever: all are sent at one place, with a limit of time.</summary>
public sealed partial class ScriptRequestTests
{
    [Fact]
    public void Requests_OfEveryScript_AreSentAtOnePlaceWithALimit()
    {
        var scripts = RepositoryFiles.Under("src/DefenseCoop.Web/wwwroot", "*.js")
            .Where(f => !f.Contains("/lib/", StringComparison.Ordinal))
            .ToList();
        var sent = scripts.SelectMany(f => Fetch().Matches(RepositoryFiles.Read(f)).Select(_ => f)).ToList();

        Assert.True(scripts.Count > 8, $"Only {scripts.Count} scripts were found.");
        Assert.Equal(["src/DefenseCoop.Web/wwwroot/app.js"], sent);
        Assert.Contains("AbortSignal.timeout(", RepositoryFiles.Read(sent[0]), StringComparison.Ordinal);
        Assert.True(scripts.Sum(f => Sending().Count(RepositoryFiles.Read(f))) > 6);
    }

    [GeneratedRegex(@"\bfetch\s*\(|XMLHttpRequest|sendBeacon")]
    private static partial Regex Fetch();

    [GeneratedRegex(@"window\.send\(")]
    private static partial Regex Sending();
}

using Xunit;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>Tests that collect what is wrong say all of it: the runner would cut a list short.</summary>
internal static class Found
{
    public static void Nothing(IEnumerable<string> problems)
    {
        var list = problems.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{list.Count} found:\n{string.Join('\n', list.Take(40))}");
    }
}

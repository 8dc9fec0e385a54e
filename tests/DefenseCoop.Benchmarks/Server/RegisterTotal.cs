using System.Globalization;
using System.Text.RegularExpressions;

namespace DefenseCoop.Benchmarks.Server;

/// <summary>
/// Reads the number of rows off the register, because figures for ten thousand initiatives mean nothing
/// if the seeding went elsewhere.
/// </summary>
internal static partial class RegisterTotal
{
    public static async Task<long?> ReadAsync(Uri address, CancellationToken cancel)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(address, "/initiatives"), cancel);
        var text = Total().Match(await answer.Content.ReadAsStringAsync(cancel)).Groups[1].Value;
        var numbers = Number().Matches(text)
            .Select(match => long.Parse(match.Value.Replace(",", ""), CultureInfo.InvariantCulture))
            .ToList();
        return numbers.Count == 0 ? null : numbers.Max();
    }

    [GeneratedRegex("data-testid=\"total\"[^>]*>([^<]*)<")]
    private static partial Regex Total();

    /// <summary>With the thousands separated as the product, which is culture-neutral, writes them.</summary>
    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Number();
}

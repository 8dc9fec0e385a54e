using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace DefenseCoop.Benchmarks.Server;

/// <summary>
/// Reads the number of rows off the register, because figures for ten thousand initiatives mean nothing
/// if the seeding went elsewhere.
/// </summary>
internal static partial class RegisterTotal
{
    /// <summary>What the product writes between thousands: a narrow space at which no line breaks.</summary>
    private const string Thousands = "\u202F";

    public static async Task<long?> ReadAsync(Uri address, CancellationToken cancel)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(address, "/initiatives"), cancel);
        var text = WebUtility.HtmlDecode(Total().Match(await answer.Content.ReadAsStringAsync(cancel)).Groups[1].Value);
        return long.TryParse(text.Replace(Thousands, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null;
    }

    [GeneratedRegex("data-testid=\"total\"[^>]*>([^<]*)<")]
    private static partial Regex Total();
}

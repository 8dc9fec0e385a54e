using System.Text.RegularExpressions;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>One response as the browser's network layer saw it; <see cref="Bytes"/> counts headers and encoded body.</summary>
internal sealed partial record LoadedResponse(
    Uri Address, int Status, string Kind, IReadOnlyDictionary<string, string> Headers)
{
    public double Bytes { get; set; }

    public string FileName => Path.GetFileName(Address.AbsolutePath) is { Length: > 0 } name ? name : "(page)";

    /// <summary>What is wrong with the delivery of a script or stylesheet; null if nothing is, or it is something else.</summary>
    public string? Fault
    {
        get
        {
            if (Kind is not ("Script" or "Stylesheet"))
                return null;

            if (Status != 200)
                return $"answered with {Status}";

            string?[] faults =
            [
                Header("content-encoding") is "br" or "gzip" or "zstd" ? null : "not compressed",
                Header("cache-control").Contains("immutable", StringComparison.Ordinal) ? null : "not immutable",
                Fingerprint().IsMatch(Address.AbsolutePath) ? null : "no fingerprint",
            ];
            var found = string.Join(", ", faults.OfType<string>());
            return found.Length > 0 ? found : null;
        }
    }

    private string Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>The SDK puts ten characters before the extension, which may have two parts, as in ".razor.js".</summary>
    [GeneratedRegex("\\.[0-9a-z]{10}\\.([a-z]+\\.)*(js|css)$")]
    private static partial Regex Fingerprint();
}

using System.Globalization;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>
/// The fonts that the browser of the tests has: one family of the machine and no other, so that what is measured on a page
/// does not depend on what else is installed. <c>BROWSER_FONTS</c> names the family; the suite runs with each.
/// </summary>
internal sealed class Fonts : IDisposable
{
    private const string Root = "/usr/share/fonts/truetype";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("defensecoop-fonts-");

    private Fonts(string family)
    {
        var files = Path.Combine(Root, family);
        if (!Directory.Exists(files))
        {
            throw new InvalidOperationException($"The fonts {family} are not installed in {Root}: tests/run.sh installs them.");
        }
        var (sans, mono) = family == "liberation" ? ("Liberation Sans", "Liberation Mono") : ("DejaVu Sans", "DejaVu Sans Mono");
        File.WriteAllText(Configuration, string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
            <fontconfig>
              <dir>{files}</dir>
              <cachedir>{_folder.FullName}</cachedir>
              <alias><family>sans-serif</family><prefer><family>{sans}</family></prefer></alias>
              <alias><family>monospace</family><prefer><family>{mono}</family></prefer></alias>
            </fontconfig>
            """));
    }

    public static string Family => Environment.GetEnvironmentVariable("BROWSER_FONTS") is { Length: > 0 } family ? family : "liberation";

    /// <summary>Of a browser that is to have these fonts: that of this process, and where fonts are found.</summary>
    public IEnumerable<KeyValuePair<string, string>> ForBrowser
    {
        get
        {
            var all = Environment.GetEnvironmentVariables();
            var environment = all.Keys.Cast<string>().ToDictionary(k => k, k => (string)all[k]!, StringComparer.Ordinal);
            environment["FONTCONFIG_FILE"] = Configuration;
            return environment;
        }
    }

    private string Configuration => Path.Combine(_folder.FullName, "fonts.conf");

    public static Fonts Choose() => new(Family);

    public void Dispose() => _folder.Delete(recursive: true);
}

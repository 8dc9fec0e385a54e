namespace DefenseCoop.Web.People.Profile;

/// <summary>"Firefox on Windows" for what a browser says of itself; what is not recognized is shown as it is.</summary>
public static class DeviceWords
{
    // The order matters: most browsers also name those whose pages they want to be given.
    private static readonly (string Mark, string Name)[] Browsers =
        [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chromium/", "Chromium"),
            ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
        ];

    private static readonly (string Mark, string Name)[] Systems =
        [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
        ];

    public static string Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent)) return "Unknown device";
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return (browser, system) switch
        {
            (not null, not null) => $"{browser} on {system}",
            (not null, null) => browser,
            _ => userAgent,
        };
    }

    private static string? Find((string Mark, string Name)[] names, string text) =>
        names.Where(n => text.Contains(n.Mark, StringComparison.Ordinal)).Select(n => n.Name).FirstOrDefault();
}

using Microsoft.Playwright;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>Who looks: on what screen, with which system theme, with or without JavaScript.</summary>
public sealed record Visitor(int Width = 1440, ColorScheme Scheme = ColorScheme.Light, bool Script = true, string? Zone = null)
{
    public const int Height = 900;

    /// <summary>Of a screen with room for tables, and of a phone.</summary>
    public static IReadOnlyList<int> Widths { get; } = [1440, 390];

    public static Visitor WithoutScript { get; } = new(Script: false);

    public static Visitor OnPhone { get; } = new(Width: 390);

    public BrowserNewContextOptions Options(Uri address) => new()
    {
        BaseURL = address.ToString(),
        ColorScheme = Scheme,
        JavaScriptEnabled = Script,
        Locale = "en-GB",
        ReducedMotion = ReducedMotion.Reduce,
        TimezoneId = Zone,
        ViewportSize = new() { Width = Width, Height = Height },
    };
}

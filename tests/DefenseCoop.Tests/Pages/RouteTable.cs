using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>One routable page, an address of it that exists, and what answers there.</summary>
public sealed record RouteRow(string Template, string Address, string Heading);

/// <summary>Every routable page. The architecture test finds a page without a row; the smoke test asks for every row.</summary>
public static class RouteTable
{
    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("/", "/", "Summary"),
        new("/initiatives", "/initiatives", "Initiatives"),
        new("/initiatives/{Code}", "/initiatives/BE-1", "BE-1 Denmark-US Defence Cooperation Agreement (DCA)"),
        new("/focus-areas", "/focus-areas", "Focus areas"),
        new("/focus-areas/{Slug}", "/focus-areas/cybersecurity", "Cybersecurity cooperation"),
        new("/recommendations", "/recommendations", "Recommendations"),
        new("/sources", "/sources", "Sources"),
        new("/method", "/method", "Method"),
        new("/not-found", "/not-found", "There is no such page"),
        new("/error", "/error", "This page could not be shown"),
    ];

    /// <summary>Addresses of the pages that speak for a day.</summary>
    public static TheoryData<string> DayPages { get; } =
        [.. Rows.Where(r => r.Template is not ("/not-found" or "/error")).Select(r => r.Address)];
}

using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>The addresses that every-page tests visit.</summary>
public static class PageList
{
    public const string PastDay = "2024-06-30";

    private static readonly string[] Slugs =
    [
        "base-expansion", "joint-training", "cybersecurity", "intelligence-sharing",
        "defense-technology", "defense-spending", "maritime-arctic",
    ];

    private static readonly string[] Routes =
    [
        "/", "/initiatives", "/initiatives/BE-1", "/initiatives/SP-1", "/initiatives/DT-1", "/focus-areas",
        .. Slugs.Select(s => $"/focus-areas/{s}"), "/assessments", "/assessments/actions",
        "/focus-areas/cybersecurity/assessments/2026-Q3", "/recommendations", "/changes", "/changes/1",
        "/history/initiative/BE-1", "/history/milestone/BE-1-M1", "/sources", "/method", "/error",
    ];

    private static readonly string[] States =
    [
        $"/?asOf={PastDay}", $"/initiatives?asOf={PastDay}", $"/initiatives/BE-1?asOf={PastDay}",
        "/?asOf=2031-01-01&nonsense=1",
        "/initiatives?category=nonsense&stage=Nonsense&page=99&size=7&from=tomorrow",
        "/initiatives?q=nothing-is-called-this&category=cybersecurity",
        "/initiatives?category=cybersecurity&status=OnTrack&status=Stale&sort=-end&size=25",
        "/initiatives?size=25&page=2",
        $"/assessments?asOf={PastDay}", $"/focus-areas/cybersecurity/assessments/2024-Q1?asOf={PastDay}",
        "/assessments?until=2025-Q4", "/assessments?until=nonsense",
        "/assessments/actions?show=done&focusArea=cybersecurity", "/assessments/actions?show=nonsense&focusArea=nonsense",
        "/changes?kind=Milestone&action=Created&person=DefenseCoop&from=2026-11-01", "/changes?record=nothing&kind=Ship&page=7",
        "/changes/1?kind=Reading&page=2", $"/changes?asOf={PastDay}",
    ];

    private static readonly string[] Unknown = ["/no-such-page", "/initiatives/NO-SUCH-CODE", "/focus-areas/no-such-slug"];

    /// <summary>Every page in every state, with its status code.</summary>
    public static TheoryData<string, int> All
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var path in Routes.Concat(States)) data.Add(path, 200);
            foreach (var path in Unknown) data.Add(path, 404);
            return data;
        }
    }
}

using DefenseCoop.Benchmarks.Assessments;
using DefenseCoop.Benchmarks.History;
using DefenseCoop.Benchmarks.People;
using DefenseCoop.Benchmarks.Report;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>
/// Every measure with what it must reach. The order matters: starts come before the shared process runs, memory comes
/// last, when that process is as warm as a day's work makes it.
/// </summary>
internal static class MeasureCatalog
{
    private const string Register = "/initiatives";
    private const string FilteredRegister = "/initiatives?category=cybersecurity&status=OnTrack&sort=end";
    private const string RegisterOfFifty = "/initiatives?size=50";
    private const string Summary = "/";
    private const string RegisterTotal = "data-testid=\"total\"";
    private const string SignOut = "href=\"/account/sign-out\"";
    private const int ManyCircuits = 500;

    public static IReadOnlyList<IMeasure> All(int circuits) =>
    [
        new ProcessStartMeasure("start", Summary, Limit.AtMost(3)),
        new PageLatencyMeasure("http-register", "Register", Register)
        {
            MustContain = RegisterTotal,
            Median = Limit.AtMost(5),
            Throughput = Limit.AtLeast(600),
        },
        new PageLatencyMeasure("http-filtered", "Register, filtered and sorted", FilteredRegister)
        {
            MustContain = RegisterTotal,
            Median = Limit.AtMost(6),
        },
        new PageLatencyMeasure("http-register-signed-in", "Register, signed in", Register)
        {
            SignedIn = true,
            MustContain = SignOut,
            Median = Limit.AtMost(5),
        },
        new PageLatencyMeasure("http-summary", "Summary", Summary) { Median = Limit.AtMost(15) },
        new PastRegisterMeasure("http-register-known-at", Limit.AtMost(40)),
        new SignInMeasure("sign-in", Limit.AtMost(400)),
        new RightsCheckMeasure("rights", Limit.AtMost(200)),
        new ReadingSaveMeasure("save", Limit.AtLeast(300), Limit.AtMost(10)),
        new BackupMeasure("backup", Limit.AtMost(2), Limit.AtMost(200)),
        new FirstNavigationMeasure("navigation", Register, Limit.AtMost(300)),
        new FirstVisitMeasure("first-visit-register", "Register", Register, Limit.AtMost(250)),
        new FirstVisitMeasure("first-visit-summary", "Summary", Summary, Limit.AtMost(250)),
        new CircuitMemoryMeasure("memory-register", "register, 50 rows", RegisterOfFifty, circuits, Limit.AtMost(350)),
        new CircuitMemoryMeasure("memory-register-signed-in", "register, 50 rows, signed in", RegisterOfFifty, circuits, Limit.AtMost(350))
        {
            SignedIn = true,
        },
        new CircuitMemoryMeasure("memory-summary", "summary", Summary, circuits, Limit.AtMost(500)),
        new ChangeShownMeasure("live", Register, ManyCircuits, Limit.AtMost(1)),
        new RoleChangeMeasure("role-change", Register, ManyCircuits, Limit.AtMost(5)),

        // It adds focus areas, which other figures would feel.
        new AssessmentMeasure("assessments", new AssessmentLimits(Limit.AtMost(10), Limit.AtMost(60), Limit.AtMost(5), Limit.AtMost(900))),
    ];
}

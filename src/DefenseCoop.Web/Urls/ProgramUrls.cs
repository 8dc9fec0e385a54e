namespace DefenseCoop.Web.Urls;

/// <summary>Addresses that are asked for by programs: other ones, the browser's own requests, and whoever watches over the server.</summary>
public static class ProgramUrls
{
    public const string Api = "/api";
    public const string ApiChanges = "/api/v1/changes";
    public const string ApiAssessments = "/api/v1/assessments";
    public const string ApiAssessment = "/api/v1/assessments/{code}";
    public const string Feeds = "/feeds";
    public const string Export = "/export";
    public const string OpenApi = "/openapi";

    public const string Health = "/health";
    public const string HealthLive = "/health/live";
    public const string HealthReady = "/health/ready";

    /// <summary>What open pages talk to.</summary>
    public const string Circuit = "/_blazor";

    public const string CircuitNegotiation = "/_blazor/negotiate";

    /// <summary>Reads what somebody typed as the program does, for who types.</summary>
    public const string Understood = "/understood";

    public const string Icon = "/favicon.svg";
}

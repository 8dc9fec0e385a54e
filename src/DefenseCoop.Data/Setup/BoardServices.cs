using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Assessments.Reminders;
using DefenseCoop.Data.Assessments.TrackRecord;
using DefenseCoop.Data.Assessments.Trend;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseCoop.Data.Setup;

internal static class BoardServices
{
    /// <summary>What reads many assessments at once.</summary>
    public static void AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<PastStatuses>();
        services.AddSingleton<TrendQueries>();
        services.AddSingleton<TrackRecordQueries>();
        services.AddSingleton<BoardQueries>();
        services.AddSingleton<JudgedQueries>();
        services.AddSingleton<ActionQueries>();
        services.AddSingleton<NewsQueries>();
        services.AddSingleton<AssessmentReader>();
        services.AddSingleton<DigestQueries>();
    }
}

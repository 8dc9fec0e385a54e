using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Recommendations;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Summary;
using DefenseCoop.Data.Synthetic;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain.Status;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DefenseCoop.Data.Setup;

public static class DataServices
{
    /// <summary>Registers the pooled contexts and the classes that prepare and fill the database.</summary>
    /// <exception cref="StartupException">The options name no database.</exception>
    public static IServiceCollection AddDefenseCoopData(this IServiceCollection services, DatabaseOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        options.Provider.AddTo(services, options);
        services.AddSingleton<IChangeBus, ProcessChangeBus>();
        services.AddSingleton<ForeignWrites>();
        services.AddSingleton<DatabasePreparation>();
        services.AddSingleton<HistoryVerification>();
        services.AddSingleton<SyntheticSeeder>();
        services.TryAddSingleton(Thresholds.Default);
        services.AddSingleton<FindingsKeeper>();
        services.AddSingleton<DayViews>();
        services.AddSingleton<RegisterQueries>();
        services.AddSingleton<InitiativeQueries>();
        services.AddSingleton<FocusAreaQueries>();
        services.AddSingleton<AreaStandings>();
        services.AddSingleton<SummaryQueries>();
        services.TryAddSingleton(AssessmentOptions.Default);
        services.AddSingleton<AssessmentPresence>();
        services.AddSingleton<EvidenceBuilder>();
        services.AddSingleton<EvidenceCache>();
        services.AddSingleton<CitationQueries>();
        services.AddSingleton<SourceQueries>();
        services.AddSingleton<RecommendationQueries>();
        services.AddSingleton<EditableRecords>();
        services.AddSingleton<RecordDifferences>();
        services.AddSingleton<ChangeQueries>();
        services.AddSingleton<RecordHistoryQueries>();
        return services;
    }
}

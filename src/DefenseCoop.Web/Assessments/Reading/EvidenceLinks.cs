using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Assessments.Reading;

/// <summary>Where evidence stands.</summary>
internal static class EvidenceLinks
{
    /// <summary>Of what a cause is about.</summary>
    public static string Of(EvidenceCause cause, string slug, DayChoice day) => cause switch
    {
        { Kind: FactKind.FocusArea } => AppUrls.FocusArea(cause.Code, day),
        { Initiative: { } initiative } => AppUrls.Initiative(initiative, day, cause.Code == initiative ? null : cause.Code),
        _ => AppUrls.FocusArea(slug, day, cause.Code),
    };
}

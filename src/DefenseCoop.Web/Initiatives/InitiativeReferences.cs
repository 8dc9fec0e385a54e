using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Results;
using DefenseCoop.Web.Schedule;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Initiatives;

/// <summary>The facts that the page of an initiative tells, in its order: what the numbers of its sources follow.</summary>
internal static class InitiativeReferences
{
    public static IEnumerable<CitedFact> Of(InitiativeDetails details, DayChoice day)
    {
        var initiative = details.Initiative;
        return
        [
            new(SubjectKind.Initiative, initiative.Code, Aspect.Description),
            .. MilestoneTable.InTime(details).Select(m => new CitedFact(SubjectKind.Milestone, m.Milestone.Code)),
            .. initiative.Indicators.OrderBy(i => i.Position).SelectMany(i => IndicatorBlock.References(i, details.Sources, day)),
            .. ExerciseTable.Shown(initiative.Exercises, details.Sources, day)
                .Select(e => new CitedFact(SubjectKind.Edition, e.Edition.Code)),
            .. EventList.ShownOf(details.Events, details.Sources, day).Select(e => new CitedFact(SubjectKind.Event, e.Code)),
            .. Facts(initiative),
        ];
    }

    private static IEnumerable<CitedFact> Facts(Initiative initiative) =>
    [
        new(SubjectKind.Initiative, initiative.Code),
        new(SubjectKind.Initiative, initiative.Code, Aspect.Start),
        new(SubjectKind.Initiative, initiative.Code, Aspect.End),
        .. InitiativeFactList.Taking(initiative, OrganizationRole.Lead)
            .Concat(InitiativeFactList.Taking(initiative, OrganizationRole.Partner))
            .Select(o => new CitedFact(SubjectKind.Organization, o.Code)),
        .. InitiativeFactList.SitesOf(initiative).Select(s => new CitedFact(SubjectKind.Site, s.Code)),
        .. InitiativeFactList.ContributionsOf(initiative).SelectMany(c => new CitedFact[]
        {
            new(SubjectKind.Contribution, c.Code, Aspect.Objective), new(SubjectKind.Contribution, c.Code, Aspect.Outcome),
        }),
        .. initiative.Agreement is { } agreement ? Facts(agreement) : [],
    ];

    private static IEnumerable<CitedFact> Facts(Agreement agreement) =>
    [
        new(SubjectKind.Agreement, agreement.Code, Aspect.Signed),
        new(SubjectKind.Agreement, agreement.Code, Aspect.InForce),
        .. agreement.Provisions.OrderBy(p => p.Position).Select(p => new CitedFact(SubjectKind.Provision, p.Code)),
    ];
}

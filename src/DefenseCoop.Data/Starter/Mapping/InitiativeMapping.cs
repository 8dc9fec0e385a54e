using DefenseCoop.Data.Starter.Records;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Starter.Mapping;

internal static class InitiativeMapping
{
    public static StarterIndex<Initiative> Map(StarterSections sections, StarterDraft draft, References references)
    {
        var initiatives = new StarterIndex<Initiative>("initiative");
        foreach (var (place, record) in sections.Records<InitiativeRecord>("initiatives"))
        {
            draft.Declare(initiatives, place, record.Id);
            draft.Try(place, () => Initiative(draft, place, record, references, initiatives));
        }

        return initiatives;
    }

    private static void Initiative(
        StarterDraft draft, Place place, InitiativeRecord record, References references, StarterIndex<Initiative> initiatives)
    {
        var stage = draft.Word(place, "status", record.Status, StarterWords.Stages);
        var initiative = Domain.Initiatives.Initiative.Create(
            record.Id!, record.Title!, record.Description?.Value!,
            draft.Find(references.Categories, place, "category", record.Category)!,
            stage, draft.Attribution(place, record, withNote: false));
        initiative.AttributeDescription(draft.Attribution(place, record.Description));
        initiative.Report(stage, draft.Word(place, "status_basis", record.StatusBasis, StarterWords.StageBases));
        initiative.DateStatus(draft.Date(place, "status_as_of", record.StatusAsOf));
        initiative.Begin(draft.Date(place, "start", record.Start?.Value));
        initiative.AttributeStart(draft.Attribution(place, record.Start));
        initiative.Finish(draft.Date(place, "end", record.End?.Value));
        initiative.AttributeEnd(draft.Attribution(place, record.End));
        if (record.AgreementId is { } agreement) initiative.RestOn(draft.Find(references.Agreements, place, "agreement_id", agreement));
        initiative.Trust(draft.Word(place, "confidence", record.Confidence, StarterWords.Confidences));
        initiative.Annotate(record.Note);
        initiatives.Set(record.Id, initiative);
        draft.Content.Initiatives.Add(initiative);
        draft.Ask(place, () => InitiativeConsistency.Of(initiative, StarterDraft.LastDay));

        Participate(OrganizationRole.Lead, "lead_orgs", record.LeadOrgs);
        Participate(OrganizationRole.Partner, "partner_orgs", record.PartnerOrgs);
        foreach (var site in draft.FindAll(references.Sites, place, "site_ids", record.SiteIds)) initiative.Sites.Add(site);

        draft.Cite(place, SubjectKind.Initiative, record.Id, record);
        draft.Cite(place, SubjectKind.Initiative, record.Id, record.Description, Aspect.Description);
        draft.Cite(place, SubjectKind.Initiative, record.Id, record.Start, Aspect.Start);
        draft.Cite(place, SubjectKind.Initiative, record.Id, record.End, Aspect.End);
        if (record.Category is not null
            && references.FocusAreas.TryFind(record.Category, out FocusArea? focusArea) && focusArea is not null)
        {
            OutcomeMapping.Contribute(draft, place, record, initiative, focusArea);
        }

        void Participate(OrganizationRole role, string field, IReadOnlyList<string>? ids)
        {
            var position = 0;
            foreach (var organization in draft.FindAll(references.Organizations, place, field, ids))
            {
                initiative.Participations.Add(Participation.Create(organization, role, position++));
            }
        }
    }
}

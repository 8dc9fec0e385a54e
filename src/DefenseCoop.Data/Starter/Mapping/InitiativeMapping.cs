using DefenseCoop.Data.Fields;
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
        var initiative = new Initiative
        {
            Code = record.Id!,
            Title = record.Title!,
            Description = record.Description?.Value!,
            DescriptionAttribution = draft.Attribution(place, record.Description),
            Category = draft.Find(references.Categories, place, "category", record.Category)!,
            RecordedStage = draft.Word(place, "status", record.Status, StarterWords.Stages),
            StageBasis = draft.Word(place, "status_basis", record.StatusBasis, StarterWords.StageBases),
            StatusAsOf = draft.Date(place, "status_as_of", record.StatusAsOf),
            Start = draft.Date(place, "start", record.Start?.Value),
            StartAttribution = draft.Attribution(place, record.Start),
            End = draft.Date(place, "end", record.End?.Value),
            EndAttribution = draft.Attribution(place, record.End),
            Agreement = record.AgreementId is null ? null : draft.Find(references.Agreements, place, "agreement_id", record.AgreementId),
            Confidence = draft.Word(place, "confidence", record.Confidence, StarterWords.Confidences),
            Note = record.Note,
            Attribution = draft.Attribution(place, record, withNote: false),
        };
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
        if (record.Category is not null && references.FocusAreas.TryFind(record.Category, out FocusArea? focusArea) && focusArea is not null)
        {
            OutcomeMapping.Contribute(draft, place, record, initiative, focusArea);
        }

        void Participate(OrganizationRole role, string field, IReadOnlyList<string>? ids)
        {
            var position = 0;
            foreach (var organization in draft.FindAll(references.Organizations, place, field, ids))
            {
                initiative.Participations.Add(new Participation { Organization = organization, Role = role, Position = position++ });
            }
        }
    }
}

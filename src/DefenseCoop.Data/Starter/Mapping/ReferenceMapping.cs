using System.Globalization;
using DefenseCoop.Data.Starter.Records;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Starter.Mapping;

/// <summary>What initiatives refer to.</summary>
internal sealed record References(
    StarterIndex<Category> Categories,
    StarterIndex<FocusArea> FocusAreas,
    StarterIndex<Organization> Organizations,
    StarterIndex<Site> Sites,
    StarterIndex<Agreement> Agreements);

internal static class ReferenceMapping
{
    public static References Map(StarterSections sections, StarterDraft draft)
    {
        var references = new References(
            new("category"), new("focus area"), new("organization"), new("site"), new("agreement"));
        foreach (var (place, record) in sections.Records<SourceRecord>("sources"))
        {
            draft.Declare(draft.Sources, place, record.Id);
            draft.Try(place, () => Source(draft, place, record));
        }

        foreach (var (place, record) in sections.Records<CategoryRecord>("categories"))
        {
            draft.Declare(references.Categories, place, record.Id);
            draft.Try(place, () => Category(draft, place, record, references));
        }

        foreach (var (place, record) in sections.Records<OrganizationRecord>("organisations"))
        {
            draft.Declare(references.Organizations, place, record.Id);
            draft.Try(place, () => Organization(draft, place, record, references));
        }

        foreach (var (place, record) in sections.Records<SiteRecord>("sites"))
        {
            draft.Declare(references.Sites, place, record.Id);
            draft.Try(place, () => Site(draft, place, record, references));
        }

        foreach (var (place, record) in sections.Records<AgreementRecord>("agreements"))
        {
            draft.Declare(references.Agreements, place, record.Id);
            draft.Try(place, () => Agreement(draft, place, record, references));
        }

        return references;
    }

    private static void Source(StarterDraft draft, Place place, SourceRecord record)
    {
        if (record.Tier is null) draft.Problems.Add(place, "tier is missing");
        var source = Domain.Sources.Source.Create(
            record.Id is { } id ? StarterWords.SourceCodes.GetValueOrDefault(id, id) : null!,
            record.Title!, record.Publisher!, record.Url!, (SourceTier)(record.Tier ?? 1));
        source.Date(draft.Date(place, "date", record.Date));
        source.Annotate(record.Note);
        draft.Sources.Set(record.Id, source);
        draft.Content.Sources.Add(source);
    }

    private static void Category(StarterDraft draft, Place place, CategoryRecord record, References references)
    {
        var id = record.Id ?? "";
        var category = Domain.Initiatives.Category.Create(
            draft.UniqueCode(SubjectKind.Category, StarterWords.Slugs.GetValueOrDefault(id, id), Domain.Initiatives.Category.MaxSlug),
            record.Name!, record.SeedText!, draft.Attribution(place, record),
            draft.Content.Categories.Count, record.InSeedModel ?? false);
        references.Categories.Set(record.Id, category);
        draft.Content.Categories.Add(category);
        draft.Cite(place, SubjectKind.Category, category.Slug, record);

        // One focus area per category: the article's table has no finer grain.
        var focusArea = FocusArea.Create(category.Slug, category.Name, category.Position);
        OutcomeMapping.Outcome(focusArea, record.Objective, record.ExpectedOutcome);
        references.FocusAreas.Declare(id);
        references.FocusAreas.Set(id, focusArea);
        draft.Content.FocusAreas.Add(focusArea);
    }

    private static void Organization(StarterDraft draft, Place place, OrganizationRecord record, References references)
    {
        var organization = Domain.Initiatives.Organization.Create(
            record.Id!, record.Name!, record.Country!, record.Kind!, draft.Attribution(place, record), record.LocalName, record.Abbr);
        references.Organizations.Set(record.Id, organization);
        draft.Content.Organizations.Add(organization);
        draft.Cite(place, SubjectKind.Organization, record.Id, record);
    }

    private static void Site(StarterDraft draft, Place place, SiteRecord record, References references)
    {
        Degrees(draft, place, "lat", record.Lat, 90);
        Degrees(draft, place, "lon", record.Lon, 180);
        var site = Domain.Initiatives.Site.Create(
            record.Id!, record.Name!, record.Kind!, record.Territory!,
            draft.Attribution(place, record, record.CoordinateProvenance), record.Lat, record.Lon, record.Icao);
        references.Sites.Set(record.Id, site);
        draft.Content.Sites.Add(site);
        draft.Cite(place, SubjectKind.Site, record.Id, record);
    }

    private static void Agreement(StarterDraft draft, Place place, AgreementRecord record, References references)
    {
        var agreement = Domain.Initiatives.Agreement.Create(
            record.Id is { } id ? StarterWords.SourceCodes.GetValueOrDefault(id, id) : null!,
            record.Title!,
            record.Scope!,
            draft.Date(place, "signed", record.Signed?.Value),
            draft.Attribution(place, record.Signed),
            draft.Date(place, "in_force", record.InForce?.Value),
            draft.Attribution(place, record.InForce));
        references.Agreements.Set(record.Id, agreement);
        draft.Content.Agreements.Add(agreement);
        draft.Cite(place, SubjectKind.Agreement, record.Id, record.Signed, Aspect.Signed);
        draft.Cite(place, SubjectKind.Agreement, record.Id, record.InForce, Aspect.InForce);
        foreach (var (number, provision) in (record.Provisions ?? []).Index())
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{record.Id}-P{number + 1}");
            agreement.Provisions.Add(Provision.Create(code, provision.Value!, draft.Attribution(place, provision), number));
            draft.Cite(place, SubjectKind.Provision, code, provision);
        }
    }

    private static void Degrees(StarterDraft draft, Place place, string field, double? value, double limit)
    {
        if (value < -limit || value > limit)
        {
            draft.Problems.Add(
                place, string.Create(CultureInfo.InvariantCulture, $"{field} {value} is no place on earth: use -{limit} to {limit}"));
        }
    }
}

using System.Globalization;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Tests.Starter;

/// <summary>
/// The stored records in the words of the starter file: section, then record, then path of the field, then value.
/// It is written against the file's format and shares nothing with the importer.
/// </summary>
internal sealed class StoredRecords(DefenseCoopContext context)
{
    private readonly ILookup<(SubjectKind, string, Aspect), string> _citations = context.Citations.OrderBy(c => c.Position)
        .Select(c => new { c.Kind, c.SubjectCode, c.Aspect, c.Source.Code }).AsEnumerable()
        .ToLookup(c => (c.Kind, c.SubjectCode, c.Aspect), c => SourceId(c.Code));

    public Dictionary<string, List<Fields>> All() => new()
    {
        ["sources"] = [.. context.Sources.AsEnumerable().Select(s => new Fields
        {
            ["id"] = SourceId(s.Code), ["title"] = s.Title, ["publisher"] = s.Publisher,
            ["date"] = s.Published?.ToString(), ["url"] = s.Url,
            ["tier"] = Text((int)s.Tier), ["note"] = s.Note,
        })],
        ["categories"] = [.. context.Categories.AsEnumerable().Select(Category)],
        ["organisations"] = [.. context.Organizations.AsEnumerable().Select(o => new Fields
        {
            ["id"] = o.Code, ["name"] = o.Name, ["local_name"] = o.LocalName,
            ["abbr"] = o.Abbreviation, ["country"] = o.Country, ["kind"] = o.Kind,
        }.With("", o.Attribution, _citations[(SubjectKind.Organization, o.Code, Aspect.Record)]))],
        ["sites"] = [.. context.Sites.AsEnumerable().Select(s => new Fields
        {
            ["id"] = s.Code, ["name"] = s.Name, ["kind"] = s.Kind, ["territory"] = s.Territory, ["lat"] = Text(s.Latitude),
            ["lon"] = Text(s.Longitude), ["icao"] = s.Icao, ["coordinate_provenance"] = Fields.Word(s.Attribution.Provenance),
        }.With("", s.Attribution, _citations[(SubjectKind.Site, s.Code, Aspect.Record)]).Without("provenance"))],
        ["agreements"] = [.. context.Agreements.Include(a => a.Provisions).AsEnumerable().Select(Agreement)],
        ["initiatives"] = [.. Initiatives().Select(Initiative)],
        ["milestones"] = [.. context.Milestones.Include(m => m.Initiative).AsEnumerable().Select(m => new Fields
        {
            ["id"] = m.Code, ["initiative_id"] = m.Initiative.Code, ["title"] = m.Title, ["due_date"] = m.Planned?.ToString(),
            ["due_provenance"] = Fields.Word(m.PlannedProvenance), ["actual_date"] = m.Actual?.ToString(),
            ["status"] = m.ReportedState switch { MilestoneState.MetLate => "met_late", var s => Fields.Lower(s) },
            ["status_as_of"] = m.StatusAsOf?.ToString(),
        }.With("", m.Attribution, _citations[(SubjectKind.Milestone, m.Code, Aspect.Record)]))],
        ["indicators"] = [.. context.Indicators.Include(i => i.Initiative)
            .Include(i => i.Baseline).Include(i => i.Targets).AsEnumerable().Select(Indicator)],
        ["readings"] = [.. context.Readings.Include(r => r.Indicator).AsEnumerable().Select(r => new Fields
        {
            ["id"] = r.Code, ["indicator_id"] = r.Indicator.Code,
            ["period"] = r.Period.Text, ["value"] = Text(r.Value), ["kind"] = r.KindWording,
            ["vintage"] = r.Vintage,
            ["qualifier"] = r.Qualifier switch
            {
                Qualifier.Exact => null, Qualifier.About => "approx", Qualifier.MoreThan => "more than", Qualifier.CloseTo => "close to",
                Qualifier.UpTo => "up to", _ => "max",
            },
        }.With("", r.Attribution, _citations[(SubjectKind.Reading, r.Code, Aspect.Record)]))],
        ["exercise_editions"] = [.. context.Set<ExerciseEdition>().Include(e => e.Exercise).AsEnumerable().Select(e => new Fields
        {
            ["exercise"] = e.Exercise.Name, ["edition"] = e.Label, ["start"] = e.Start.ToString(), ["end"] = e.End?.ToString(),
            ["personnel"] = Text(e.Personnel), ["ships"] = Text(e.Ships), ["aircraft"] = Text(e.Aircraft), ["nations"] = Text(e.Nations),
            ["dk"] = Fields.Flag(e.DanishParticipation), ["us"] = Fields.Flag(e.AmericanParticipation),
        }.With("", e.Attribution, _citations[(SubjectKind.Edition, e.Code, Aspect.Record)]))],
        ["exercises"] = [.. context.Exercises.Include(e => e.Initiative)
            .AsEnumerable().Where(e => e.Initiative is not null).Select(e => new Fields
            {
                ["name"] = e.Name, ["initiative_id"] = e.Initiative!.Code,
            }.With("", e.LinkAttribution, _citations[(SubjectKind.Exercise, e.Code, Aspect.Record)]))],
        ["events"] = [.. context.Events.Include(e => e.Categories).AsEnumerable().Select(e => new Fields
        {
            ["date"] = e.Date.ToString(), ["title"] = e.Title,
            ["categories"] = Fields.List(e.Categories.Select(c => Id(c.Slug)).Order(StringComparer.Ordinal)),
        }.With("", e.Attribution, _citations[(SubjectKind.Event, e.Code, Aspect.Record)]))],
        ["spending_series"] = [.. context.SpendingFigures.AsEnumerable().Where(f => f.Vintage is not null).Select(f => new Fields
        {
            ["country"] = f.Country, ["measure"] = f.Measure, ["year"] = Text(f.Year),
            ["value"] = Text(f.Value), ["kind"] = f.KindWording, ["vintage"] = f.Vintage,
        }.With("", f.Attribution, _citations[(SubjectKind.SpendingFigure, f.Code, Aspect.Record)]))],
        ["recommendations"] = [.. context.Recommendations.AsEnumerable().Select(r => new Fields
        {
            ["id"] = r.Code, ["kind"] = Fields.Lower(r.Kind), ["title"] = r.Title,
            ["category"] = r.FocusAreaSlug is null ? null : Id(r.FocusAreaSlug),
            ["text"] = r.Text, ["response"] = r.Response, ["state"] = Fields.Lower(r.State),
        }.With("", r.Attribution, _citations[(SubjectKind.Recommendation, r.Code, Aspect.Record)]))],
    };

    private Fields Category(Category category)
    {
        var area = context.FocusAreas.Include(f => f.Objectives).ThenInclude(o => o.Outcomes).Single(f => f.Slug == category.Slug);
        return new Fields
        {
            ["id"] = Id(category.Slug), ["name"] = category.Name,
            ["in_seed_model"] = Fields.Flag(category.IsInArticleList), ["seed_text"] = category.ArticleText,
            ["objective"] = area.Objectives.Single().Text, ["expected_outcome"] = area.Objectives.Single().Outcomes.Single().Text,
        }.With("", category.Attribution, _citations[(SubjectKind.Category, category.Slug, Aspect.Record)]);
    }

    private Fields Agreement(Agreement agreement)
    {
        var fields = new Fields
        {
            ["id"] = agreement.Code, ["title"] = agreement.Title, ["scope"] = agreement.Scope,
            ["signed.value"] = agreement.Signed?.ToString(), ["in_force.value"] = agreement.InForce?.ToString(),
        }
        .With("signed.", agreement.SignedAttribution, _citations[(SubjectKind.Agreement, agreement.Code, Aspect.Signed)])
        .With("in_force.", agreement.InForceAttribution, _citations[(SubjectKind.Agreement, agreement.Code, Aspect.InForce)]);
        foreach (var (n, provision) in agreement.Provisions.OrderBy(p => p.Position).Index())
        {
            fields[$"provisions[{n}].value"] = provision.Text;
            fields.With($"provisions[{n}].", provision.Attribution, _citations[(SubjectKind.Provision, provision.Code, Aspect.Record)]);
        }

        return fields;
    }

    private IEnumerable<Initiative> Initiatives() => context.Initiatives.AsSplitQuery().Include(i => i.Category).Include(i => i.Agreement)
        .Include(i => i.Participations).ThenInclude(p => p.Organization).Include(i => i.Sites)
        .Include(i => i.Contributions).ThenInclude(c => c.Outcome.Objective).AsEnumerable();

    private Fields Initiative(Initiative initiative)
    {
        var contribution = initiative.Contributions.Single();
        return new Fields
        {
            ["id"] = initiative.Code, ["category"] = Id(initiative.Category.Slug), ["title"] = initiative.Title,
            ["description.value"] = initiative.Description,
            ["start.value"] = initiative.Start?.ToString(), ["end.value"] = initiative.End?.ToString(),
            ["status"] = initiative.RecordedStage switch
            {
                Stage.Agreed => "planned", Stage.UnderWay => "in_progress", var s => Fields.Lower(s),
            },
            ["status_as_of"] = initiative.StatusAsOf?.ToString(), ["agreement_id"] = initiative.Agreement?.Code,
            ["confidence"] = Fields.Lower(initiative.Confidence),
            ["status_basis"] = initiative.StageBasis switch
            {
                StageBasis.Sourced => "sourced", StageBasis.AssumedOngoing => "assumed_ongoing", _ => "inferred_from_end_date",
            },
            ["lead_orgs"] = Organizations(OrganizationRole.Lead), ["partner_orgs"] = Organizations(OrganizationRole.Partner),
            ["site_ids"] = Fields.List(initiative.Sites.Select(s => s.Code).Order(StringComparer.Ordinal)),
            ["objective.text"] = contribution.Outcome.Objective.Text, ["expected_outcome.text"] = contribution.Outcome.Text,
            ["objective.derived_from"] = Cited(Aspect.Objective), ["expected_outcome.derived_from"] = Cited(Aspect.Outcome),
        }
        .With("objective.", contribution.ObjectiveAttribution, [])
        .With("expected_outcome.", contribution.Attribution, [])
        .With("description.", initiative.DescriptionAttribution, Sources(Aspect.Description))
        .With("start.", initiative.StartAttribution, Sources(Aspect.Start))
        .With("end.", initiative.EndAttribution, Sources(Aspect.End))
        .With("", initiative.Attribution, Sources(Aspect.Record), initiative.Note);

        IEnumerable<string> Sources(Aspect aspect) => _citations[(SubjectKind.Initiative, initiative.Code, aspect)];
        string? Cited(Aspect aspect) => Fields.List(_citations[(SubjectKind.Contribution, contribution.Code, aspect)]);
        string? Organizations(OrganizationRole role) =>
            Fields.List(initiative.Participations.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.Organization.Code));
    }

    private Fields Indicator(Indicator indicator)
    {
        var fields = new Fields
        {
            ["id"] = indicator.Code, ["initiative_id"] = indicator.Initiative.Code, ["name"] = indicator.Name, ["unit"] = indicator.Unit,
            ["direction"] = Fields.Lower(indicator.Direction), ["note"] = indicator.Note,
        };
        if (indicator.Baseline is { } baseline)
        {
            fields["baseline.value"] = Text(baseline.Value);
            fields["baseline.period"] = baseline.Period?.Text;
            fields.With("baseline.", baseline.Attribution, _citations[(SubjectKind.Baseline, baseline.Code, Aspect.Record)]);
        }

        foreach (var target in indicator.Targets)
        {
            var path = target.Position == 0 ? "target." : $"alt_targets[{target.Position - 1}].";
            fields[path + "value"] = Text(target.Value);
            fields[path + "by"] = target.By?.ToString();
            fields.With(path, target.Attribution, _citations[(SubjectKind.Target, target.Code, Aspect.Record)]);
        }

        return fields;
    }

    private static string SourceId(string code) => code == "S-ARTICLE" ? "S-SEED" : code;

    private static string Id(string slug) => slug.Replace('-', '_').Replace("defense", "defence", StringComparison.Ordinal);

    private static string? Text(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);
}

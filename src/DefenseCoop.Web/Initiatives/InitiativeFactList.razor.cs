using System.Globalization;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives;

public sealed partial class InitiativeFactList
{
    private Initiative I => Details.Initiative;

    internal static List<Organization> Taking(Initiative initiative, OrganizationRole role) =>
        [.. initiative.Participations.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.Organization)];

    internal static IEnumerable<Site> SitesOf(Initiative initiative) => initiative.Sites.OrderByText(s => s.Name);

    internal static IEnumerable<Contribution> ContributionsOf(Initiative initiative) => initiative.Contributions.OrderBy(c => c.Code, StringComparer.Ordinal);

    /// <summary>Nothing where its sources say so, which stand before it.</summary>
    private string? StageBasisWords => I.StageBasis switch
    {
        StageBasis.Sourced => null,
        StageBasis.InferredFromEndDate => "Inferred: its public end has passed.",
        _ => "Assumed to go on: nothing public says that it ended.",
    };

    private static string SiteWords(Site site)
    {
        var place = site is { Latitude: { } north, Longitude: { } east }
            ? string.Create(CultureInfo.InvariantCulture, $"{north:0.####}, {east:0.####}")
            : "coordinate unknown";
        return $"{site.Kind}, {site.Territory}{(site.Icao is null ? "" : $", {site.Icao}")}; {place}";
    }

    /// <summary>A date that is a fact of the day only once it has come.</summary>
    private RenderFragment On(PartialDate? date) => date?.FirstDay > Day.Day
        ? builder => builder.AddContent(0, "not yet on this day")
        : Marks.Date(date);

    private RenderFragment Organizations(OrganizationRole role) => builder =>
    {
        var all = Taking(I, role);
        if (all.Count == 0)
        {
            builder.AddContent(0, Marks.Unknown);
            return;
        }

        builder.OpenElement(1, "ul");
        foreach (var organization in all)
        {
            builder.OpenElement(2, "li");
            builder.AddAttribute(3, "id", organization.Code);
            builder.AddContent(4, Organization(organization, role));
            builder.OpenComponent<SourceMarks>(5);
            builder.AddComponentParameter(6, nameof(SourceMarks.Sources), Details.Sources.Of(SubjectKind.Organization, organization.Code));
            builder.AddComponentParameter(7, nameof(SourceMarks.Day), Day);
            builder.CloseComponent();
            builder.AddContent(8, Marks.Flags(organization.Attribution));
            builder.AddContent(9, Note(Kind(organization)));
            builder.AddContent(10, Note(organization.Attribution.Note));
            builder.CloseElement();
        }

        builder.CloseElement();
    };

    private RenderFragment Organization(Organization organization, OrganizationRole role) => builder =>
    {
        var name = $"{organization.Name}{(organization.Abbreviation is { } a ? $" ({a})" : "")}";
        if (role == OrganizationRole.Lead)
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "href", AppUrls.Register(new RegisterQuery { Leads = [organization.Code] }, Day));
            builder.AddContent(2, name);
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(3, name);
        }
    };

    private static string Kind(Organization organization)
    {
        var local = organization.LocalName is { } known && known != organization.Name ? $"{known}; " : "";
        return $"{local}{organization.Kind}, {organization.Country}";
    }

    private static RenderFragment Note(string? text) => builder =>
    {
        if (text is null) return;
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "note-text");
        builder.AddContent(2, text);
        builder.CloseElement();
    };
}

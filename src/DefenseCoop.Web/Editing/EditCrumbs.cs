using DefenseCoop.Data.Editing;
using DefenseCoop.Domain.History;
using DefenseCoop.Web.Urls;

namespace DefenseCoop.Web.Editing;

/// <summary>Where a form stands: the ways back, as links, by what its record belongs to.</summary>
internal static class EditCrumbs
{
    /// <summary>The list in which the record stands, and its own page where it has one.</summary>
    public static IReadOnlyList<(string Words, string Url)> Of(EditForm form)
    {
        var url = Back(form.Place);
        return form.Place switch
        {
            { Kind: RecordKind.Initiative, Code: { } code } => [("Initiatives", AppUrls.RegisterPath), (code, url)],
            { Kind: RecordKind.Initiative } => [("Initiatives", url)],
            { Initiative: { } code } => [("Initiatives", AppUrls.RegisterPath), (code, url)],
            { Kind: RecordKind.FocusArea, Code: { } slug } => OfArea(slug, url),
            { Area: { } slug } => OfArea(slug, url),
            { Kind: RecordKind.Recommendation } => [("Recommendations", url)],
            { Kind: RecordKind.Source } => [("Sources", url)],
            { Kind: RecordKind.Category } => [("Categories", url)],
            { Kind: RecordKind.Organization } => [("Organizations", url)],
            { Kind: RecordKind.Site } => [("Sites", url)],
            { Code: not null } => [("History", url)],
            _ => [("Summary", url)],
        };
    }

    /// <summary>Where a form leads back to: where the record stands, or the list of those that only administrators read.</summary>
    public static string Back(RecordReference? place) => place?.Kind switch
    {
        RecordKind.Category => AccountUrls.Categories,
        RecordKind.Organization => AccountUrls.Organizations,
        RecordKind.Site => AccountUrls.Sites,
        _ => RecordUrls.Of(place),
    };

    /// <summary>What else there is for a record that has no page of its own: its history, and its removal.</summary>
    public static IReadOnlyList<(string Words, string Url)> Ways(EditForm form) =>
        form.Place is { Kind: RecordKind.Category or RecordKind.Organization or RecordKind.Site, Code: { } code } place
            && form.Key.Form == RecordWords.Slug(place.Kind)
            ? [
                ("History", ChangeUrls.History(place.Kind, code, default)),
                ($"Remove {form.Spec.Noun}…", EditUrls.Remove(form.Key.Form, code)),
            ]
            : [];

    private static IReadOnlyList<(string Words, string Url)> OfArea(string slug, string url) =>
        [("Focus areas", AppUrls.FocusAreasPath), (Words(slug), url)];

    private static string Words(string slug) => char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' ');
}

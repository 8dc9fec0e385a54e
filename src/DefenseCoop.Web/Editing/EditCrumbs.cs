using DefenseCoop.Data.Editing;

namespace DefenseCoop.Web.Editing;

/// <summary>Where a form stands: the ways back, as links, from the address of its record.</summary>
internal static class EditCrumbs
{
    /// <summary>The list in which the record stands, and its own page where it has one.</summary>
    public static IReadOnlyList<(string Words, string Url)> Of(EditForm form)
    {
        var path = form.ReturnUrl.Split('#')[0].Trim('/').Split('/');
        return (path[0], path.Length > 1 ? Uri.UnescapeDataString(path[1]) : null) switch
        {
            ("initiatives", { } code) => [("Initiatives", "/initiatives"), (code, form.ReturnUrl)],
            ("focus-areas", { } slug) => [("Focus areas", "/focus-areas"), (Words(slug), form.ReturnUrl)],
            ("initiatives", null) => [("Initiatives", "/initiatives")],
            ("", _) => [("Summary", "/")],
            var (list, _) => [(Words(list), form.ReturnUrl)],
        };
    }

    private static string Words(string slug) => char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' ');
}

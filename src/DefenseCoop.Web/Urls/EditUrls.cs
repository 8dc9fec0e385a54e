using System.Globalization;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using Microsoft.AspNetCore.WebUtilities;

namespace DefenseCoop.Web.Urls;

/// <summary>The addresses of editing.</summary>
public static class EditUrls
{
    /// <summary>The parameter by which a page learns that a change was saved.</summary>
    public const string Saved = "saved";

    /// <summary>The parameter that chooses among drafts of one form: an id, or <see cref="AnewValue"/>.</summary>
    public const string DraftParameter = "draft";

    public const string AnewValue = "new";

    /// <summary>All forms stand beneath it.</summary>
    public const string Root = "/edit/";

    public const string Drafts = "/drafts";
    public const string Refresh = "/refresh";

    /// <summary>The parameter that names a draft to be discarded.</summary>
    public const string DiscardParameter = "discard";

    /// <summary>The value of <c>from</c> for who asks in the form itself.</summary>
    public const string FromForm = "form";

    /// <summary>The value of <c>from</c> for who comes from the work list.</summary>
    public const string FromRefresh = "refresh";

    /// <summary>Where the browser sends what is typed, to be kept.</summary>
    public const string DraftPath = "/edit/drafts";

    /// <summary>Where the browser asks what a form would do to status.</summary>
    public const string PreviewPath = "/edit/preview";

    /// <summary>Where the browser asks for sources, by <c>q</c>.</summary>
    public const string SourcesPath = "/edit/sources";

    /// <summary>Where the browser asks for the choices of a field, by <c>q</c>.</summary>
    public const string ChoicesPath = "/edit/choices";

    /// <summary>Where a page sends that a change is to be taken back.</summary>
    public const string UndoPath = "/edit/undo";

    /// <summary>Where a page that stayed open over a new sign-in gets a token for its form.</summary>
    public const string TokenPath = "/edit/token";

    /// <summary>Forms that once stood elsewhere, with the list beneath which their records stood, and where new ones were begun.</summary>
    public static IReadOnlyList<(string List, string Form, string Add)> FormerForms { get; } =
    [
        (AccountUrls.Categories, FormNames.Category, "/admin/add/category"),
        (AccountUrls.Organizations, FormNames.Organization, "/admin/add/organization"),
        (AccountUrls.Sites, FormNames.Site, "/admin/add/site"),
    ];

    /// <summary>The form for a new record.</summary>
    /// <param name="form">One of <see cref="FormNames"/>.</param>
    /// <param name="of">Code of what it belongs to.</param>
    public static string New(string form, string? of = null) => $"{Root}{form}/new{(of is null ? "" : $"?of={Uri.EscapeDataString(of)}")}";

    /// <summary>The form for a record.</summary>
    public static string Record(string form, string code) => $"{Root}{form}/{Uri.EscapeDataString(code)}";

    /// <summary>The form that removes a record.</summary>
    /// <param name="form">That of the record itself.</param>
    public static string Remove(string form, string code) => Record(FormNames.Remove(form), code);

    public static string Choices(string form, string field) =>
        $"{ChoicesPath}?form={Uri.EscapeDataString(form)}&field={Uri.EscapeDataString(field)}";

    public static string Of(FormKey key) => key.Code is { } code ? Record(key.Form, code) : New(key.Form, key.Of);

    /// <summary>The form with one of several drafts.</summary>
    public static string WithDraft(FormKey key, int draft) =>
        QueryHelpers.AddQueryString(Of(key), DraftParameter, draft.ToString(CultureInfo.InvariantCulture));

    /// <summary>The form for something new, begun once more beside the drafts that there are.</summary>
    public static string BeginAnew(FormKey key) => QueryHelpers.AddQueryString(Of(key), DraftParameter, AnewValue);

    /// <summary>The page that asks whether a draft is to be discarded.</summary>
    public static string Discard(int draft) =>
        QueryHelpers.AddQueryString(Drafts, DiscardParameter, draft.ToString(CultureInfo.InvariantCulture));

    /// <summary>The form as the work list opens it: with the reason above, and the next one after it.</summary>
    public static string ToRefresh(FormKey key) => QueryHelpers.AddQueryString(Of(key), "from", FromRefresh);

    public static string RefreshPage(int page) =>
        page > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Refresh}?page={page}") : Refresh;

    /// <summary>A page that says what the change did.</summary>
    public static string AfterSave(string url, long changeSetId)
    {
        var parts = url.Split('#', 2);
        var path = QueryHelpers.AddQueryString(parts[0], Saved, changeSetId.ToString(CultureInfo.InvariantCulture));
        return parts is [_, var fragment] ? $"{path}#{fragment}" : path;
    }
}

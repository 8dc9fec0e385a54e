using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace DefenseCoop.Tests.Abuse.Tools;

/// <summary>A form as it stands on a page, or an address that takes posts without one.</summary>
internal sealed record PostForm(string Page, string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    public (string Name, string Value)[] With(string token) => [.. Fields.Select(f => f.Name == Browser.TokenField ? (f.Name, token) : f)];

    public (string Name, string Value)[] WithoutToken => [.. Fields.Where(f => f.Name != Browser.TokenField)];
}

/// <summary>Everything that takes a post, as the routing knows it: a new form or endpoint is attacked without being named here.</summary>
internal static partial class PostAddresses
{
    /// <summary>Addresses of all pages, with parameters that exist.</summary>
    public static IReadOnlyList<string> Pages(LiveProduct target, int accountId) =>
        [.. Endpoints(target)
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(e => Address(e, accountId)).Distinct()];

    /// <summary>Addresses of endpoints other than pages and the framework's own, which are for circuits.</summary>
    public static IReadOnlyList<string> Others(LiveProduct target, int accountId) =>
        [.. Endpoints(target)
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is null
                && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(e => Address(e, accountId)).Where(a => !a.StartsWith("/_", StringComparison.Ordinal)).Distinct()];

    /// <summary>The forms on all pages that this browser is shown.</summary>
    public static async Task<IReadOnlyList<PostForm>> FormsAsync(LiveProduct target, Browser browser, int accountId)
    {
        var forms = new List<PostForm>();
        foreach (var page in Pages(target, accountId))
        {
            var answer = await browser.GetAsync(page);
            forms.AddRange(answer.Document().QuerySelectorAll<IHtmlFormElement>("form[method=post]").Select(f => Of(page, f)));
        }

        return forms;
    }

    public static PostForm Of(string page, IHtmlFormElement form) =>
        new(
            page,
            form.GetAttribute("action") is { Length: > 0 } action ? action : page,
            [.. form.QuerySelectorAll("[name]").Select(Field)]);

    private static (string Name, string Value) Field(IElement field) => (field.GetAttribute("name")!, field switch
    {
        IHtmlInputElement input => input.Value is { Length: > 0 } value ? value : "x",
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => field.GetAttribute("value") ?? "",
    });

    private static IEnumerable<RouteEndpoint> Endpoints(LiveProduct target) =>
        target.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Address(RouteEndpoint endpoint, int accountId) =>
        "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), match => match.Groups[1].Value switch
        {
            "Code" => "BE-1",
            "Slug" => "cybersecurity",
            "Form" => "initiative",
            _ => accountId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}

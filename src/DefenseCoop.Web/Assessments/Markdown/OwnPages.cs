using System.Globalization;
using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.History;
using DefenseCoop.Web.Assessments.Markdown;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>Tells which addresses of this program, to which somebody links, lead to a page: by its routes, and what they name.</summary>
public sealed class OwnPages(EndpointDataSource endpoints, CitationQueries citations)
{
    private static readonly string[] Numbers = ["int", "long"];

    /// <summary>Whether a page is there, for the links of these texts.</summary>
    public async Task<Func<string, bool>> FindAsync(IEnumerable<string?> texts, Moment moment, CancellationToken ct)
    {
        var asked = Narrative.OwnTargets(texts).ToDictionary(t => t, PageOf, StringComparer.Ordinal);
        var found = await citations.FindPagesAsync([.. asked.Values.Select(p => p.Record).OfType<(RecordKind, string)>()], moment, ct);
        return target => !asked.TryGetValue(target, out var page)
            || (page.Exists && (page.Record is not { } record || found.Contains(record)));
    }

    private (bool Exists, (RecordKind Kind, string Code)? Record) PageOf(string target)
    {
        var path = Uri.UnescapeDataString(target.Split('?', '#')[0]);
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsPage))
        {
            var values = new RouteValueDictionary();
            if (!new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, values)) continue;
            if (endpoint.RoutePattern.Parameters.Any(p => IsNumber(p) && !IsNumber(values[p.Name]))) continue;
            return RecordOf($"/{endpoint.RoutePattern.RawText?.Trim('/')}", values);
        }

        return (false, null);
    }

    private static (bool Exists, (RecordKind Kind, string Code)? Record) RecordOf(string route, RouteValueDictionary values)
    {
        if (values.TryGetValue("Period", out var period) && !ReportingPeriod.TryParse(period as string, out _)) return (false, null);
        return route switch
        {
            _ when route.StartsWith($"{AppUrls.FocusAreasPath}/{{", StringComparison.Ordinal)
                && values["Slug"] is string slug => (true, (RecordKind.FocusArea, slug)),
            _ when route.StartsWith($"{AppUrls.RegisterPath}/{{", StringComparison.Ordinal)
                && values["Code"] is string code => (true, (RecordKind.Initiative, code)),
            _ => (true, null),
        };
    }

    /// <summary>What a link can open: not what answers for everything else that does not exist.</summary>
    private static bool IsPage(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.PathSegments is not [{ Parts: [RoutePatternParameterPart] }, ..]
            && (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods }
                || methods.Contains(HttpMethods.Get));

    private static bool IsNumber(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(p => Numbers.Contains(p.Content, StringComparer.Ordinal));

    private static bool IsNumber(object? value) => long.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

using System.Globalization;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace DefenseCoop.Web.Urls;

/// <summary>Every address within the program is built here; each keeps the day that the reader chose, on both clocks.</summary>
public static class AppUrls
{
    public const string SummaryPath = "/";
    public const string RegisterPath = "/initiatives";
    public const string FocusAreasPath = "/focus-areas";
    public const string RecommendationsPath = "/recommendations";
    public const string SourcesPath = "/sources";
    public const string MethodPath = "/method";
    public const string NotFoundPath = "/not-found";
    public const string ErrorPath = "/error";

    public static string Summary(DayChoice day) => With(SummaryPath, day);

    public static string Register(DayChoice day) => With(RegisterPath, day);

    public static string Register(RegisterQuery query, DayChoice day) =>
        With(QueryHelpers.AddQueryString(RegisterPath, RegisterParameters.Write(query)), day);

    public static string Initiative(string code, DayChoice day, string? fragment = null) =>
        With($"{RegisterPath}/{Uri.EscapeDataString(code)}", day) + (fragment is null ? "" : $"#{fragment}");

    public static string FocusAreas(DayChoice day) => With(FocusAreasPath, day);

    public static string FocusArea(string slug, DayChoice day, string? fragment = null) =>
        With($"{FocusAreasPath}/{Uri.EscapeDataString(slug)}", day) + (fragment is null ? "" : $"#{fragment}");

    public static string Recommendations(DayChoice day) => With(RecommendationsPath, day);

    public static string Sources(DayChoice day) => With(SourcesPath, day);

    /// <summary>The entry of a source, on the page of the list that has it.</summary>
    public static string Sources(DayChoice day, string code) => $"{With(QueryHelpers.AddQueryString(SourcesPath, SourceParameters.At, code), day)}#{code}";

    public static string Sources(SourceQuery query, DayChoice day) => With(QueryHelpers.AddQueryString(SourcesPath, SourceParameters.Write(query)), day);

    /// <summary>The entry of a source. One published after the day is not in the list of that day: its entry is in today's.</summary>
    public static string Source(SourceRef source, DayChoice day) =>
        Sources(source.Published?.FirstDay > day.Day ? day with { Day = day.Today } : day, source.Code);

    public static string Method(DayChoice day, string? rule = null) => With(MethodPath, day) + (rule is null ? "" : $"#{rule}");

    /// <summary>The page that says what went wrong, by the status of the answer.</summary>
    public static string Problem(int status) => string.Create(CultureInfo.InvariantCulture, $"/problem/{status}");

    /// <summary>Where a fact that causes a status stands. Objectives and outcomes stand on the page that names them.</summary>
    public static string Of(FactRef fact, DayChoice day, NavigationManager navigation) => fact switch
    {
        { Kind: FactKind.FocusArea } => FocusArea(fact.Code, day),
        { InitiativeCode: { } initiative } => Initiative(initiative, day, fact.Code == initiative ? null : fact.Code),
        _ => $"{Here(navigation)}#{fact.Code}",
    };

    /// <summary>The path of the page shown, from the root of the program wherever that is served.</summary>
    public static string Path(NavigationManager navigation)
    {
        var path = new Uri(navigation.Uri).AbsolutePath;
        var root = new Uri(navigation.BaseUri).AbsolutePath.TrimEnd('/');
        return path.Length > root.Length ? path[root.Length..] : SummaryPath;
    }

    /// <summary>The page shown with its query: a fragment alone would point at the base address.</summary>
    public static string Here(NavigationManager navigation) => Path(navigation) + new Uri(navigation.Uri).Query;

    /// <summary>The page shown, for today and by what is known now.</summary>
    public static string HereToday(NavigationManager navigation) =>
        QueryHelpers.AddQueryString(Path(navigation), OtherParameters(navigation, DayChoice.Parameters).Select(p => KeyValuePair.Create<string, string?>(p.Name, p.Value)));

    /// <summary>The parameters of the page shown but some, for a form that changes those only.</summary>
    public static IEnumerable<(string Name, string Value)> OtherParameters(NavigationManager navigation, IReadOnlyCollection<string> except) =>
        from pair in QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query)
        where pair.Key.Length > 0 && pair.Key != EditUrls.Saved && !except.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)
        from value in pair.Value
        select (pair.Key, value ?? "");

    /// <summary>A path, which may have a fragment, with the day that the reader chose.</summary>
    internal static string With(string path, DayChoice day)
    {
        var parts = path.Split('#', 2);
        var url = day.Values.Aggregate(parts[0], (url, v) => $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{v.Key}={v.Value}");
        return parts is [_, var fragment] ? $"{url}#{fragment}" : url;
    }
}

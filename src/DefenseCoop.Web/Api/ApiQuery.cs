using DefenseCoop.Data.Status;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Api;

/// <summary>The query of a program's request: the parameters of pages, but what cannot be used is an error.</summary>
internal sealed class ApiQuery
{
    public ApiQuery(HttpRequest request, TimeProvider clock)
    {
        Values = new QueryValues(request.QueryString.Value ?? "", isForPrograms: true);
        Day = DayChoice.Of(Values, clock.Now);
    }

    public QueryValues Values { get; }

    /// <summary>What the request speaks for, by <c>asOf</c> and <c>knownAt</c>: days of coordinated universal time.</summary>
    public DayChoice Day { get; }

    /// <summary>Once everything is read.</summary>
    /// <param name="known">The parameters that there are, beside those of time.</param>
    /// <returns>400 with the problems by parameter; null where everything could be used.</returns>
    public IResult? Refusal(IReadOnlyCollection<string> known)
    {
        Values.NoteUnknown([.. DayChoice.ParametersOfPrograms, .. known]);
        if (Values.Problems.Count == 0) return null;
        var errors = Values.Problems.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Message).Distinct().ToArray());
        return HttpResults.ValidationProblem(
            errors,
            "Nothing was read: correct the parameters named under errors.",
            title: "The address asks for something that cannot be used");
    }
}

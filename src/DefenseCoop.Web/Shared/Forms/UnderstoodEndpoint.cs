using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Web.Urls;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Shared.Forms;

/// <summary>What the program understands of a date or number while somebody types it: the one reader is on the server.</summary>
internal static class UnderstoodEndpoint
{
    /// <summary>A day and nothing less exact, for what is due on it.</summary>
    public const string Day = "Day";

    /// <summary>The day from which a filter finds.</summary>
    public const string From = "From";

    /// <summary>The day up to which a filter finds, or of which a page speaks.</summary>
    public const string Until = "Until";

    private const int LongestText = 200;

    public static void MapUnderstood(this WebApplication app) => app.MapGet(ProgramUrls.Understood, Read);

    private static IResult Read(string? kind, string? text, string? unit, string? words)
    {
        if (text?.Length > LongestText || unit?.Length > LongestText) return HttpResults.Json(new { words = "", isTrouble = false });
        var read = kind switch
        {
            Day => Understood.OfDay(text ?? ""),
            From or Until => Understood.OfBound(text ?? "", kind == From),
            _ => Enum.TryParse<FieldKind>(kind, out var field)
                ? Understood.Of(field, text ?? "", string.IsNullOrWhiteSpace(unit) ? null : unit, words == FieldSpec.Ticked)
                : null,
        };
        return HttpResults.Json(new { words = read?.Words ?? "", isTrouble = read?.IsTrouble ?? false });
    }
}

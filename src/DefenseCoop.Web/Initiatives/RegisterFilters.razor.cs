using System.Globalization;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives;

public sealed partial class RegisterFilters
{
    private static readonly (string, string)[] Provenances =
        [(nameof(Provenance.Confirmed), "Confirmed"), (nameof(Provenance.Illustrative), "Illustrative")];

    [Parameter, EditorRequired]
    public RegisterQuery Query { get; set; } = new();

    [Parameter, EditorRequired]
    public RegisterVocabulary Words { get; set; } = null!;

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}

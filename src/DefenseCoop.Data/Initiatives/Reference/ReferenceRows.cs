using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>One category in the list of them.</summary>
/// <param name="Initiatives">How many initiatives belong to it.</param>
/// <param name="HasFocusArea">Without one it is not assessed.</param>
public sealed record CategoryRow(
    string Slug, string Name, int Place, int Initiatives, int Events, bool HasFocusArea, Attribution Attribution);

/// <summary>One organization in the list of them.</summary>
/// <param name="Initiatives">How many initiatives it leads or takes part in.</param>
public sealed record OrganizationRow(
    string Code, string Name, string? Abbreviation, string Country, string Kind, int Initiatives, Attribution Attribution);

/// <summary>One site in the list of them.</summary>
/// <param name="Initiatives">How many initiatives happen there.</param>
public sealed record SiteRow(
    string Code, string Name, string Kind, string Territory, double? Latitude,
    double? Longitude, string? Icao, int Initiatives, Attribution Attribution);

using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>What an administrator writes of a category.</summary>
/// <param name="Place">Its place in the lists, from 1.</param>
/// <param name="Sources">Codes of the sources that it rests on; without one it is ours, and shown as illustrative.</param>
/// <param name="Note">What a reader should know of where it comes from.</param>
public sealed record CategoryValues(string? Name, string? Text, int? Place, IReadOnlyList<string> Sources, string? Note);

/// <summary>What an administrator writes of an organization.</summary>
/// <param name="Sources">Codes of the sources that it rests on; without one it is ours, and shown as illustrative.</param>
/// <param name="Note">What a reader should know of where it comes from.</param>
public sealed record OrganizationValues(
    string? Name, string? LocalName, string? Abbreviation, string? Country, string? Kind, IReadOnlyList<string> Sources, string? Note);

/// <summary>What an administrator writes of a site.</summary>
/// <param name="Sources">Codes of the sources that it rests on; without one it is ours, and shown as illustrative.</param>
/// <param name="Note">What a reader should know of where it comes from.</param>
public sealed record SiteValues(
    string? Name, string? Kind, string? Territory, double? Latitude,
    double? Longitude, string? Icao, IReadOnlyList<string> Sources, string? Note);

/// <summary>One record with all that its page shows.</summary>
/// <param name="Code">Its short name in addresses.</param>
/// <param name="Values">What is stored, as the form takes it.</param>
/// <param name="Version">What a change must name, so that nobody overwrites what they have not seen.</param>
public sealed record ReferenceDetails<T>(
    string Code, T Values, long Version, Attribution Attribution, IReadOnlyList<SourceRef> Sources, ReferenceUses Uses);

/// <summary>What uses a record. While anything does, the record cannot be deleted.</summary>
/// <param name="Initiatives">How many initiatives name it.</param>
/// <param name="First">The first of them.</param>
/// <param name="Events">How many events name it.</param>
/// <param name="FocusArea">Name of the focus area of the same short name, by which a category is assessed.</param>
public sealed record ReferenceUses(int Initiatives, IReadOnlyList<UsingInitiative> First, int Events = 0, string? FocusArea = null)
{
    /// <summary>So many initiatives are named one by one.</summary>
    public const int Listed = 20;

    public bool Any => Initiatives > 0 || Events > 0 || FocusArea is not null;
}

public sealed record UsingInitiative(string Code, string Title);

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


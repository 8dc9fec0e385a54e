using System.Globalization;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Typing;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Shared.Forms;

/// <summary>A day of a filter, typed in any form.</summary>
public sealed partial class DayField
{
    /// <summary>Of the page, with what was asked for.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What the same is called in addresses, where that is another name.</summary>
    [Parameter]
    public string? NameInAddress { get; set; }

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The day in force; null where there is none.</summary>
    [Parameter, EditorRequired]
    public DateOnly? Day { get; set; }

    /// <summary>Whether it is where something begins, so that a month means its first day.</summary>
    [Parameter]
    public bool IsFirst { get; set; }

    [Parameter]
    public string? HintId { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What stands in the address and could not be used.</summary>
    private string? Typed => Day is null ? Asked.Single(Name) ?? (NameInAddress is { } name ? Asked.Single(name) : null) : null;

    private QueryValues Asked => new(Address);

    /// <summary>As the pages write days, though addresses have another form; what the reader would not take back stays as it is.</summary>
    private string? Shown => (Day ?? OfAddress) switch
    {
        { Year: >= DateReader.FirstYear and <= DateReader.LastYear } day => Words.Of(day),
        { } day => day.ToString("O", CultureInfo.InvariantCulture),
        null => Typed,
    };

    private DateOnly? OfAddress =>
        DateOnly.TryParseExact(Typed, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string? Problem =>
        Typed is { } text && Understood.OfBound(text, IsFirst) is { IsTrouble: true } said ? said.Words : null;
}

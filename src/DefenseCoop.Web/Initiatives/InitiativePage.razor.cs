using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives;

/// <summary>Everything known about one initiative on a day.</summary>
public sealed partial class InitiativePage
{
    private InitiativeDetails? _details;

    [Parameter]
    public string Code { get; set; } = "";

    [Inject]
    private InitiativeQueries Initiatives { get; set; } = null!;

    private string IndicatorWords => _details!.Finding.Indicators is { Count: > 0 } all
        ? $"{Words.Count(all.Count, "indicator", "indicators")}, of which {Words.Of((decimal)all.Count(i => i.Status != AssessedStatus.NotAssessed))} with a status"
        : "No public indicator was found.";

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _details = await Initiatives.FindAsync(Code, Day.Day, ct);
        if (_details is null) Navigation.NotFound();
    }
}

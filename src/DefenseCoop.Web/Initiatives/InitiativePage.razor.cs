using DefenseCoop.Data.History;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives;

/// <summary>Everything known about one initiative on a day.</summary>
public sealed partial class InitiativePage
{
    private InitiativeDetails? _details;
    private readonly PagePlaces _places = new();

    [Parameter]
    public string Code { get; set; } = "";

    [Inject]
    private InitiativeQueries Initiatives { get; set; } = null!;

    /// <summary>Whether it can still be completed or cancelled.</summary>
    private bool IsOpen => _details!.Initiative.RecordedStage is not (Stage.Completed or Stage.Cancelled);

    private string IndicatorWords => _details!.Finding.Indicators is { Count: > 0 } all
        ? $"{Words.Count(all.Count, "indicator", "indicators")}, of which "
            + $"{Words.Of((decimal)all.Count(i => i.Status != AssessedStatus.NotAssessed))} with a status"
        : "No public indicator was found.";

    protected override bool Concerns(ChangeNotice notice) =>
        notice.Initiatives.Contains(Code, StringComparer.OrdinalIgnoreCase) || notice.ShowsOn(RecordPages.Initiative)
        || notice.Records.Any(r => string.Equals(r.InitiativeCode, Code, StringComparison.OrdinalIgnoreCase));

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _details = await SharedAsync("details", ReadAsync, ct);
        if (_details is null) ShowAbsence();
    }

    private async Task<InitiativeDetails?> ReadAsync(CancellationToken ct) =>
        await Initiatives.FindAsync(Code, Day.Moment, ct) is { } found
            ? found with { Sources = found.Sources.InOrderOf(InitiativeReferences.Of(found, Day)) }
            : null;
}

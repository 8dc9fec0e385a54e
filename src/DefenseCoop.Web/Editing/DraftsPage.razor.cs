using System.Globalization;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Editing;

public sealed partial class DraftsPage
{
    private IReadOnlyList<DraftRow> _drafts = [];
    private DraftRow? _asked;

    [Inject]
    private DraftQueries Queries { get; set; } = null!;

    [Inject]
    private DraftCommands Commands { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "discard", Name = "draft")]
    private int? Chosen { get; set; }

    /// <summary>The draft that is to be discarded, if the person is sure.</summary>
    [SupplyParameterFromQuery]
    public string? Discard { get; set; }

    /// <summary>Whether the question came from the form itself, to which it leads back then.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromForm(FormName = "discard", Name = "from")]
    private string? SentFrom { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _drafts = await Queries.ListAsync(Actor, Aborted);
        var sent = Chosen?.ToString(CultureInfo.InvariantCulture);
        _asked = _drafts.FirstOrDefault(d => d.Id.ToString(CultureInfo.InvariantCulture) == (sent ?? Discard))
            ?? _drafts.FirstOrDefault(d => d.Key.ToText() == Discard);
    }

    private static string UrlOf(DraftRow draft) => draft.IsNewest ? EditUrls.Of(draft.Key) : EditUrls.WithDraft(draft.Key, draft.Id);

    private async Task DiscardAsync()
    {
        var key = _asked?.Key;
        if (!await TryAsync(() => Commands.DiscardOneAsync(Actor, Chosen ?? 0, Aborted))) return;
        if (SentFrom == EditUrls.FromForm && key is not null) GoTo(EditUrls.Of(key));
        else GoTo(EditUrls.Drafts, "discarded");
    }
}

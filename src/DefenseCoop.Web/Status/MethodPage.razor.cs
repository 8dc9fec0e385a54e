using DefenseCoop.Data.History;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Status;

/// <summary>The rules of status in plain words, with the thresholds in force.</summary>
public sealed partial class MethodPage
{
    /// <summary>What of the notes on the data a reader needs, by how their keys begin; the rest explains the file's own words.</summary>
    private static readonly (string Key, string Title)[] Told =
        [
            ("title", "What it is"),
            ("compiled_on", "Compiled on"),
            ("newest_substantive_source", "Collected up to"),
            ("caveats", "To bear in mind"),
        ];

    private IReadOnlyList<(string Title, IReadOnlyList<string> Texts)> _notes = [];

    [Inject]
    private Thresholds T { get; set; } = null!;

    [Inject]
    private SourceQueries Sources { get; set; } = null!;

    protected override bool Concerns(ChangeNotice notice) => notice.ShowsOn(RecordPages.Method);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        var notes = await Sources.NotesAsync(Day.KnownAt, ct);
        _notes =
        [
            .. from told in Told
               let texts = notes.Where(n => n.Key.StartsWith(told.Key, StringComparison.Ordinal)).Select(n => Text(n.Text)).ToList()
               where texts.Count > 0
               select (told.Title, (IReadOnlyList<string>)texts),
        ];
    }

    private static string Text(string text) => PartialDate.TryParse(text, out var date) ? date.ToDisplay() : text;

    private static string Meaning(AssessedStatus status) => status switch
    {
        AssessedStatus.Achieved => "The target is reached, the milestone met, the initiative completed.",
        AssessedStatus.OnTrack => "The evidence is where it should be for its day.",
        AssessedStatus.AtRisk => "Behind, but within reach.",
        AssessedStatus.OffTrack => "So far behind, or missed, that it will not be reached as planned.",
        AssessedStatus.Stale => "There was evidence, and it is too old to say.",
        _ => "No target, no evidence yet, or not due.",
    };
}

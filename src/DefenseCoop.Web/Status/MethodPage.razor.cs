using DefenseCoop.Data.History;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Status;

/// <summary>The rules of status in plain words, with the thresholds in force.</summary>
public sealed partial class MethodPage
{
    /// <summary>What of the notes on the data a reader needs; the rest explains the file's own words.</summary>
    private static readonly string[] Told = ["title", "compiled_on", "newest_substantive_source", "caveats", "needs_primary_check", "derived_rule"];

    private IReadOnlyList<DataSetNote> _notes = [];

    [Inject]
    private Thresholds T { get; set; } = null!;

    [Inject]
    private SourceQueries Sources { get; set; } = null!;

    protected override bool Concerns(ChangeNotice notice) => notice.Records.Any(r => r.Kind == RecordKind.Note);

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct) => _notes =
        [.. (await Sources.NotesAsync(Day.KnownAt, ct)).Where(n => Told.Any(t => n.Key.StartsWith(t, StringComparison.Ordinal)))];

    private static string Meaning(AssessedStatus status) => status switch
    {
        AssessedStatus.Achieved => "The target is reached, the milestone met, the initiative completed.",
        AssessedStatus.OnTrack => "The evidence is where it should be for its day.",
        AssessedStatus.AtRisk => "Behind, but within reach.",
        AssessedStatus.OffTrack => "Behind so far, or missed, that it will not be reached as planned.",
        AssessedStatus.Stale => "There was evidence, and it is too old to say.",
        _ => "No target, no evidence yet, or not due.",
    };

    /// <summary>"source_tiers.1" reads "Source tiers 1".</summary>
    private static string NoteTitle(string key)
    {
        var words = key.Replace('_', ' ').Replace('.', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}

using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared.Forms;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Writing;

/// <summary>The fields of an assessment beside its evidence, with what is stored and what was typed.</summary>
public sealed partial class AssessmentForm
{
    [Parameter, EditorRequired]
    public AssessmentView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    [Parameter, EditorRequired]
    public string Here { get; set; } = "";

    [Parameter, EditorRequired]
    public FormErrors Errors { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Typed { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<CitationTarget> Citations { get; set; } = [];

    [Parameter, EditorRequired]
    public Func<string, string?> UrlOf { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<string, string?> WordsOf { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<string, string?> LaterIn { get; set; } = null!;

    [Parameter]
    public Func<string, bool>? IsThere { get; set; }

    [Parameter]
    public IReadOnlyList<string> Owners { get; set; } = [];

    [Parameter]
    public bool ShowsPreview { get; set; }

    [Parameter]
    public bool Extra { get; set; }

    private static IReadOnlyList<FieldOption> Confidences { get; } =
    [
        .. Enum.GetValues<EvidenceConfidence>().Select(c => new FieldOption(c.ToString(), c.ToString())),
    ];

    private static IReadOnlyList<FieldOption> Decisions { get; } =
    [
        .. Enum.GetValues<AssessmentDecision>().Select(d => new FieldOption(d.ToString(), AssessmentWords.Of(d))),
    ];

    private bool Differs => Says(TextPartNames.Judgement) is { } judged && judged != View.Header.Computed.ToString()
        || View.Objectives.Any(o => Says(TextPartNames.Objective(o.Code)) is { } own && own != o.Computed.ToString());

    private bool Decides => Says(TextPartNames.Decision) is { } decided && decided != nameof(AssessmentDecision.Continue);

    private string? Says(string field) =>
        (Typed.GetValueOrDefault(field) ?? View.Fields.GetValueOrDefault(field)?.Value) is { Length: > 0 } value ? value : null;

    private int Shown
    {
        get
        {
            var filled = View.Fields.Where(f => f.Value.Value.Length > 0)
                .Select(f => f.Key)
                .Concat(Typed.Where(t => t.Value.Length > 0).Select(t => t.Key));
            var last = filled.Select(n => TextPartNames.ActionOf(n)?.Number ?? 0).DefaultIfEmpty(0).Max();
            return Math.Min(last + (Extra ? 1 : 0), TextPartNames.MostActions);
        }
    }

    private static IReadOnlyList<FieldOption> Statuses(AssessedStatus computed) =>
        [.. Enum.GetValues<AssessedStatus>()
            .OrderBy(s => s.Severity())
            .Select(s => new FieldOption(s.ToString(), s == computed ? $"{Words.Of(s)} (as the evidence says)" : Words.Of(s)))];
}

using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Schedule;

/// <summary>The editions of the exercises of an initiative, newest first.</summary>
public sealed partial class ExerciseTable
{
    /// <summary>Where the records of the page stand.</summary>
    [CascadingParameter]
    private PagePlaces Places { get; set; } = new();

    [Parameter, EditorRequired]
    public IEnumerable<Exercise> Exercises { get; set; } = [];

    [Parameter, EditorRequired]
    public SourceLookup Sources { get; set; } = null!;

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    /// <summary>Whether to offer forms.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>The initiative that a new exercise would belong to.</summary>
    [Parameter]
    public string? Of { get; set; }

    private List<(Exercise Exercise, ExerciseEdition Edition)> Editions => Shown(Exercises, Sources, Day);

    internal static List<(Exercise Exercise, ExerciseEdition Edition)> Shown(IEnumerable<Exercise> exercises, SourceLookup sources, DayChoice day) =>
    [
        .. exercises.SelectMany(e => e.Editions, (exercise, edition) => (exercise, edition))
            .Where(e => !(e.edition.StartsOn > day.Day) || Ahead.IsKnown(day, sources.Of(SubjectKind.Edition, e.edition.Code)))
            .OrderByDescending(e => e.edition.Start),
    ];

    private bool IsAhead(ExerciseEdition edition) => edition.StartsOn > Day.Day;

    private static RenderFragment Number(int? number) => Marks.TextOrUnknown(number is { } known ? Words.Of((decimal)known) : null);

    private static RenderFragment TookPart(bool? tookPart) => Marks.TextOrUnknown(tookPart switch
    {
        true => "took part",
        false => "did not",
        _ => null,
    });
}

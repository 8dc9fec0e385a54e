using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Assessments.Following;
using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Board;

/// <summary>What waits for the person who looks, and what is late.</summary>
public sealed partial class AttentionList
{
    /// <summary>So many are named; all of them stand where the first link leads.</summary>
    private const int Named = 2;

    /// <summary>Null for who sees only what is public.</summary>
    [Parameter, EditorRequired]
    public BoardWork? Work { get; set; }

    /// <summary>Those that are not done, what is due first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ActionRow> Actions { get; set; } = [];

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    /// <summary>Whether it stands in a section that has a heading.</summary>
    [Parameter]
    public bool IsPart { get; set; }

    private IReadOnlyList<Line> Lines => [.. All().Where(l => l.Count > 0)];

    private IEnumerable<Line> All()
    {
        if (Work is { } work)
        {
            yield return Of(
                "review", work.ToReview, "assessment waits for your review", "assessments wait for your review",
                h => $"submitted by {h.By} on {Words.Of(Instants.DayOf(h.SubmittedAt!.Value))}");
            yield return Of(
                "mine", work.Mine, "assessment is yours to finish", "assessments are yours to finish", h => $"due {Words.Of(h.DueOn)}");
            yield return Of(
                "overdue", work.Overdue, "assessment is overdue", "assessments are overdue", h => $"was due {Words.Of(h.DueOn)}");
        }

        var overdue = Actions.Where(a => a.IsOverdue(Day.Day)).ToList();
        yield return new Line(
            "actions-overdue", overdue.Count, BoardUrls.Actions(Day, ActionFilter.Overdue),
            Words.Count(overdue.Count, "action is overdue", "actions are overdue"),
            [.. overdue.Take(Named)
                .Select(a => new First(AssessmentUrls.Action(a.Code), a.Text, $"{a.Owner}, was due {Words.Of(a.DueOn)}"))]);
        yield return new Line(
            "actions-open", Actions.Count - overdue.Count, BoardUrls.Actions(Day),
            Words.Count(Actions.Count - overdue.Count, "action is open and in time", "actions are open and in time"), []);
    }

    private Line Of(string name, IReadOnlyList<AssessmentHead> heads, string one, string many, Func<AssessmentHead, string> more) => new(
        name, heads.Count, $"{BoardUrls.Board(Day)}#h-{name}", Words.Count(heads.Count, one, many),
        [.. heads.Take(Named).Select(h => new First(BoardUrls.Of(h, Day), $"{h.Area}, {AssessmentWords.Period(h.Period)}", more(h)))]);

    /// <summary>One kind of thing, with the first of them by name.</summary>
    private sealed record Line(string Name, int Count, string Url, string Words, IReadOnlyList<First> First);

    private sealed record First(string Url, string Words, string More);
}

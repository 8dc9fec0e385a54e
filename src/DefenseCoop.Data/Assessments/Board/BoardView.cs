using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Text;

namespace DefenseCoop.Data.Assessments.Board;

/// <summary>The board of assessments: focus areas by periods, and what waits for the person who looks.</summary>
/// <param name="Periods">The oldest first.</param>
/// <param name="Rows">In the order of the focus areas.</param>
/// <param name="Work">What is to do; null for who may see published ones only, and of the past.</param>
/// <param name="MayOpen">Periods that the person may open now, the newest first; empty without the right.</param>
/// <param name="IsNewest">Whether the last column is the period that the day is in.</param>
public sealed record BoardView(
    IReadOnlyList<BoardPeriod> Periods, IReadOnlyList<BoardRow> Rows,
    BoardWork? Work, IReadOnlyList<ReportingPeriod> MayOpen, bool IsNewest);

/// <summary>One column.</summary>
/// <param name="DueOn">The day by which it is to be assessed; null while nobody has opened it.</param>
public sealed record BoardPeriod(ReportingPeriod Period, DateOnly? DueOn);

/// <summary>One focus area with its cells, in the order of the periods.</summary>
/// <param name="Now">What the evidence says on the day of the board.</param>
public sealed record BoardRow(string Slug, string Name, AssessedStatus? Now, IReadOnlyList<PeriodCell> Cells);

/// <summary>What waits for a person, what is due first.</summary>
/// <param name="Mine">Drafts and returned ones that the person wrote in.</param>
/// <param name="ToReview">Submitted ones that the person may publish or return: those that others wrote.</param>
/// <param name="Overdue">Drafts and returned ones past the day by which they were to be assessed.</param>
/// <param name="Unbegun">Drafts that nobody has written in yet and that are not overdue, for those who may write.</param>
public sealed record BoardWork(
    IReadOnlyList<AssessmentHead> Mine, IReadOnlyList<AssessmentHead> ToReview,
    IReadOnlyList<AssessmentHead> Overdue, IReadOnlyList<AssessmentHead> Unbegun)
{
    public static BoardWork None { get; } = new([], [], [], []);

    /// <summary>How many assessments wait for the person, each counted once.</summary>
    public int Waiting => Mine.Concat(ToReview).Select(h => h.Id).Distinct().Count();

    /// <summary>What of it is of one focus area.</summary>
    public BoardWork Of(string slug)
    {
        return new BoardWork(OfArea(Mine), OfArea(ToReview), OfArea(Overdue), OfArea(Unbegun));

        IReadOnlyList<AssessmentHead> OfArea(IReadOnlyList<AssessmentHead> heads) => [.. heads.Where(h => h.Slug == slug)];
    }

    /// <summary>Sorts what is not published for one person.</summary>
    /// <param name="open">All that is not published.</param>
    /// <param name="writers">Who wrote in it, by id of the assessment.</param>
    public static BoardWork Of(
        IReadOnlyList<AssessmentHead> open, ILookup<int, int> writers, int accountId, bool mayWrite, bool mayPublish, DateOnly today)
    {
        var ordered = open.OrderBy(h => h.DueOn).ThenByText(h => h.Area).ToList();
        return new BoardWork(
            [.. ordered.Where(h => h.State is AssessmentState.Draft or AssessmentState.Returned && writers[h.Id].Contains(accountId))],
            [.. ordered.Where(h => h.State == AssessmentState.Submitted && mayPublish && !writers[h.Id].Contains(accountId))],
            [.. ordered.Where(h => IsOverdue(h, today))],
            [.. ordered.Where(h => h.State == AssessmentState.Draft && mayWrite && !writers[h.Id].Any() && !IsOverdue(h, today))]);
    }

    /// <summary>
    /// What its writers still have, past its day. What waits for review is theirs
    /// no more, and of a correction the first revision was published in its time.
    /// </summary>
    public static bool IsOverdue(AssessmentHead head, DateOnly today) =>
        head is { State: AssessmentState.Draft or AssessmentState.Returned, Revision: 1 } && head.DueOn < today;
}

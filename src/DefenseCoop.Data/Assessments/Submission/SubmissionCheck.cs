using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Data.Assessments.Submission;

/// <summary>An action as it was typed, checked.</summary>
internal sealed record ActionContent(int Number, string Text, string Owner, DateOnly DueOn, string? ExpectedOutcome);

/// <summary>Reads the typed fields of an assessment, and says of each what is wrong with it.</summary>
/// <param name="fields">By name, as typed.</param>
/// <param name="evidence">What it would rest on.</param>
/// <param name="periodBegins">First day of the period.</param>
internal sealed class SubmissionCheck(IReadOnlyDictionary<string, string> fields, FrozenEvidence evidence, DateOnly periodBegins)
{
    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>By code of the objective; null where it is not judged.</summary>
    public Dictionary<string, AssessedStatus?> Objectives { get; } = new(StringComparer.Ordinal);

    public List<ActionContent> Actions { get; } = [];

    /// <summary>Null where something is wrong.</summary>
    public AssessmentContent? Read()
    {
        var judgement = Choice<AssessedStatus>(TextPartNames.Judgement, "Choose a judgment: how does the focus area stand?");
        var confidence = Choice<EvidenceConfidence>(TextPartNames.Confidence, "Choose how sure you are: high, medium or low.");
        var decision = Choice<AssessmentDecision>(TextPartNames.Decision, "Choose a decision: continue, adjust, escalate or stop.");
        ReadObjectives();
        var reason = Text(TextPartNames.Reason, Assessment.MaxReason);
        if (reason is null && Differs(judgement) is { } differs) Refuse(TextPartNames.Reason, differs);
        else if (reason is null && decision is { } decided and not AssessmentDecision.Continue)
        {
            Refuse(TextPartNames.Reason, $"The decision is to {AssessmentWords.Of(decided).ToLowerInvariant()}: write why.");
        }

        var progress = Text(TextPartNames.Progress, Assessment.MaxText);
        if (progress is null && Typed(TextPartNames.Progress).Length == 0)
        {
            Refuse(TextPartNames.Progress, "Enter the progress: what was reached in this period, in a sentence at least.");
        }
        var risks = Text(TextPartNames.Risks, Assessment.MaxText);
        var changes = Text(TextPartNames.Changes, Assessment.MaxText);
        for (var number = 1; number <= TextPartNames.MostActions; number++) ReadAction(number);
        return _problems.Count == 0
            ? new AssessmentContent(judgement!.Value, confidence!.Value, decision!.Value, reason, progress, risks, changes)
            : null;
    }

    public void Refuse(string field, string message) => _problems.Add(new FieldProblem(field, message));

    private string? Differs(AssessedStatus? judgement)
    {
        if (judgement is { } overall && overall != evidence.Status)
        {
            return $"You judge \u201C{Words.Of(overall)}\u201D, "
                + $"and the evidence says \u201C{Words.Of(evidence.Status)}\u201D: write why they differ.";
        }

        var other = evidence.Objectives.FirstOrDefault(o => Objectives.GetValueOrDefault(o.Code) is { } judged && judged != o.Status);
        return other is null ? null
            : $"For the objective \u201C{other.Text}\u201D you judge \u201C{Words.Of(Objectives[other.Code]!.Value)}\u201D, "
                + $"and the evidence says \u201C{Words.Of(other.Status)}\u201D: write why they differ.";
    }

    private void ReadObjectives()
    {
        foreach (var objective in evidence.Objectives)
        {
            Objectives[objective.Code] = Choice<AssessedStatus>(
                TextPartNames.Objective(objective.Code), $"Choose a judgment for the objective \u201C{objective.Text}\u201D.");
        }

        foreach (var (name, value) in fields.Where(f => f.Value.Trim().Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (TextPartNames.ObjectiveOf(name) is { } code && !Objectives.ContainsKey(code))
            {
                Refuse(
                    name,
                    $"The objective {code} was removed after it was judged here "
                        + $"(\u201C{Words.Of(Enum.TryParse<AssessedStatus>(value, out var status) ? status : default)}\u201D): "
                        + "clear this judgment, or restore the objective from its history.");
            }
        }
    }

    private void ReadAction(int number)
    {
        var text = TextPartNames.Action(number, ActionPart.Text);
        var owner = TextPartNames.Action(number, ActionPart.Owner);
        var due = TextPartNames.Action(number, ActionPart.Due);
        var outcome = TextPartNames.Action(number, ActionPart.Outcome);
        if (new[] { text, owner, due, outcome }.All(f => Typed(f).Length == 0)) return;
        var before = _problems.Count;
        if (Typed(text).Length == 0) Refuse(text, "This action does not say what is to be done: write it, or clear its other fields.");
        if (Typed(owner).Length == 0) Refuse(owner, "This action has no owner: name the person or office that answers for it.");
        var (what, who, expected) = (
            Line(text, AssessmentAction.MaxText), Line(owner, AssessmentAction.MaxOwner), Line(outcome, AssessmentAction.MaxOutcome));
        var day = Day(due);
        if (_problems.Count == before) Actions.Add(new ActionContent(number, what!, who!, day!.Value, expected));
    }

    private DateOnly? Day(string field)
    {
        var typed = Typed(field);
        if (typed.Length == 0)
        {
            Refuse(field, "This action has no due date: write the day by which it is to be done, such as 31 Mar 2027.");
            return null;
        }

        var (read, problem) = DayText.Read(typed);
        if (read is not { } day)
        {
            Refuse(field, problem!);
            return null;
        }

        if (day >= periodBegins && day.Year < 2200) return day;
        Refuse(
            field,
            $"{Words.Of(day)} cannot be the due date of an action of this period, "
                + $"which began on {Words.Of(periodBegins)}: check the year.");
        return null;
    }

    private T? Choice<T>(string field, string whatToDo) where T : struct, Enum
    {
        var typed = Typed(field);
        if (typed.Length == 0)
        {
            Refuse(field, whatToDo);
            return null;
        }

        if (Enum.TryParse<T>(typed, ignoreCase: true, out var value)
            && Enum.IsDefined(value) && !char.IsAsciiDigit(typed[0]) && typed[0] is not ('-' or '+'))
        {
            return value;
        }
        Refuse(field, $"{typed.ForMessage()} is none of the choices. {whatToDo}");
        return null;
    }

    private string? Text(string field, int most)
    {
        var typed = Typed(field);
        if (typed.Length == 0) return null;
        if (typed.Length <= most) return typed;
        Refuse(
            field,
            $"{TextPartNames.Words(field)} has {Words.Of((decimal)typed.Length)} characters: "
                + $"shorten it to {Words.Of((decimal)most)}. What you typed is kept.");
        return null;
    }

    private string? Line(string field, int most) =>
        Text(field, most) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    private string Typed(string field) => TypedText.Trim(fields.GetValueOrDefault(field, ""));
}

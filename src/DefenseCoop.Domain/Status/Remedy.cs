using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Status;

/// <summary>
/// What would improve a status: sentences for people, and the very steps for programs. All of them together improve
/// it; a step can be applied to the facts, which is how the promise is tested and how an effect can be shown before
/// anything is recorded.
/// </summary>
public sealed record Remedy(IReadOnlyList<string> Sentences, IReadOnlyList<Step> Steps)
{
    public Remedy(string sentence, params IReadOnlyList<Step> steps)
        : this([sentence], steps)
    {
    }

    /// <summary>The same in the sentences of what has several parts: each says which one it speaks of.</summary>
    internal Remedy Named(string name) => this with { Sentences = [.. Sentences.Select(s => $"{name}: {Lower(s)}")] };

    /// <summary>The sentence as it reads after a colon.</summary>
    internal static string Lower(string sentence) =>
        sentence.Split(' ')[0] is "One" or "A" or "Its" or "The" ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;

    public InitiativeFacts ApplyTo(InitiativeFacts facts) => Steps.Aggregate(facts, (f, step) => step.ApplyTo(f));

    /// <summary>The first day on which all steps are known, and no earlier than <paramref name="day"/>.</summary>
    public DateOnly KnownOn(DateOnly day) => Steps.Aggregate(day, (latest, step) => step.Day > latest ? step.Day : latest);
}

/// <summary>One change of the facts of an initiative, known from <see cref="Day"/> on.</summary>
public abstract record Step(DateOnly Day)
{
    public abstract InitiativeFacts ApplyTo(InitiativeFacts facts);

    protected PartialDate On => PartialDate.OfDay(Day);
}

public sealed record AddReading(string Indicator, decimal Value, DateOnly Day) : Step(Day)
{
    public override InitiativeFacts ApplyTo(InitiativeFacts facts) => facts.WithIndicator(Indicator, i => i with
    {
        Readings = [.. i.Readings, new ReadingFacts($"{Indicator}-NEW", Value, Period.Of(Day), ReadingKind.Actual, SourceTier.Primary, On)],
    });
}

public sealed record SetTarget(string Indicator, decimal Value, DateOnly By, DateOnly Day) : Step(Day)
{
    public override InitiativeFacts ApplyTo(InitiativeFacts facts) =>
        facts.WithIndicator(Indicator, i => i with
        {
            Target = new TargetFacts(Value, PartialDate.OfDay(By), i.Target?.Kind ?? TargetKind.Reach),
        });
}

public sealed record SetBaseline(string Indicator, decimal Value, DateOnly Day) : Step(Day)
{
    public override InitiativeFacts ApplyTo(InitiativeFacts facts) =>
        facts.WithIndicator(Indicator, i => i with { Baseline = new BaselineFacts(Value, Period.Of(Day)) });
}

public sealed record MeetMilestone(string Milestone, DateOnly Day) : Step(Day)
{
    public override InitiativeFacts ApplyTo(InitiativeFacts facts) => facts.WithMilestone(Milestone, m => m with
    {
        Actual = On,
        ReportedState = MilestoneState.Met,
        StatusAsOf = On,
    });
}

/// <summary>A new public date for a milestone: a forecast beside its plan, or a new plan where it had none or was cancelled.</summary>
public sealed record RescheduleMilestone(string Milestone, PartialDate Expected, DateOnly Day) : Step(Day)
{
    public override InitiativeFacts ApplyTo(InitiativeFacts facts) => facts.WithMilestone(Milestone, m => m with
    {
        Planned = m.ReportedState == MilestoneState.Cancelled ? Expected : m.Planned ?? Expected,
        Forecast = Expected,
        Actual = null,
        ReportedState = MilestoneState.Pending,
        StatusAsOf = On,
    });
}

public sealed record AddMilestone(DateOnly Planned, DateOnly Day) : Step(Day)
{
    public override InitiativeFacts ApplyTo(InitiativeFacts facts) => facts with
    {
        Milestones = [.. facts.Milestones, new MilestoneFacts
        {
            Code = $"{facts.Code}-NEW",
            Title = "A dated step",
            Planned = PartialDate.OfDay(Planned),
            ReportedState = MilestoneState.Pending,
            StatusAsOf = On,
        }],
    };
}

/// <summary>A public text that says where the initiative stands.</summary>
public sealed record ConfirmStatus(DateOnly Day) : Step(Day)
{
    public override InitiativeFacts ApplyTo(InitiativeFacts facts) => facts with { StatusAsOf = On };
}

/// <summary>The initiative starts, or is taken up again.</summary>
public sealed record TakeUp(DateOnly Day) : Step(Day)
{
    public override InitiativeFacts ApplyTo(InitiativeFacts facts) => facts with
    {
        RecordedStage = Stage.UnderWay,
        Start = facts.Start?.FirstDay > Day ? On : facts.Start,
        StatusAsOf = On,
    };
}

public sealed record Complete(DateOnly Day) : Step(Day)
{
    public override InitiativeFacts ApplyTo(InitiativeFacts facts) => facts with
    {
        RecordedStage = Stage.Completed,
        Start = facts.Start?.FirstDay > Day ? On : facts.Start,
        End = On,
        StatusAsOf = On,
    };
}

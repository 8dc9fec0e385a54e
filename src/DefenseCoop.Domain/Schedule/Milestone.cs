using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Schedule;

/// <summary>What the public text says of a milestone. Met, late and overdue are derived from the dates where they can be.</summary>
public enum MilestoneState
{
    Unknown,
    Pending,
    Met,
    MetLate,
    Cancelled,
}

/// <summary>A dated step of an initiative: planned, forecast and actual.</summary>
public sealed class Milestone
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Milestone>(
        RecordKind.Milestone, "milestone", m => m.Code, m => m.Title)
    {
        OwnedBy = m => OwnerLink.To(m.InitiativeId, m.Initiative),
        NamesItsInitiative = true,
        Cited = SubjectKind.Milestone,
        SourcesWeigh = true,
        Pages = RecordPages.Register,
        Places = rows => rows.Rows<Milestone>().Select(m => new RecordPlace { Code = m.Code, Initiative = m.Initiative.Code }),
    };

    public const int MaxCode = 30;
    public const int MaxTitle = 300;

    public int Id { get; private set; }

    public int InitiativeId { get; private set; }

    public Initiative Initiative { get; private set; } = null!;

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "milestone id"); } = "";

    public string Title { get; private set => field = Guard.Text(value, MaxTitle, "milestone title"); } = "";

    /// <summary>Order within the initiative, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The day it was first planned for.</summary>
    public PartialDate? Planned { get; private set; }

    public Provenance PlannedProvenance { get; private set; }

    /// <summary>The day it is now expected, where a public text gives another than the plan.</summary>
    public PartialDate? Forecast { get; private set; }

    public PartialDate? Actual { get; private set; }

    public MilestoneState ReportedState { get; private set; }

    /// <summary>The day the public text speaks for.</summary>
    public PartialDate? StatusAsOf { get; private set; }

    public Attribution Attribution { get; private set; } = null!;

    /// <summary>
    /// Last possible day of the forecast, else of the plan: the
    /// day after which it is late. Stored for the calendar query.
    /// </summary>
    public DateOnly? DueOn
    {
        get => (Forecast ?? Planned)?.LastDay;
        private set { }
    }

    private Milestone()
    {
    }

    /// <summary>A step for which no day is known yet.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Milestone Create(string code, string title, MilestoneState reported, Attribution attribution, int position = 0) => new()
    {
        Code = code,
        Title = title,
        ReportedState = reported,
        Attribution = attribution,
        Position = position,
    };

    public void Retitle(string title) => Title = title;

    public void PlanFor(PartialDate? day, Provenance provenance) => (Planned, PlannedProvenance) = (day, provenance);

    public void Expect(PartialDate? day) => Forecast = day;

    public void Happen(PartialDate? day) => Actual = day;

    public void Report(MilestoneState state) => ReportedState = state;

    /// <param name="told">The day that the public text speaks for.</param>
    public void DateStatus(PartialDate? told) => StatusAsOf = told;

    public void Attribute(Attribution attribution) => Attribution = attribution;

    /// <summary>A public text says that it was met.</summary>
    /// <param name="on">The day, where the text gives one.</param>
    /// <param name="told">The day that the text speaks for.</param>
    public void Meet(PartialDate? on, PartialDate told) => (ReportedState, Actual, StatusAsOf) = (MilestoneState.Met, on, told);

    /// <summary>A public text says that it is still to come.</summary>
    public void StayPending(PartialDate told) => (ReportedState, StatusAsOf) = (MilestoneState.Pending, told);

    /// <summary>A public text says that it was called off.</summary>
    /// <param name="from">The day from which it is not waited for.</param>
    public void CallOff(PartialDate from) => (ReportedState, StatusAsOf) = (MilestoneState.Cancelled, from);
}

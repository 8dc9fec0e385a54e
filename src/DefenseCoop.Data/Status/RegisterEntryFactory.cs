using System.Text.RegularExpressions;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Text;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Data.Status;

/// <summary>Makes an initiative's row of the register from the initiative and its finding.</summary>
internal static partial class RegisterEntryFactory
{
    /// <param name="initiative">With its category and its names (<see cref="RegisterNames.WithNames"/>).</param>
    /// <param name="facts">Of it.</param>
    /// <param name="finding">Of the day.</param>
    /// <param name="day">UTC.</param>
    public static RegisterEntry Create(Initiative initiative, InitiativeFacts facts, InitiativeFinding finding, DateOnly day) =>
        Create(initiative, Leads(initiative.Participations), RegisterNames.Of(initiative, facts), finding, day);

    /// <param name="initiative">Alone.</param>
    /// <param name="leads">As <see cref="Leads"/> has them.</param>
    /// <param name="searchText">As <see cref="RegisterNames.Of"/> has it.</param>
    /// <param name="finding">Of the day.</param>
    /// <param name="day">UTC.</param>
    public static RegisterEntry Create(Initiative initiative, string leads, string searchText, InitiativeFinding finding, DateOnly day)
    {
        var asOf = initiative.StatusAsOf is { } known && known.LastDay <= day ? initiative.StatusAsOf : null;
        var met = finding.Milestones.Count(m => m.IsMet);
        var total = finding.Milestones.Count(m => !m.IsCancelled);
        return new RegisterEntry
        {
            InitiativeId = initiative.Id,
            Initiative = initiative,
            Code = initiative.Code,
            CodeKey = CodeKey(initiative.Code),
            Title = initiative.Title,
            TitleKey = TitleKey(initiative.Title),
            CategoryId = initiative.CategoryId,
            Category = initiative.Category,
            Stage = finding.Stage,
            Status = finding.Status,
            FirstCause = finding.FirstCause.Shorten(RegisterEntry.MaxFirstCause),
            Start = initiative.Start,
            End = initiative.End,
            StatusAsOf = asOf,
            StartsOn = initiative.Start?.FirstDay,
            EndsOn = initiative.End?.FirstDay,
            UpdatedOn = asOf?.FirstDay,
            LastActiveDay = LastActiveDay(initiative, finding.Stage),
            EvidenceOn = finding.EvidenceOn,
            EvidenceIn = finding.Newest?.In,
            Leads = leads,
            MilestonesMet = met,
            MilestonesTotal = total,
            Progress = total == 0 ? null : (double)met / total,
            Provenance = initiative.Attribution.Provenance,
            SearchText = searchText,
        };
    }

    /// <summary>The names of the leads among the participations.</summary>
    public static string Leads(IEnumerable<Participation> participations) => string
        .Join(", ", participations
            .Where(p => p.Role == OrganizationRole.Lead)
            .OrderBy(p => p.Position)
            .Select(p => p.Organization.ShortName))
        .Shorten(RegisterEntry.MaxLeads);

    /// <summary>The code with its numbers padded, so that JT-2 comes before JT-10.</summary>
    public static string CodeKey(string code) => Digits().Replace(code, m => m.Value.PadLeft(8, '0'));

    /// <summary>The title as the column sorts it.</summary>
    public static string TitleKey(string title)
    {
        var key = FoldedText.SortKey(title);
        return key.Length <= RegisterEntry.MaxTitleKey ? key : key.Cut(RegisterEntry.MaxTitleKey);
    }

    private static DateOnly? LastActiveDay(Initiative initiative, Stage stage) => initiative.End is { } end
        ? end.LastDay
        : stage is Stage.Completed or Stage.Cancelled ? initiative.StatusAsOf?.LastDay : null;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}

using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Schedule;

/// <summary>The milestones of an initiative in time, with how far each slipped.</summary>
public sealed partial class MilestoneTable
{
    internal static IEnumerable<(Milestone Milestone, MilestoneFinding Finding)> InTime(InitiativeDetails details) => details.Initiative.Milestones
        .OrderBy(m => (m.Actual ?? m.Forecast ?? m.Planned) is null)
        .ThenBy(m => m.Actual ?? m.Forecast ?? m.Planned)
        .ThenBy(m => m.Position)
        .Select(m => (m, details.Finding.Milestones.Single(f => f.About.Code == m.Code)));

    /// <summary>What a phone shows of its dates: one line, without what is not known.</summary>
    private static string Card(Milestone milestone, MilestoneFinding finding) => finding switch
    {
        { IsMet: true } => $"met{(milestone.Actual is { } actual ? $" {actual.ToDisplay()}" : "")}{(finding.Delay is not null || finding.Remark is not null ? ", late" : "")}",
        { IsCancelled: true } => $"canceled{(milestone.Actual is { } ended ? $" {ended.ToDisplay()}" : "")}",
        _ => string.Join(", ", new[] { milestone.Planned is { } due ? $"due {due.ToDisplay()}" : null, milestone.Forecast is { } forecast ? $"forecast {forecast.ToDisplay()}" : null }.OfType<string>()),
    };

    private static string Remark(MilestoneFinding finding) => finding switch
    {
        { IsCancelled: true } => "canceled",
        { IsMet: true, Delay: { } delay } => delay.Late,
        { IsMet: true, Remark: not null } => "late by its source",
        { IsMet: true, IsCounted: false } => "not counted: too long ago",
        { IsMet: true } => "",
        { Delay: { } delay } => $"slipped by {delay.Amount}",
        { Status: AssessedStatus.NotAssessed } => "no public date",
        { Status: AssessedStatus.Stale } => "nothing public since it was due",
        _ => "",
    };
}

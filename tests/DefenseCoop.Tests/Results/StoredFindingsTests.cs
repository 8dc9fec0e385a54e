using System.Globalization;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Results;

/// <summary>Stored and computed findings agree with the rules, for initiatives and for focus areas.</summary>
[Collection(GeneratedRegisterTests.Name)]
public sealed class StoredFindingsTests(GeneratedRegister register)
{
    public static TheoryData<string> Days => GeneratedRegister.Days;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RegisterEntries_Today_AreWhatTheRulesGive()
    {
        await using var db = register.NewContext();
        var stored = await db.RegisterEntries.AsNoTracking().ToListAsync(Stop);

        Assert.Equal(
            register.On(GeneratedRegister.Today).Rows.Select(r => (
                r.Code, r.Finding.Stage, r.Finding.Status, r.Finding.FirstCause, r.Finding.EvidenceOn,
                r.Finding.Newest?.In, r.Met, r.Countable)).OrderBy(r => r.Code, StringComparer.Ordinal),
            stored.Select(e => (e.Code, e.Stage, e.Status, e.FirstCause, e.EvidenceOn, e.EvidenceIn, e.MilestonesMet, e.MilestonesTotal))
                .OrderBy(e => e.Code, StringComparer.Ordinal));
    }

    [Fact]
    public async Task FocusAreaFindings_Today_AreWhatTheRulesGive()
    {
        await using var db = register.NewContext();
        var stored = await db.FocusAreaFindings.AsNoTracking()
            .Include(f => f.FocusArea).OrderBy(f => f.FocusArea.Position).ToListAsync(Stop);

        Assert.Equal(7, stored.Count);
        Assert.Equal(
            register.On(GeneratedRegister.Today).FocusAreas.Select(f => (
                f.About.Code, f.Status, f.FirstCause, f.LeavesAssessed, f.LeavesAssessable, (int?)f.LeavesFresh, f.Confidence)),
            stored.Select(f => (f.FocusArea.Slug, f.Status, f.FirstCause, f.PartsAssessed, f.PartsAssessable, f.PartsFresh, f.Confidence)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ListAsync_AnyDay_IsWhatTheRulesGive(string asOf)
    {
        var expected = register.On(DateOnly.Parse(asOf, CultureInfo.InvariantCulture));

        var rows = await register.Get<FocusAreaQueries>().ListAsync(expected.Day, Stop);

        Assert.Equal(
            expected.FocusAreas.Select(f => (
                f.About.Code, f.About.Title, f.Status, f.FirstCause, f.LeavesAssessed,
                f.LeavesAssessable, (int?)f.LeavesFresh, f.Confidence)),
            rows.Select(r => (r.Slug, r.Name, r.Status, r.FirstCause, r.PartsAssessed, r.PartsAssessable, r.PartsFresh, r.Confidence)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task FindAsync_AnyDay_AgreesWithTheListAtEveryLevel(string asOf)
    {
        var expected = register.On(DateOnly.Parse(asOf, CultureInfo.InvariantCulture));
        foreach (var area in expected.FocusAreas)
        {
            var details = await register.Get<FocusAreaQueries>().FindAsync(area.About.Code, expected.Day, Stop);

            Assert.NotNull(details);
            Assert.Equal(Levels(area), Levels(details.Finding));
        }
    }

    [Fact]
    public async Task FindAsync_UnknownSlug_IsNull() =>
        Assert.Null(await register.Get<FocusAreaQueries>().FindAsync("no-such-area", GeneratedRegister.Today, Stop));

    private static IEnumerable<(string Code, AssessedStatus Status, string FirstCause)> Levels(Finding finding) =>
        (finding is RollUpFinding rollUp ? rollUp.Parts.SelectMany(p => Levels(p.Finding)) : [])
        .Prepend((finding.About.Code, finding.Status, finding.FirstCause));
}

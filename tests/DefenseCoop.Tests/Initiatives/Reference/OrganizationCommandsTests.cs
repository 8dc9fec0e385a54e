using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Initiatives.Reference;

/// <summary>Organizations as an administrator changes them: what rests on them follows at once.</summary>
public sealed class OrganizationCommandsTests : IAsyncLifetime
{
    private readonly ReferenceStage _stage = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory]
    [InlineData("the abbreviation", "FMN", "NEW", "Danish Ministry of Defence", "NEW")]
    [InlineData("no abbreviation any more", "FMN", null, "A new name", "A new name")]
    public async Task Change_OfTheName_ShowsInTheRegisterAtOnceAndOnPastDays(string label, string before, string? abbreviation, string name, string after)
    {
        var days = new[] { ReferenceStage.Today, ReferenceStage.PastDay };
        var was = new List<Dictionary<string, string>>();
        foreach (var day in days) was.Add(await _stage.LeadsAsync(day));
        Assert.All(was, leads => Assert.Contains(leads.Values, l => l.Split(", ").Contains(before)));

        await ChangeAsync("dk-fmn", v => v with { Name = name, Abbreviation = abbreviation });

        foreach (var (day, leads) in days.Zip(was))
        {
            var expected = leads.ToDictionary(l => l.Key, l => string.Join(", ", l.Value.Split(", ").Select(n => n == before ? after : n)));
            Assert.True(expected.OrderBy(e => e.Key).SequenceEqual((await _stage.LeadsAsync(day)).OrderBy(e => e.Key)), $"{label} on {day}");
        }

        var term = (await _stage.Register.VocabularyAsync(Stop)).Leads.Find("dk-fmn")!;
        Assert.Equal(name, term.Name);
    }

    /// <summary>The rows that were mended are those that a computation from nothing would give.</summary>
    [Fact]
    public async Task Change_OfTheName_LeavesWhatARecomputationGives()
    {
        await _stage.LeadsAsync(ReferenceStage.Today);
        await ChangeAsync("us-dos", v => v with { Abbreviation = "STATE" });
        var mended = await StoredAsync();

        await _stage.People.Get<Data.Status.FindingsKeeper>().RecomputeAsync(Stop);

        Assert.Equal(await StoredAsync(), mended);
        Assert.Contains(mended, e => e.Leads.Contains("STATE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_OfAnotherField_KeepsWhereItComesFrom()
    {
        var before = await _stage.OrganizationAsync("dk-mssb");
        Assert.True(before.Attribution.NeedsPrimaryCheck);

        await ChangeAsync("dk-mssb", v => v with { Kind = "department" });

        var after = await _stage.OrganizationAsync("dk-mssb");
        Assert.Equal("department", after.Values.Kind);
        Assert.Equal(before.Values.Sources, after.Values.Sources);
        Assert.Equal(
            (before.Attribution.Provenance, true, before.Attribution.Note, before.Version + 1),
            (after.Attribution.Provenance, after.Attribution.NeedsPrimaryCheck, after.Attribution.Note, after.Version));
    }

    [Theory]
    [InlineData("another one", "S-FMN-EXP", Provenance.Confirmed, false)]
    [InlineData("one of tier 3", "S-NATO-MIRROR", Provenance.Confirmed, true)]
    [InlineData("tiers 3 and 1, and one twice", "S-NATO-MIRROR S-FMN-EXP S-FMN-EXP", Provenance.Confirmed, false)]
    [InlineData("none", "", Provenance.Illustrative, false)]
    public async Task Change_OfTheSources_SaysWhereItComesFrom(string label, string codes, Provenance provenance, bool needsPrimaryCheck)
    {
        await ChangeAsync("dk-fko", v => v with { Sources = codes.Split(' ') });

        var after = await _stage.OrganizationAsync("dk-fko");
        Assert.True((provenance, needsPrimaryCheck) == (after.Attribution.Provenance, after.Attribution.NeedsPrimaryCheck), label);
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(), await _stage.CitedAsync(SubjectKind.Organization, "dk-fko"));
    }

    [Theory]
    [InlineData("unknown", "S-NO-SUCH", "S-NO-SUCH")]
    [InlineData("unknown beside a known one", "S-FMN-EXP s-seed", "s-seed")]
    [InlineData("markup", "<script>", "<script>")]
    public async Task Change_WithAnUnknownSource_IsRefusedAndNamesIt(string label, string codes, string named)
    {
        var before = await _stage.OrganizationAsync("dk-fko");

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => ChangeAsync("dk-fko", v => v with { Name = "New", Sources = codes.Split(' ') }));

        Assert.True(refused.Field == "Sources" && refused.Message.Contains($"“{named}”", StringComparison.Ordinal), $"{label}: {refused.Message}");
        Assert.Equal(before.Values.Name, (await _stage.OrganizationAsync("dk-fko")).Values.Name);
        Assert.Equal(before.Values.Sources, await _stage.CitedAsync(SubjectKind.Organization, "dk-fko"));
    }

    [Fact]
    public async Task Change_OfAVersionThatIsOld_IsRefusedAndChangesNothing()
    {
        var seen = await _stage.OrganizationAsync("dk-fko");
        await ChangeAsync("dk-fko", v => v with { Kind = "first" });

        var second = () => _stage.Organizations.ChangeAsync(_stage.Administrator, "dk-fko", seen.Version, seen.Values with { Kind = "second" }, Stop);
        await Assert.ThrowsAsync<ChangedMeanwhileException>(second);
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => _stage.Organizations.DeleteAsync(_stage.Administrator, "dk-fko", seen.Version, Stop));

        Assert.Equal("first", (await _stage.StoredOrganizationAsync("dk-fko")).Kind);
    }

    [Fact]
    public async Task Change_ByManyAtOnce_IsDoneByOne()
    {
        var seen = await _stage.OrganizationAsync("dk-fko");

        var ends = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Record.ExceptionAsync(() => Task.Run(
            () => _stage.Organizations.ChangeAsync(_stage.Administrator, "dk-fko", seen.Version, seen.Values with { Kind = $"kind {n}" }, Stop), Stop)).AsTask()));

        Assert.Single(ends, e => e is null);
        Assert.All(ends.OfType<Exception>(), e => Assert.IsType<ChangedMeanwhileException>(e));
        Assert.Equal(seen.Version + 1, (await _stage.StoredOrganizationAsync("dk-fko")).Version);
    }

    [Fact]
    public async Task Add_WithASource_IsConfirmedAndOfferedNowhereUntilItLeads()
    {
        await _stage.Organizations.AddAsync(_stage.Administrator, " dk-new ", New with { Sources = ["S-FMN-EXP"], Note = "Two\r\nlines." }, Stop);

        var added = await _stage.OrganizationAsync("dk-new");
        Assert.Equal((Provenance.Confirmed, "Two lines."), (added.Attribution.Provenance, added.Attribution.Note));
        Assert.Equal(["S-FMN-EXP"], added.Values.Sources);
        Assert.False(added.Uses.Any);
        Assert.Null((await _stage.Register.VocabularyAsync(Stop)).Leads.Find("dk-new"));
    }

    [Fact]
    public async Task Add_WithAShortNameThatIsTaken_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => _stage.Organizations.AddAsync(_stage.Administrator, "dk-fmn", New, Stop));

        Assert.Equal("Code", refused.Field);
        Assert.Equal("Danish Ministry of Defence", (await _stage.StoredOrganizationAsync("dk-fmn")).Name);
    }

    [Fact]
    public async Task Delete_OfOneThatIsUsed_IsRefusedAndSaysByWhat()
    {
        var used = await _stage.OrganizationAsync("dk-fmn");

        var refused = await Assert.ThrowsAsync<ConflictException>(() => _stage.Organizations.DeleteAsync(_stage.Administrator, "dk-fmn", used.Version, Stop));

        Assert.Contains($"{used.Uses.Initiatives} initiatives ({used.Uses.First[0].Code}, ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(used.Values.Sources, await _stage.CitedAsync(SubjectKind.Organization, "dk-fmn"));
    }

    [Fact]
    public async Task Delete_OfOneThatNothingUses_TakesItsCitationsAlong()
    {
        Assert.NotEmpty(await _stage.CitedAsync(SubjectKind.Organization, "us-eucom"));

        await _stage.Organizations.DeleteAsync(_stage.Administrator, "us-eucom", 0, Stop);

        Assert.Null(await _stage.Reference.OrganizationAsync(_stage.Administrator, "us-eucom", Stop));
        Assert.Empty(await _stage.CitedAsync(SubjectKind.Organization, "us-eucom"));
        var again = await Assert.ThrowsAsync<RecordGoneException>(() => _stage.Organizations.DeleteAsync(_stage.Administrator, "us-eucom", 0, Stop));
        Assert.Contains("no such organization", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfThem_SaysHowManyInitiativesUseEach()
    {
        var rows = await _stage.Reference.OrganizationsAsync(_stage.Administrator, Stop);

        await using var db = _stage.NewContext();
        var expected = (await db.Participations.Select(p => new { p.Organization.Code, p.InitiativeId }).Distinct().ToListAsync(Stop)).CountBy(p => p.Code).ToDictionary();
        Assert.Equal(await db.Organizations.CountAsync(Stop), rows.Count);
        Assert.All(rows, r => Assert.Equal(expected.GetValueOrDefault(r.Code), r.Initiatives));
        Assert.Equal(rows.Select(r => r.Name).Order(FoldedText.Order), rows.Select(r => r.Name));
    }

    private static OrganizationValues New => new("A new one", null, null, "DK", "agency", [], null);

    private async Task ChangeAsync(string code, Func<OrganizationValues, OrganizationValues> change)
    {
        var seen = await _stage.OrganizationAsync(code);
        await _stage.Organizations.ChangeAsync(_stage.Administrator, code, seen.Version, change(seen.Values), Stop);
    }

    private async Task<List<(string Code, string Leads)>> StoredAsync()
    {
        await using var db = _stage.NewContext();
        return [.. (await db.RegisterEntries.AsNoTracking().OrderBy(e => e.Code).ToListAsync(Stop)).Select(e => (e.Code, e.Leads))];
    }
}

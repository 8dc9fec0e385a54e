using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Initiatives.Reference;

/// <summary>Organizations as an administrator changes them: what rests on them follows at once.</summary>
public sealed class OrganizationFormTests : IAsyncLifetime
{
    private static readonly (string Field, string Text)[] New =
        [("ShortName", "dk-new"), ("Name", "A new one"), ("Country", "DK"), ("Kind", "agency"), ("Provenance", "illustrative")];

    private readonly ReferenceStage _stage = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    /// <summary>An organization stands on pages beside records of other kinds, each at its code.</summary>
    [Theory]
    [InlineData("dk-fmn", "There is another organization with this short name")]
    [InlineData("pituffik", "The code pituffik is taken by a site, and both would stand at the same place")]
    [InlineData("be-1", "The code BE-1 is taken by an initiative, and both would stand at the same place")]
    public async Task New_WithACodeThatIsTaken_IsRefused(string code, string message)
    {
        var problems = await _stage.ProblemsAsync(FormNames.Organization, null, [.. New.Skip(1), ("ShortName", code)]);

        Assert.StartsWith(message, problems["ShortName"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the abbreviation", "FMN", "NEW", "Danish Ministry of Defence", "NEW")]
    [InlineData("no abbreviation any more", "FMN", "", "A new name", "A new name")]
    public async Task Change_OfTheName_ShowsInTheRegisterAtOnceAndOnPastDays(
        string label, string before, string abbreviation, string name, string after)
    {
        var days = new[] { ReferenceStage.Today, ReferenceStage.PastDay };
        var was = new List<Dictionary<string, string>>();
        foreach (var day in days) was.Add(await _stage.LeadsAsync(day));
        Assert.All(was, leads => Assert.Contains(leads.Values, l => l.Split(", ").Contains(before)));

        await _stage.SavedAsync(FormNames.Organization, "dk-fmn", ("Name", name), ("Abbreviation", abbreviation));

        foreach (var (day, leads) in days.Zip(was))
        {
            var expected = leads.ToDictionary(l => l.Key, l => string.Join(", ", l.Value.Split(", ").Select(n => n == before ? after : n)));
            Assert.True(
                expected.OrderBy(e => e.Key).SequenceEqual((await _stage.LeadsAsync(day)).OrderBy(e => e.Key)), $"{label} on {day}");
        }

        var term = (await _stage.Register.VocabularyAsync(Stop)).Leads.Find("dk-fmn")!;
        Assert.Equal(name, term.Name);
    }

    /// <summary>The rows that were mended are those that a computation from nothing would give.</summary>
    [Fact]
    public async Task Change_OfTheName_LeavesWhatARecomputationGives()
    {
        await _stage.LeadsAsync(ReferenceStage.Today);
        await _stage.SavedAsync(FormNames.Organization, "us-dos", ("Abbreviation", "STATE"));
        var mended = await StoredAsync();

        await _stage.Editing.Get<FindingsKeeper>().RecomputeAsync(Stop);

        Assert.Equal(await StoredAsync(), mended);
        Assert.Contains(mended, e => e.Leads.Contains("STATE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_OfAnotherField_KeepsWhereItComesFrom()
    {
        var before = (await _stage.OrganizationAsync("dk-mssb"))!;
        var cited = await _stage.CitedAsync(SubjectKind.Organization, "dk-mssb");
        Assert.True(before.Attribution.NeedsPrimaryCheck);

        await _stage.SavedAsync(FormNames.Organization, "dk-mssb", ("Kind", "department"));

        var after = (await _stage.OrganizationAsync("dk-mssb"))!;
        Assert.Equal("department", after.Kind);
        Assert.Equal(cited, await _stage.CitedAsync(SubjectKind.Organization, "dk-mssb"));
        Assert.Equal(
            (before.Attribution.Provenance, true, before.Attribution.Note),
            (after.Attribution.Provenance, after.Attribution.NeedsPrimaryCheck, after.Attribution.Note));
        Assert.True(after.Version > before.Version);
    }

    [Theory]
    [InlineData("another one", "S-FMN-EXP", "confirmed", Provenance.Confirmed, false)]
    [InlineData("one of tier 3", "S-NATO-MIRROR", "confirmed", Provenance.Confirmed, true)]
    [InlineData("tiers 3 and 1, and one twice", "S-NATO-MIRROR S-FMN-EXP S-FMN-EXP", "confirmed", Provenance.Confirmed, false)]
    [InlineData("none", "", "illustrative", Provenance.Illustrative, false)]
    public async Task Change_OfTheSources_SaysWhereItComesFrom(
        string label, string codes, string choice, Provenance provenance, bool needsPrimaryCheck)
    {
        await _stage.SavedAsync(FormNames.Organization, "dk-fko", ("Sources", codes.Replace(' ', '\n')), ("Provenance", choice));

        var after = (await _stage.OrganizationAsync("dk-fko"))!;
        Assert.True((provenance, needsPrimaryCheck) == (after.Attribution.Provenance, after.Attribution.NeedsPrimaryCheck), label);
        Assert.Equal(
            codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(),
            await _stage.CitedAsync(SubjectKind.Organization, "dk-fko"));
    }

    [Theory]
    [InlineData("unknown", "S-NO-SUCH", "S-NO-SUCH")]
    [InlineData("unknown beside a known one", "S-FMN-EXP s-seed", "s-seed")]
    [InlineData("markup", "<script>", "<script>")]
    public async Task Change_WithAnUnknownSource_IsRefusedAndNamesIt(string label, string codes, string named)
    {
        var before = (await _stage.OrganizationAsync("dk-fko"))!;
        var cited = await _stage.CitedAsync(SubjectKind.Organization, "dk-fko");

        var problems = await _stage.ProblemsAsync(
            FormNames.Organization, "dk-fko", ("Name", "New"), ("Sources", codes.Replace(' ', '\n')));

        Assert.True(problems["Sources"].Contains($"“{named}”", StringComparison.Ordinal), $"{label}: {problems["Sources"]}");
        Assert.Equal(before.Name, (await _stage.OrganizationAsync("dk-fko"))!.Name);
        Assert.Equal(cited, await _stage.CitedAsync(SubjectKind.Organization, "dk-fko"));
    }

    [Fact]
    public async Task Change_WithoutASource_AsksWhetherItIsOurs()
    {
        var problems = await _stage.ProblemsAsync(FormNames.Organization, "dk-fko", ("Sources", ""));

        Assert.Contains("say that this is ours", problems["Sources"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ByManyAtOnce_IsDoneByOneAndShownToTheOthers()
    {
        var seen = await _stage.OpenAsync(FormNames.Organization, "dk-fko");

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(
            () => _stage.Editing.SendAsync(_stage.Administrator, seen, ("Kind", $"kind {n}")), Stop)));

        var stored = (await _stage.OrganizationAsync("dk-fko"))!.Kind;
        Assert.Single(results, r => r.ChangeSetId is not null);
        Assert.All(
            results.Where(r => r.ChangeSetId is null),
            r => Assert.Equal(("Kind", stored, true), (r.Merges.Single().Field.Name, r.Merges[0].Theirs, r.Merges[0].IsConflict)));
    }

    [Fact]
    public async Task Add_WithASource_IsConfirmedAndOfferedNowhereUntilItLeads()
    {
        await _stage.SavedAsync(
            FormNames.Organization, null,
            [
                .. New.SkipLast(1), ("ShortName", " dk-new "), ("Provenance", "confirmed"),
                ("Sources", "S-FMN-EXP"), ("Note", "Two\r\nlines."),
            ]);

        var added = (await _stage.OrganizationAsync("dk-new"))!;
        Assert.Equal((Provenance.Confirmed, "Two lines."), (added.Attribution.Provenance, added.Attribution.Note));
        Assert.Equal(["S-FMN-EXP"], await _stage.CitedAsync(SubjectKind.Organization, "dk-new"));
        Assert.Equal(["Nothing uses it."], (await _stage.OpenAsync(FormNames.Organization, "dk-new")).Beside["Name"]);
        Assert.Null((await _stage.Register.VocabularyAsync(Stop)).Leads.Find("dk-new"));
    }

    [Theory]
    [InlineData("taken", "dk-fmn", "There is another organization with this short name")]
    [InlineData("none", "", "Enter the short name.")]
    [InlineData("capitals", "DK-FMN", "This cannot stand in an address")]
    [InlineData("of the program", "new", "“new” is a name that the program itself uses")]
    public async Task Add_WithAShortNameThatCannotBe_IsRefusedBesideTheOtherProblems(string label, string code, string message)
    {
        var problems = await _stage.ProblemsAsync(FormNames.Organization, null, [.. New, ("ShortName", code), ("Name", "")]);

        Assert.True(problems["ShortName"].StartsWith(message, StringComparison.Ordinal), $"{label}: {problems["ShortName"]}");
        Assert.Equal("Enter the name.", problems["Name"]);
        Assert.Equal("Danish Ministry of Defence", (await _stage.OrganizationAsync("dk-fmn"))!.Name);
    }

    [Fact]
    public async Task Remove_OfOneThatIsUsed_IsRefusedAndSaysByWhat()
    {
        var cited = await _stage.CitedAsync(SubjectKind.Organization, "dk-fmn");
        var form = await _stage.OpenAsync("organization-remove", "dk-fmn");

        var refused = await _stage.ProblemsAsync("organization-remove", "dk-fmn");

        Assert.Matches(@"^It is used by [0-9]+ initiatives \(BE-1, .+, …\)\. Only what nothing uses can be removed\.$", form.Blocked);
        Assert.Equal(form.Blocked, refused[""]);
        Assert.Equal(cited, await _stage.CitedAsync(SubjectKind.Organization, "dk-fmn"));
    }

    [Fact]
    public async Task Remove_OfOneThatNothingUses_TakesItsCitationsAlong()
    {
        Assert.NotEmpty(await _stage.CitedAsync(SubjectKind.Organization, "us-eucom"));
        var seen = await _stage.OpenAsync("organization-remove", "us-eucom");

        await _stage.SavedAsync("organization-remove", "us-eucom");

        Assert.Null(await _stage.OrganizationAsync("us-eucom"));
        Assert.Empty(await _stage.CitedAsync(SubjectKind.Organization, "us-eucom"));
        var again = await _stage.Editing.SendAsync(_stage.Administrator, seen);
        Assert.Contains("organization", Assert.Single(again.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfThem_SaysHowManyInitiativesUseEach()
    {
        var rows = await _stage.Reference.OrganizationsAsync(_stage.Administrator, Stop);

        await using var db = _stage.NewContext();
        var expected = (await db.Participations.Select(p => new { p.Organization.Code, p.InitiativeId }).Distinct().ToListAsync(Stop))
            .CountBy(p => p.Code)
            .ToDictionary();
        Assert.Equal(await db.Organizations.CountAsync(Stop), rows.Count);
        Assert.All(rows, r => Assert.Equal(expected.GetValueOrDefault(r.Code), r.Initiatives));
        Assert.Equal(rows.Select(r => r.Name).Order(FoldedText.Order), rows.Select(r => r.Name));
    }

    private async Task<List<(string Code, string Leads)>> StoredAsync()
    {
        await using var db = _stage.NewContext();
        return [.. (await db.RegisterEntries.AsNoTracking().OrderBy(e => e.Code).ToListAsync(Stop)).Select(e => (e.Code, e.Leads))];
    }
}

using DefenseCoop.Data.History.Changes;
using DefenseCoop.Domain.History;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>What is asked of the changes in SQL is what their plain list gives.</summary>
public sealed class ChangeQueriesTests(GeneratedChanges made) : IClassFixture<GeneratedChanges>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync_FiltersInCombination_GiveExactlyTheChangesOfTheModel()
    {
        var found = 0;
        List<ChangeQuery> queries = [];
        GeneratedChanges.Queries.ForAll(250, queries.Add);
        foreach (var query in queries)
        {
            var expected = made.Matching(query).ToList();
            var pages = Math.Max(1, (expected.Count + query.Size - 1) / query.Size);
            var page = Math.Min(query.Page, pages);

            var list = await made.Changes.ListAsync(query, Stop);

            Assert.Equal((expected.Count, page, pages), (list.Total, list.Page, list.Pages));
            var rows = expected.Skip((page - 1) * query.Size).Take(query.Size).ToList();
            Assert.Equal(rows.Select(c => c.Id), list.Rows.Select(r => r.Head.Id));
            foreach (var (change, row) in rows.Zip(list.Rows))
            {
                Assert.Equal(change.Records.Count, row.RecordCount);
                Assert.Equal(
                    change.Records.Where(r => GeneratedChanges.Matches(r, query)).OrderBy(r => r.Kind)
                        .ThenBy(r => r.Id).Take(ChangeQueries.FirstRecords).Select(r => (r.Kind, r.Subject, r.Title, r.Action)),
                    row.Records.Select(r => (r.Kind, r.Code, r.Title, r.Action)));
            }

            found += expected.Count > 0 ? 1 : 0;
        }

        Assert.True(found > 60, $"Only {found} of 250 questions found anything.");
    }

    [Fact]
    public async Task ListAsync_NoFilter_TellsWhoWhenWhyAndTheChain()
    {
        var list = await made.Changes.ListAsync(new ChangeQuery { Size = 7 }, Stop);

        Assert.Equal(
            made.All.Take(7).Select(c => new ChangeHead(c.Id, c.At, c.AccountId, c.Person, c.Why, c.Request, c.PreviousHash, c.Hash)),
            list.Rows.Select(r => r.Head));
        Assert.All(list.Rows, r => Assert.Equal(DateTimeKind.Utc, r.Head.At.Kind));
    }

    [Fact]
    public async Task ListAsync_ChangeOfThousandsOfRecords_CountsAllAndNamesTheFirst()
    {
        var huge = made.All.MaxBy(c => c.Records.Count)!;
        var place = made.All.TakeWhile(c => c != huge).Count();

        var row = (await made.Changes.ListAsync(new ChangeQuery { Size = 1, Page = place + 1 }, Stop)).Rows.Single();

        Assert.Equal(GeneratedChanges.Huge, row.RecordCount);
        Assert.Equal(ChangeQueries.FirstRecords, row.Records.Count);
        Assert.Equal(
            huge.Records.GroupBy(r => (r.Kind, r.Action))
                .OrderBy(g => g.Key)
                .Select(g => new ChangeCount(g.Key.Kind, g.Key.Action, g.Count())),
            row.Counts);
    }

    [Fact]
    public async Task ListAsync_AccountWhoseNameChanged_IsFoundUnderBoth()
    {
        var all = await made.Changes.ListAsync(new ChangeQuery { AccountId = 3, Size = 200 }, Stop);
        var earlier = await made.Changes.ListAsync(new ChangeQuery { AccountId = 3, Person = "Eva Holm", Size = 200 }, Stop);

        Assert.Equal(["Eva Holm", "Eva Jensen"], all.Rows.Select(r => r.Head.Person).Distinct().Order(StringComparer.Ordinal));
        Assert.True(earlier.Total > 0 && earlier.Total < all.Total);
    }

    [Fact]
    public async Task FindAsync_HugeChange_ComesInPagesThatHoldEverythingOnce()
    {
        var huge = made.All.MaxBy(c => c.Records.Count)!;
        List<RecordLine> lines = [];
        for (var page = 1; ; page++)
        {
            var details = (await made.Changes.FindAsync(huge.Id, null, page, null, Stop))!;
            Assert.InRange(details.Row.Records.Count, 1, ChangeQueries.RecordsPerPage);
            lines.AddRange(details.Row.Records);
            if (page == details.Pages) break;
        }

        Assert.Equal(
            huge.Records.OrderBy(r => r.Kind).ThenBy(r => r.Id).Select(r => (r.Kind, r.Subject, r.Title)),
            lines.Select(l => (l.Kind, l.Code, l.Title)));
    }

    [Fact]
    public async Task FindAsync_OneKind_HasItsRecordsAndTheCountsOfAll()
    {
        var huge = made.All.MaxBy(c => c.Records.Count)!;

        var details = (await made.Changes.FindAsync(huge.Id, RecordKind.Milestone, 9_999, null, Stop))!;

        Assert.Equal(huge.Records.Count(r => r.Kind == RecordKind.Milestone), details.Total);
        Assert.Equal(details.Pages, details.Page);
        Assert.All(details.Row.Records, r => Assert.Equal(RecordKind.Milestone, r.Kind));
        Assert.Equal(GeneratedChanges.Huge, details.Row.RecordCount);
    }

    [Fact]
    public async Task FindAsync_KnownAt_ChangesExistFromTheirInstantOn()
    {
        var change = made.All[20];

        var then = await made.Changes.FindAsync(change.Id, null, 1, change.At, Stop);

        Assert.False(then!.HasLater);
        Assert.True((await made.Changes.FindAsync(change.Id, null, 1, null, Stop))!.HasLater);
        Assert.False((await made.Changes.FindAsync(made.All[0].Id, null, 1, null, Stop))!.HasLater);
        Assert.Null(await made.Changes.FindAsync(change.Id, null, 1, change.At.AddMicroseconds(-1), Stop));
        Assert.Null(await made.Changes.FindAsync(made.All[0].Id + 1, null, 1, null, Stop));
        Assert.Null(await made.Changes.FindAsync(0, null, 1, null, Stop));
    }

    [Fact]
    public async Task PeopleAsync_Asked_HasEverybodyByTheirLastName()
    {
        var people = await made.Changes.PeopleAsync(null, Stop);
        var before = await made.Changes.PeopleAsync(made.All[^1].At, Stop);

        Assert.Equal(
            made.All.GroupBy(c => c.AccountId).Select(g => new ChangePerson(g.Key, g.First().Person)).ToHashSet(),
            people.ToHashSet());
        Assert.Equal([new ChangePerson(null, "DefenseCoop")], before);
    }
}

using DefenseCoop.Data.Editing;
using DefenseCoop.Data.History;
using DefenseCoop.Domain.History;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>The history of a record has every change of it, and of what belongs to it.</summary>
public sealed class RecordHistoryTests(GeneratedChanges made) : IClassFixture<GeneratedChanges>
{
    public static TheoryData<RecordKind, string> Records { get; } = new()
    {
        { RecordKind.Initiative, "BE-1" },
        { RecordKind.Initiative, "CY-3" },
        { RecordKind.FocusArea, "cybersecurity" },
        { RecordKind.Milestone, "BE-1-M2" },
        { RecordKind.Reading, "DT-1-I0-R1" },
        { RecordKind.Source, "Source-3" },
        { RecordKind.Note, "Note-0" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Records))]
    public async Task FindAsync_AllPages_HaveExactlyTheChangesOfTheModel(RecordKind kind, string code)
    {
        foreach (var known in new[] { (DateTime?)null, made.All[30].At, made.All[30].At.AddMicroseconds(-1) })
        {
            var expected = made.All.Where(c => !(c.At > known) && c.Records.Any(r => Belongs(r, kind, code))).ToList();
            List<long> found = [];
            for (var page = 1; ; page++)
            {
                var history = (await made.Histories.FindAsync(kind, code, page, known, Stop))!;
                Assert.Equal(expected.Count, history.Changes.Total);
                foreach (var row in history.Changes.Rows)
                {
                    var change = expected.Single(c => c.Id == row.Head.Id);
                    Assert.Equal(change.Records.Count(r => Belongs(r, kind, code)), row.RecordCount);
                    Assert.All(row.Records, r => Assert.True(r.InitiativeCode == code || r.FocusAreaSlug == code || r.Code == code));
                    Assert.InRange(row.Records.Count, 1, RecordHistoryQueries.MostRecords);
                }

                found.AddRange(history.Changes.Rows.Select(r => r.Head.Id));
                if (page >= history.Changes.Pages) break;
            }

            Assert.Equal(expected.Select(c => c.Id), found);
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task FindAsync_Record_IsCalledAsItsLastChangeSays(RecordKind kind, string code)
    {
        var own = made.All.SelectMany(c => c.Records.OrderByDescending(r => r.Id)).Where(r => r.Kind == kind && r.Subject == code).ToList();

        var history = (await made.Histories.FindAsync(kind, code, 1, null, Stop))!;

        Assert.Equal(own[0].Title, history.Title);
        Assert.Equal(own[0].Action != ChangeAction.Removed, history.Exists);
        Assert.Equal(own[0].ChangeSetId, history.NewestOwn);
        Assert.Equal(own[^1].Action == ChangeAction.Created, history.HasBeginning);
    }

    private static bool Belongs(RecordChange r, RecordKind kind, string code) =>
        (r.Kind == kind && r.Subject == code)
        || (kind == RecordKind.Initiative && r.InitiativeCode == code)
        || (kind == RecordKind.FocusArea && r.FocusAreaSlug == code);
}

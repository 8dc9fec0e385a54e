using CsCheck;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Tests.Status;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>
/// A database with some hundred changes that were made up, one
/// of them of thousands of records; and the same as plain lists.
/// </summary>
public sealed class GeneratedChanges : IAsyncLifetime
{
    public const int Huge = 4_000;

    private static readonly string[] Initiatives = ["BE-1", "BE-2", "DT-1", "CY-3"];
    private static readonly string[] Categories = ["base-expansion", "defense-technology", "cybersecurity"];
    private static readonly (int? Account, string Name)[] Writers =
    [
        (3, "Eva Holm"), (3, "Eva Jensen"), (4, "Ole"), (null, ChangeNote.Program), (5, "ole"),
    ];

    private TestDatabase _database = null!;

    /// <summary>Newest first.</summary>
    internal IReadOnlyList<ChangeSet> All { get; private set; } = [];

    public ChangeQueries Changes => _database.Services.GetRequiredService<ChangeQueries>();

    public RecordHistoryQueries Histories => _database.Services.GetRequiredService<RecordHistoryQueries>();

    public static Gen<ChangeQuery> Queries { get; } = Gen.Select(
        Generated.OneOf<int?>(null, null, 3, 4, 99),
        Generated.OneOf<string?>(null, null, null, "Eva Holm", "DefenseCoop", "nobody"),
        Some(Enum.GetValues<RecordKind>()),
        Some(Enum.GetValues<ChangeAction>()),
        Generated.OneOf<string?>(null, null, null, "BE-1", "BE-1-M2", "CY-3-I0-R1", "none-such"),
        Some(Categories),
        Gen.Select(Gen.Int[-10, 60], Gen.Int[-5, 25], Gen.Int[0, 3]),
        Gen.Select(Gen.Int[1, 4], Generated.OneOf(1, 7, 50, 200), Gen.Int[-300, 900]),
        (account, person, kinds, actions, record, categories, days, rest) => new ChangeQuery
        {
            AccountId = account,
            Person = person,
            Kinds = kinds,
            Actions = actions,
            Record = record,
            Categories = categories,
            From = days.Item3 is 1 or 3 ? FirstDay.AddDays(days.Item1) : null,
            To = days.Item3 is 2 or 3 ? FirstDay.AddDays(days.Item1 + days.Item2) : null,
            KnownAt = rest.Item3 > 0 ? FirstDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(rest.Item3) : null,
            Page = rest.Item1,
            Size = rest.Item2,
        });

    private static DateOnly FirstDay { get; } = new(2027, 1, 1);

    /// <summary>The changes that a question asks for, by the plain meaning of it.</summary>
    internal IEnumerable<ChangeSet> Matching(ChangeQuery query) => All.Where(c =>
        (query.AccountId is null || c.AccountId == query.AccountId)
        && (query.Person is null || c.Person == query.Person)
        && (query.KnownAt is null || c.At <= query.KnownAt)
        && (query.From is null || DateOnly.FromDateTime(c.At) >= query.From)
        && (query.To is null || DateOnly.FromDateTime(c.At) <= query.To)
        && (!query.HasRecordFilter || c.Records.Any(r => Matches(r, query))));

    internal static bool Matches(RecordChange r, ChangeQuery query) =>
        (query.Kinds.Count == 0 || query.Kinds.Contains(r.Kind))
        && (query.Actions.Count == 0 || query.Actions.Contains(r.Action))
        && (query.Categories.Count == 0 || query.Categories.Contains(r.CategorySlug))
        && (query.Record is null || r.Subject == query.Record || r.InitiativeCode == query.Record);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await using var db = _database.NewContext();
        var head = await db.ChangeSets.OrderByDescending(c => c.Id).FirstAsync(TestContext.Current.CancellationToken);
        var at = FirstDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        Change.ForAll(300, made => head = Add(db, head, made, at = at.AddTicks(made.Wait)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        All = await db.ChangeSets.Include(c => c.Records)
            .AsNoTracking().OrderByDescending(c => c.Id).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static Gen<MadeChange> Change { get; } = Gen.Select(
        Gen.Int[0, Writers.Length - 1],
        Gen.Long[TimeSpan.TicksPerMicrosecond, 10 * TimeSpan.TicksPerHour].Select(t => t - (t % TimeSpan.TicksPerMicrosecond)),
        Gen.Frequency((30, Gen.Int[1, 6]), (4, Gen.Int[40, 70])),
        Gen.Int[0, 1_000_000],
        (writer, wait, records, seed) => new MadeChange(writer, wait, records, seed));

    private static Gen<IReadOnlyList<T>> Some<T>(T[] of) =>
        Gen.Frequency(
            (5, Gen.Const<IReadOnlyList<T>>([])), (2, Generated.OneOf(of).List[1, 2].Select(l => (IReadOnlyList<T>)[.. l.Distinct()])));

    private static ChangeSet Add(DefenseCoopContext db, ChangeSet last, MadeChange made, DateTime at)
    {
        var writer = Writers[made.Writer];
        var change = new ChangeSet
        {
            Id = last.Id + 1,
            At = at,
            AccountId = writer.Account,
            Person = writer.Name,
            Why = made.Seed % 3 == 0 ? null : $"Reason {made.Seed}",
            PreviousHash = last.Hash,
            Hash = Convert.ToHexString(BitConverter.GetBytes(last.Id + 1)).PadLeft(ChangeSet.HashLength, 'A'),
        };
        var random = new Random(made.Seed);
        var count = last.Id == 150 ? Huge : made.Records;
        var codes = new HashSet<(RecordKind, string)>();
        while (change.Records.Count < count)
        {
            var record = Record(random, change.Records.Count);
            if (codes.Add((record.Kind, record.Subject)) || count > 30) change.Records.Add(record);
        }

        db.Add(change);
        return change;
    }

    private static RecordChange Record(Random random, int number)
    {
        var kind = (RecordKind)random.Next(Enum.GetValues<RecordKind>().Length);
        var owner = random.Next(Initiatives.Length);
        var belongs = kind is RecordKind.Initiative
            or RecordKind.Milestone or RecordKind.Indicator or RecordKind.Reading or RecordKind.Contribution;
        return new RecordChange
        {
            Kind = kind,
            Subject = kind switch
            {
                RecordKind.Initiative => Initiatives[owner],
                RecordKind.Milestone => $"{Initiatives[owner]}-M{random.Next(4)}",
                RecordKind.Reading => $"{Initiatives[owner]}-I0-R{random.Next(4)}",
                _ => $"{kind}-{random.Next(5)}",
            },
            Title = $"Record {number}",
            InitiativeCode = belongs ? Initiatives[owner] : null,
            CategorySlug = belongs ? Categories[owner % Categories.Length] : null,
            FocusAreaSlug = kind is RecordKind.Objective or RecordKind.Outcome or RecordKind.FocusArea or RecordKind.Contribution
                ? "cybersecurity"
                : null,
            Action = (ChangeAction)random.Next(3),
        };
    }

    private sealed record MadeChange(int Writer, long Wait, int Records, int Seed);
}

using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

/// <summary>The starter data with two editors, two managers and a reader, and drafts as many as are asked for.</summary>
public sealed class AssessmentStage : IAsyncLifetime
{
    private readonly Queue<string> _drafts = new();
    private ReportingPeriod? _opened;
    private PeopleDatabase _people = null!;

    public Actor Ann { get; private set; }

    public Actor Bo { get; private set; }

    /// <summary>A manager who writes nothing.</summary>
    public Actor Mia { get; private set; }

    /// <summary>A manager who is an editor, too.</summary>
    public Actor Max { get; private set; }

    public Actor Rita { get; private set; }

    public AssessmentCommands Commands => Get<AssessmentCommands>();

    public AssessmentQueries Queries => Get<AssessmentQueries>();

    public string Path => _people.Path;

    public FixedClock Clock => _people.Clock;

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _people = await PeopleDatabase.CreateAsync();
        Ann = await PersonAsync("Ann", Roles.Editor);
        Bo = await PersonAsync("Bo", Roles.Editor);
        Mia = await PersonAsync("Mia", Roles.Manager);
        Max = await PersonAsync("Max", Roles.Manager | Roles.Editor);
        Rita = await PersonAsync("Rita", Roles.Reader);
    }

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    public T Get<T>() where T : notnull => _people.Get<T>();

    public DefenseCoopContext NewContext() => _people.NewContext();

    public async Task<Actor> PersonAsync(string name, Roles roles) =>
        await _people.SignInAsync(await _people.AddAsync(name, roles, hasPassword: false));

    /// <summary>Code of a draft that nobody has touched.</summary>
    public async Task<string> DraftAsync()
    {
        if (_drafts.Count == 0)
        {
            _opened = _opened is { } last ? last.Previous : ReportingPeriod.Of(Today, PeriodLength.Quarter);
            await Get<PeriodCommands>().OpenAsync(Mia, _opened.Value.Code, null, null, Ct);
            await using var db = NewContext();
            foreach (var code in await db.Assessments.Where(a => a.Period == _opened.Value.Code)
                .OrderBy(a => a.Id).Select(a => a.Code).ToListAsync(Ct))
            {
                _drafts.Enqueue(code);
            }
        }

        return _drafts.Dequeue();
    }

    /// <summary>A draft with everything that a submission takes, written by Ann.</summary>
    public async Task<string> WrittenAsync(params (string Name, string Value)[] more)
    {
        var code = await DraftAsync();
        await WriteAsync(Ann, code, [.. await ContentAsync(code), .. more]);
        return code;
    }

    public async Task<string> SubmittedAsync(params (string Name, string Value)[] more)
    {
        var code = await WrittenAsync(more);
        var result = await Commands.SubmitAsync(Ann, code, null, Ct);
        Assert.Empty(result.Problems);
        return code;
    }

    public async Task<string> PublishedAsync(params (string Name, string Value)[] more)
    {
        var code = await SubmittedAsync(more);
        await Commands.PublishAsync(Mia, code, Ct);
        return code;
    }

    /// <summary>A draft in the state.</summary>
    public async Task<string> InStateAsync(AssessmentState state)
    {
        switch (state)
        {
            case AssessmentState.Draft:
                return await WrittenAsync();
            case AssessmentState.Submitted:
                return await SubmittedAsync();
            case AssessmentState.Published:
                return await PublishedAsync();
            default:
                var code = await SubmittedAsync();
                await Commands.ReturnAsync(Mia, code, [new CommentInput("", "Say more.")], Ct);
                return code;
        }
    }

    /// <summary>Types into fields that nobody else is typing in.</summary>
    public async Task<SyncResult> WriteAsync(Actor actor, string code, params (string Name, string Value)[] values)
    {
        var view = await ViewAsync(actor, code);
        var changes = values.GroupBy(v => v.Name)
            .Select(g => new FieldChange(g.Key, view.Fields.TryGetValue(g.Key, out var field) ? field.Value : "", g.Last().Value))
            .ToList();
        var result = await Commands.SyncAsync(actor, code, view.Version, null, changes, Ct);
        Assert.All(result.Results, r => Assert.Equal(FieldOutcome.Saved, r.Outcome));
        return result;
    }

    public async Task<AssessmentView> ViewAsync(Actor actor, string code)
    {
        var (slug, period, revision) = await PlaceAsync(code);
        var view = await Queries.FindAsync(actor, slug, period, revision, Today, Ct);
        Assert.NotNull(view);
        return view;
    }

    public async Task<(string Slug, string Period, int Revision)> PlaceAsync(string code)
    {
        await using var db = NewContext();
        var place = await db.Assessments.Where(a => a.Code == code)
            .Select(a => new { a.FocusArea.Slug, a.Period, a.Revision })
            .SingleAsync(Ct);
        return (place.Slug, place.Period, place.Revision);
    }

    public async Task<Assessment> StoredAsync(string code)
    {
        await using var db = NewContext();
        return await db.Assessments.AsNoTracking().Include(a => a.FocusArea).Include(a => a.Actions)
            .Include(a => a.Objectives).Include(a => a.Comments).SingleAsync(a => a.Code == code, Ct);
    }

    private async Task<IEnumerable<(string Name, string Value)>> ContentAsync(string code)
    {
        var view = await ViewAsync(Ann, code);
        return
        [
            (TextPartNames.Judgement, view.Evidence.Status.ToString()),
            (TextPartNames.Confidence, "Medium"),
            (TextPartNames.Decision, "Continue"),
            (TextPartNames.Progress, "Work went on as planned."),
            .. view.Objectives.Select(o => (TextPartNames.Objective(o.Code), o.Computed.ToString())),
        ];
    }
}

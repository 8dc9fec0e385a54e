using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.People;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>The starter data with two editors, and short ways to use forms.</summary>
public sealed class EditStage : IAsyncLifetime
{
    private PeopleDatabase _people = null!;

    public Actor Ann { get; private set; }

    public Actor Bo { get; private set; }

    /// <summary>An administrator, who edits what all initiatives share, and no evidence.</summary>
    public Actor Ada { get; private set; }

    public EditQueries Queries => Get<EditQueries>();

    public EditCommands Commands => Get<EditCommands>();

    public DraftCommands Drafts => Get<DraftCommands>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _people = await PeopleDatabase.CreateAsync();
        Ann = await _people.SignInAsync(await _people.AddAsync("Ann", Roles.Editor, hasPassword: false));
        Bo = await _people.SignInAsync(await _people.AddAsync("Bo", Roles.Editor, hasPassword: false));
        Ada = await _people.SignInAsync(await _people.AddAsync("Ada", Roles.Administrator, hasPassword: false));
    }

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    public T Get<T>() where T : notnull => _people.Get<T>();

    public DefenseCoopContext NewContext() => _people.NewContext();

    /// <summary>Somebody who may fill in a form.</summary>
    public Actor WhoMay(string form) => FormRights.Of(form) == Right.RecordEvidence ? Ann : Ada;

    /// <summary>Signs a person in with the roles.</summary>
    public async Task<Actor> SignInAsync(string name, Roles roles) =>
        await _people.SignInAsync(await _people.AddAsync(name, roles, hasPassword: false));

    /// <summary>A form that is there.</summary>
    public async Task<EditForm> OpenAsync(Actor actor, string form, string? code, string? of = null, long? restore = null)
    {
        var opened = await Queries.OpenAsync(actor, new FormKey(form, code, of), restore, Ct);
        Assert.NotNull(opened);
        return opened;
    }

    /// <summary>Opens a form, changes some fields, and sends it.</summary>
    public async Task<EditResult> SaveAsync(string form, string? code, string? of, params (string Field, string Text)[] changes) =>
        await SendAsync(WhoMay(form), await OpenAsync(WhoMay(form), form, code, of), changes);

    /// <summary>Sends a form that was opened before.</summary>
    public Task<EditResult> SendAsync(Actor actor, EditForm form, params (string Field, string Text)[] changes) =>
        Commands.SaveAsync(actor, new EditSubmission(form.Key, form.Base, With(form.Values, changes), null), Ct);

    /// <summary>What is stored under a form now.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StoredAsync(string form, string code) =>
        (await OpenAsync(WhoMay(form), form, code)).Stored;

    public static Dictionary<string, string> With(IReadOnlyDictionary<string, string> values, params (string Field, string Text)[] changes)
    {
        var changed = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var (field, text) in changes)
        {
            Assert.True(changed.ContainsKey(field), $"The form has no field {field}: it has {string.Join(", ", changed.Keys)}.");
            changed[field] = text;
        }

        return changed;
    }
}

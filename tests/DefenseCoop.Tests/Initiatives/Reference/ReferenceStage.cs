using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.Editing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Initiatives.Reference;

/// <summary>A database of the starter data with an administrator who edits its categories, organizations and sites.</summary>
public sealed class ReferenceStage : IAsyncLifetime
{
    public static DateOnly Today => GeneratedRegister.Today;

    public static DateOnly PastDay { get; } = new(2025, 6, 30);

    public EditStage Editing { get; } = new();

    /// <summary>One who is nothing else, and so may not record evidence.</summary>
    public Actor Administrator => Editing.Ada;

    public ReferenceQueries Reference => Editing.Get<ReferenceQueries>();

    public RegisterQueries Register => Editing.Get<RegisterQueries>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Editing.InitializeAsync();

    public ValueTask DisposeAsync() => Editing.DisposeAsync();

    public DefenseCoopContext NewContext() => Editing.NewContext();

    public Task<EditForm> OpenAsync(string form, string? code, long? restore = null) =>
        Editing.OpenAsync(Administrator, form, code, restore: restore);

    /// <summary>Opens a form, changes some fields, and sends it.</summary>
    public async Task<EditResult> SaveAsync(string form, string? code, params (string Field, string Text)[] changes) =>
        await Editing.SendAsync(Administrator, await OpenAsync(form, code), changes);

    /// <summary>The same for what is to be saved without anything to mend.</summary>
    public async Task<long> SavedAsync(string form, string? code, params (string Field, string Text)[] changes)
    {
        var result = await SaveAsync(form, code, changes);
        Assert.Equal([], result.Problems);
        return Assert.NotNull(result.ChangeSetId);
    }

    /// <summary>A new category of ours, and what is said of it otherwise.</summary>
    public Task<long> AddCategoryAsync(string slug, params (string Field, string Text)[] changes) =>
        SavedAsync(FormNames.Category, null, [.. NewCategory(slug).Where(n => changes.All(c => c.Field != n.Field)), .. changes]);

    public static (string Field, string Text)[] NewCategory(string slug) =>
        [("ShortName", slug), ("Name", "Space surveillance"), ("Text", "What it covers."), ("Provenance", "illustrative")];

    /// <summary>What is wrong with what is typed into a form, by field.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ProblemsAsync(
        string form, string? code, params (string Field, string Text)[] changes)
    {
        var result = await SaveAsync(form, code, changes);
        Assert.Null(result.ChangeSetId);
        return result.Problems.ToDictionary(p => p.Field, p => p.Message);
    }

    /// <summary>The leads of every initiative that the register of a day lists.</summary>
    public async Task<Dictionary<string, string>> LeadsAsync(DateOnly day) =>
        (await Register.ReadAsync(new RegisterQuery { Size = 200 }, day, Stop)).Rows.ToDictionary(r => r.Code, r => r.Leads);

    /// <summary>The codes of the sources that a record cites, in their order.</summary>
    public async Task<IReadOnlyList<string>> CitedAsync(SubjectKind kind, string code)
    {
        await using var db = NewContext();
        return await db.Citations.Where(c => c.Kind == kind && c.SubjectCode == code)
            .OrderBy(c => c.Position).Select(c => c.Source.Code).ToListAsync(Stop);
    }

    public async Task<Organization?> OrganizationAsync(string code)
    {
        await using var db = NewContext();
        return await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, Stop);
    }

    public async Task<Site?> SiteAsync(string code)
    {
        await using var db = NewContext();
        return await db.Sites.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, Stop);
    }

    public async Task<Category?> CategoryAsync(string slug)
    {
        await using var db = NewContext();
        return await db.Categories.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, Stop);
    }
}

using System.Linq.Expressions;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.History;

/// <summary>A row that is no record of its own for people: whatever happens to it is a change of the record that it is part of.</summary>
/// <param name="key">The property that names the record.</param>
public abstract class RecordPart(string key)
{
    public string Key => key;

    /// <summary>Under which name its facts are cited; null where nothing of it is.</summary>
    public SubjectKind? Cited { get; init; }

    /// <summary>How people call it where its facts are counted for a source: one, and several.</summary>
    public (string One, string Many) CitedWords { get; init; }

    /// <summary>Where all of the kind stand; null where nothing of it is cited.</summary>
    public Func<IRecordLoader, IQueryable<RecordPlace>>? Places { get; init; }

    public abstract Type Entity { get; }

    public abstract string? Code(object part);

    public abstract Task<object?> FindAsync(IRecordLoader loader, string wanted);

    /// <summary>The record that it is part of.</summary>
    public abstract Task<object> OwnerAsync(IRecordLoader loader, int id);
}

/// <inheritdoc/>
/// <param name="code">By which it is cited; null where nothing of it is.</param>
public sealed class RecordPart<T, TOwner>(string key, Expression<Func<T, string>>? code = null) : RecordPart(key)
    where T : class
    where TOwner : class
{
    private readonly Func<T, string>? _code = code?.Compile();

    public override Type Entity => typeof(T);

    public override string? Code(object part) => _code?.Invoke((T)part);

    public override Task<object?> FindAsync(IRecordLoader loader, string wanted) =>
        code is null ? Task.FromResult<object?>(null) : loader.ByCodeAsync(code, wanted);

    public override async Task<object> OwnerAsync(IRecordLoader loader, int id) => await loader.ByIdAsync<TOwner>(id);
}

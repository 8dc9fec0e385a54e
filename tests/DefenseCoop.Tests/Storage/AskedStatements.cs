using System.Collections.Concurrent;
using System.Data.Common;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseCoop.Tests.Storage;

/// <summary>Notes what is asked of a database, statement by statement.</summary>
internal sealed class AskedStatements : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Text, IReadOnlyList<object?> Values)> _asked = new();

    /// <summary>Lets it note what the contexts of these services ask.</summary>
    public void ListenIn(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteContext>((_, options) => options.AddInterceptors(this));

    /// <summary>Forgets what was asked until now.</summary>
    public void Clear() => _asked.Clear();

    /// <summary>How many statements have a text.</summary>
    /// <param name="text">Such as a table in its quotes.</param>
    /// <param name="value">One of the parameters; null for any.</param>
    public int Count(string text, object? value = null) =>
        _asked.Count(a => a.Text.Contains(text, StringComparison.Ordinal) && (value is null || a.Values.Contains(value)));

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        _asked.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => p.Value)]));
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));
}

using DefenseCoop.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Storage;

/// <summary>Failures as SQLite really reports them, and the words that people get.</summary>
public sealed class StorageFailureTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Path => _folder.File("a.db");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "INSERT INTO T SELECT randomblob(100000)",
        "The disk of the server is full. Nothing was changed. Tell the administrator, and try again when there is space.")]
    [InlineData("PRAGMA query_only = ON; DELETE FROM T", "The disk of the server cannot be written to. Nothing was changed.")]
    [InlineData("SELECT * FROM Nothing", null)]
    [InlineData("INSERT INTO T VALUES (NULL)", null)]
    public async Task Explain_WhatAStatementMet_IsSaidInWords(string sql, string? words) =>
        Assert.StartsWith(words ?? "none", StorageFailure.Explain(await FailAsync(sql)) ?? "none", StringComparison.Ordinal);

    [Fact]
    public async Task Explain_DatabaseOfAnotherWriter_IsBusy()
    {
        await FailAsync("SELECT * FROM Nothing");
        await using var other = await OpenAsync();
        await using var writing = other.BeginTransaction();

        var failure = await FailAsync("INSERT INTO T VALUES ('x')", timeout: 1);

        Assert.StartsWith("The database is busy", StorageFailure.Explain(failure), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_FileThatIsNoDatabase_IsDamaged()
    {
        await File.WriteAllTextAsync(Path, new string('x', 5000), Stop);

        var failure = await Assert.ThrowsAsync<SqliteException>(OpenAsync);

        Assert.StartsWith(
            "The database of the server is damaged",
            StorageFailure.Explain(new DbUpdateException("outer", failure)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_FolderThatIsGone_CannotBeOpened()
    {
        var failure = await Assert.ThrowsAsync<SqliteException>(
            () => new SqliteConnection($"Data Source={_folder.File("no/a.db")}").OpenAsync(Stop));

        Assert.StartsWith("The database of the server cannot be opened", StorageFailure.Explain(failure), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AnythingElse_IsNothingOfTheDisk() => Assert.Null(StorageFailure.Explain(new InvalidOperationException("x")));

    private async Task<Exception> FailAsync(string sql, int timeout = 30)
    {
        await using var connection = await OpenAsync();
        await using (var limit = connection.CreateCommand())
        {
            limit.CommandText = "PRAGMA max_page_count = 2";
            await limit.ExecuteScalarAsync(Stop);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = timeout;
        return await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync(Stop));
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE IF NOT EXISTS T (A TEXT NOT NULL)";
        await command.ExecuteNonQueryAsync(Stop);
        return connection;
    }
}

using System.Net;
using System.Text.Json;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

public sealed class HealthTests(WebApp healthy) : IClassFixture<WebApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_AfterTheStart_IsGoodAndNotCached(string path)
    {
        using var client = healthy.NewClient();

        using var answer = await client.GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("Healthy", await StatusAsync(answer));
    }

    [Theory]
    [InlineData("DELETE FROM FindingsDays", "findings")]
    [InlineData("UPDATE FindingsDays SET Day = '2026-11-20'", "findings")]
    [InlineData("DELETE FROM __EFMigrationsHistory", "migrations")]
    [InlineData("DROP TABLE FindingsDays", "cannot be read")]
    public async Task Ready_DatabaseUnfit_SaysSoWhileTheProcessLives(string sql, string word)
    {
        await using var app = new WebApp();
        using var client = app.NewClient();
        var factory = app.Services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>();
        await using (var db = await factory.CreateDbContextAsync(Stop)) await db.Database.ExecuteSqlRawAsync(sql, Stop);

        using var ready = await client.GetAsync("/health/ready", Stop);
        using var live = await client.GetAsync("/health/live", Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains(word, await ready.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task Ready_DatabaseFileGone_SaysSo()
    {
        await using var app = new WebApp();
        using var client = app.NewClient();
        File.Delete(app.Services.GetRequiredService<IDatabase>().Name);

        using var ready = await client.GetAsync("/health/ready", Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    private static async Task<string?> StatusAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return json.RootElement.GetProperty("status").GetString();
    }
}

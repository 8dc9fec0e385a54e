using AngleSharp.Html.Parser;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Xunit;

namespace DefenseCoop.Tests.People;

/// <summary>People for tests of a running product: written straight into its database, signed in by its own form.</summary>
internal static class TestPeople
{
    /// <summary>Of <see cref="PeopleDatabase.Password"/>; computed once, and at little cost.</summary>
    private static readonly Lazy<string> Hash = new(() =>
        new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }))
            .HashPassword(null!, PeopleDatabase.Password));

    /// <summary>Adds an account with the shared password.</summary>
    /// <param name="change">What else is to be said of it.</param>
    public static async Task<Account> AddAsync(
        IDbContextFactory<DefenseCoopContext> contexts, string name, string email, Roles roles, Action<Account>? change = null)
    {
        var account = new Account
        {
            DisplayName = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            Roles = roles,
            CreatedAt = Hosting.FixedClock.Start.UtcDateTime,
            SecurityStamp = email,
            PasswordHash = Hash.Value,
        };
        change?.Invoke(account);
        await using var db = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        db.Accounts.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return account;
    }

    /// <summary>Signs somebody in by the form on the page; the client, which keeps cookies, is theirs from then on.</summary>
    public static async Task SignInAsync(HttpClient client, string email)
    {
        var ct = TestContext.Current.CancellationToken;
        var address = new Uri(AccountUrls.SignInPath, UriKind.Relative);
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(address, ct));
        using var form = new FormUrlEncodedContent(
        [
            new("_handler", "sign-in"),
            new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            new("Input.Email", email),
            new("Input.Password", PeopleDatabase.Password),
        ]);
        using var answer = await client.PostAsync(address, form, ct);
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
    }
}

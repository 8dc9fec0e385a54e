using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Commands.Sending;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Editing.Refresh;
using DefenseCoop.Data.Editing.Undo;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.People.Profile;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseCoop.Data.Setup;

public static class PeopleServices
{
    /// <summary>PBKDF2 with HMAC-SHA-512; the number that OWASP's Password Storage Cheat Sheet asks for.</summary>
    private const int PasswordHashRounds = 210_000;

    /// <summary>
    /// Registers accounts, sessions and rights. It needs
    /// <see cref="DataServices.AddDefenseCoopData"/>, data protection and a log.
    /// </summary>
    public static IdentityBuilder AddDefenseCoopPeople(this IServiceCollection services, PeopleOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<RightsCheck>();
        services.AddSingleton<FormLedger>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<SessionKeeper>();
        services.AddSingleton<AttemptCounter>();
        services.AddSingleton<NobodysPassword>();
        services.AddSingleton<AuthenticatorCodes>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<LinkKeeper>();
        services.AddSingleton<ProviderAccounts>();
        services.AddSingleton<DemonstrationAccounts>();
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<AccountCommands>();
        services.AddSingleton<SystemQueries>();
        services.AddSingleton<SystemCommands>();
        services.AddSingleton<ReferenceQueries>();
        services.AddSingleton<EditQueries>();
        services.AddSingleton<EditCommands>();
        services.AddSingleton<UndoCommands>();
        services.AddSingleton<DraftQueries>();
        services.AddSingleton<DraftCommands>();
        services.AddSingleton<RefreshQueries>();
        services.AddSingleton<AssessmentQueries>();
        services.AddSingleton<AssessmentCommands>();
        services.AddSingleton<PeriodCommands>();
        services.AddSingleton<ActionCommands>();
        services.AddBoard();
        services.AddSingleton<ProfileQueries>();
        services.AddSingleton<ProfileCommands>();
        services.AddScoped<CredentialCommands>();

        // Identity takes its context from the scope.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<DefenseCoopContext>>().CreateDbContext());
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<IPasswordValidator<Account>>(provider => provider.GetRequiredService<PasswordRules>());
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordHashRounds);
        return services
            .AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.Tokens.AuthenticatorTokenProvider = TokenOptions.DefaultAuthenticatorProvider;
            })
            .AddUserStore<AccountStore>()
            .AddUserManager<AccountManager>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
    }
}

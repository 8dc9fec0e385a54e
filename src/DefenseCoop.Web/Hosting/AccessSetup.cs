using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Hosting.Addresses;
using DefenseCoop.Web.Hosting.Security;
using DefenseCoop.Web.Hosting.Sending;
using DefenseCoop.Web.People;
using DefenseCoop.Web.People.SignIn;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Shared.Clocks;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Identity;

namespace DefenseCoop.Web.Hosting;

/// <summary>Who is let in: accounts, cookies, rights, and the keys that protect them.</summary>
internal static class AccessSetup
{
    private static readonly TimeSpan SecondFactorTime = TimeSpan.FromMinutes(5);

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var settings = builder.Services.Settings();
        var (access, cookies) = (settings.Access, new CookieRules(settings));
        var isDevelopment = builder.Environment.IsDevelopment();
        builder.Services
            .AddDefenseCoopPeople(new PeopleOptions
            {
                AnonymousRead = access.AnonymousRead,
                LocalPasswords = access.LocalPasswords,
                MinimumPasswordLength = access.MinimumPasswordLength,
                Demonstration = isDevelopment,
            })
            .AddSignInManager<AccountSignIn>();
        builder.Services.AddSingleton<People.Administration.Installation.Attention>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<IUserClaimsPrincipalFactory<Account>, AccountPrincipals>();
        builder.Services.AddScoped<SessionCookieEvents>();
        builder.Services.AddScoped<ReaderZone>();
        var authentication = builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookies.Harden(cookie.Cookie, "DefenseCoop");
            cookie.ExpireTimeSpan = PeopleOptions.SessionTime;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = AccountUrls.SignInPath;
            cookie.ReturnUrlParameter = AccountUrls.ReturnUrl;
            cookie.EventsType = typeof(SessionCookieEvents);
        });
        authentication.AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie => Brief(cookie, "DefenseCoop.SecondFactor", cookies));
        authentication.AddCookie(IdentityConstants.ExternalScheme, cookie => Brief(cookie, "DefenseCoop.Provider", cookies));
        builder.Services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // The passkey stands for two factors, and is found without an e-mail address.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";

            // By default any origin does that the request itself names; subdomains could so use our passkeys.
            passkeys.ValidateOrigin = passkey =>
                ValueTask.FromResult(!passkey.CrossOrigin && Origins.IsOwn(passkey.Origin, passkey.HttpContext.Request));
        });
        authentication.AddProvider(access, cookies);
        builder.Services.AddAntiforgery(antiforgery =>
        {
            cookies.Harden(antiforgery.Cookie, "DefenseCoop.Form");
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            // The header policy is set in one place, for every answer.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddSingleton<IAuthorizationHandler, RightHandler>();
        builder.Services.AddAuthorizationBuilder().AddRights();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddKeys(access.KeyCertificate);
        builder.Services.AddSingleton<SetupOffer>();
    }

    public static void UseAccess(this WebApplication app)
    {
        // Named here, so that a page for a problem is found anew.
        app.UseRouting();
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            ReaderDay.Zone = ReaderZone.Of(context);
            return next(context);
        });
        app.UseReturnOfLargeForms();

        // After the person is known, before anything is done for them.
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseForgeryCheck();
    }

    /// <summary>Deletes or makes the demonstration accounts, and opens the door for the first administrator.</summary>
    public static async Task PrepareAccessAsync(this WebApplication app)
    {
        // Computed now: the first stranger's try must not take longer than a known person's.
        _ = app.Services.GetRequiredService<NobodysPassword>();
        await app.Services.GetRequiredService<DemonstrationAccounts>().PrepareAsync(CancellationToken.None);
        if (app.Services.GetRequiredService<AppSettings>().Access.KeyCertificate is null && !app.Environment.IsDevelopment())
        {
            app.Logger.LogWarning(
                "The keys that protect cookies and forms are stored in clear in the database: whoever reads the database can make "
                    + "cookies and read second-factor keys. Set Authentication:KeyCertificate:Path to a certificate that encrypts them");
        }
    }

    private static void AddRights(this AuthorizationBuilder authorization)
    {
        foreach (var row in Rights.Table)
        {
            authorization.AddPolicy(row.Right.ToString(), policy => policy.AddRequirements(new RightRequirement(row.Right)));
        }

        // Whatever says nothing of its own may be seen by readers only.
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new RightRequirement(Right.Read)).Build());
    }

    private static void AddKeys(this IServiceCollection services, KeyCertificateSettings? certificate)
    {
        var keys = services.AddDataProtection().SetApplicationName("DefenseCoop").PersistKeysToDbContext<DefenseCoopContext>()
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        if (certificate is null) return;
        try
        {
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(certificate.Path, certificate.Password));
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            throw new StartupException(
                $"The certificate {certificate.Path} (setting Authentication:KeyCertificate) cannot be read: "
                    + $"{e.Message} Check the file, which must hold the private key, and its password.",
                e);
        }
    }

    private static void Brief(
        Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions cookie, string name, CookieRules cookies)
    {
        cookies.Harden(cookie.Cookie, name);
        cookie.ExpireTimeSpan = SecondFactorTime;
        cookie.SlidingExpiration = false;
    }
}

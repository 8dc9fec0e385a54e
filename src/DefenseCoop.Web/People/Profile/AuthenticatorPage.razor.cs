using System.Text;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Profile;
using DefenseCoop.Web.People.SignIn;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace DefenseCoop.Web.People.Profile;

/// <summary>Sets up and removes the person's authenticator app, and shows recovery codes.</summary>
public sealed partial class AuthenticatorPage
{
    private const string Issuer = "DefenseCoop";
    private const int PixelsPerModule = 5;

    private ProfileView? _profile;
    private string? _key;
    private int _codesLeft;
    private IReadOnlyList<string>? _codes;

    [Inject]
    private ProfileQueries Profiles { get; set; } = null!;

    [Inject]
    private CredentialCommands Commands { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "confirm")]
    private CodeInput? Input { get; set; }

    /// <summary>The format of the apps: github.com/google/google-authenticator, wiki "Key Uri Format".</summary>
    private string Picture
    {
        get
        {
            var uri = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(_profile!.Email ?? _profile.Name)}?secret={_key}&issuer={Issuer}&digits=6&period=30";
            using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
            using var png = new PngByteQRCode(code);
            return $"data:image/png;base64,{Convert.ToBase64String(png.GetGraphic(PixelsPerModule))}";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new CodeInput();
        _profile = await Profiles.ReadAsync(Actor, Aborted);
        if (_profile.HasSecondFactor) _codesLeft = await Commands.RecoveryCodesLeftAsync(Actor, Aborted);

        // The key that the app was given stays through wrong codes; on a plain visit the person begins anew.
        else if (Sent == "confirm" && _profile.IsRecent) _key = await Commands.PendingAuthenticatorKeyAsync(Actor, Aborted);
    }

    private async Task BeginAsync() => await TryAsync(async () => _key = await Commands.NewAuthenticatorKeyAsync(Actor, Aborted));

    private async Task ConfirmAsync() =>
        await TryAsync(async () => _codes = await Commands.ConfirmAuthenticatorAsync(Actor, Input!.Code ?? "", Aborted));

    private async Task RenewAsync() => await TryAsync(async () => _codes = await Commands.NewRecoveryCodesAsync(Actor, Aborted));

    private async Task RemoveAsync()
    {
        if (await TryAsync(() => Commands.RemoveAuthenticatorAsync(Actor, Aborted))) GoTo(AccountUrls.Authenticator, "removed");
    }

    private static string InGroups(string key)
    {
        var text = new StringBuilder();
        foreach (var group in key.Chunk(4)) text.Append(text.Length == 0 ? "" : " ").Append(group);
        return text.ToString();
    }
}

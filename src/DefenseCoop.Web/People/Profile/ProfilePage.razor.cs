using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.People.Profile;
using DefenseCoop.Domain.Text;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.Profile;

/// <summary>The person's own account.</summary>
public sealed partial class ProfilePage
{
    private static readonly FieldOption[] Themes = [new("", "As the system"), new("light", "Light"), new("dark", "Dark")];

    /// <summary>The zones named after places; all others are old names of these.</summary>
    private static readonly FieldOption[] Zones =
    [
        new("", "As the browser"),
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
            .Order(FoldedText.Order).Select(id => new FieldOption(id, id)),
    ];

    private ProfileView? _profile;

    [Inject]
    private ProfileQueries Profiles { get; set; } = null!;

    [Inject]
    private ProfileCommands Commands { get; set; } = null!;

    [Inject]
    private AppSettings Settings { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "digest")]
    private string? Digest { get; set; }

    [SupplyParameterFromForm(FormName = "profile")]
    private ProfileInput? Input { get; set; }

    private string? DoneWords => Done switch
    {
        "saved" => "Saved.",
        "digest" => _profile!.WantsDigest ? "You get the daily e-mail again." : "You get no more e-mail about assessments.",
        "password" => "Your password was changed. Your other sessions have ended.",
        "welcome" => "Your password is set, and you are signed in.",
        "linked" => $"This account is yours: from now on you sign in with {Settings.Access.OpenIdConnect?.Name ?? "your provider"}.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        _profile = await Profiles.ReadAsync(Actor, Aborted);
        Input ??= new ProfileInput { Name = _profile.Name, Theme = _profile.Theme, TimeZone = _profile.TimeZone };
    }

    private string ReminderWords => (Settings.Mail, _profile!.WantsDigest) switch
    {
        (null, _) => "The board of assessments shows what waits for you. "
            + "This installation sends no e-mail; should it do so one day, what you choose here holds.",
        (_, true) => "While assessments wait for you, you are sent one e-mail a day that lists them.",
        _ => "The board of assessments shows what waits for you. You chose to get no e-mail about it.",
    };

    private async Task SwitchDigestAsync()
    {
        if (await TryAsync(() => Commands.SetDigestAsync(Actor, Digest == "on", Aborted))) GoTo(AccountUrls.Profile, "digest");
    }

    private async Task ChangeAsync()
    {
        if (await TryAsync(() => Commands.ChangeAsync(Actor, Input!.Name ?? "", Input.TimeZone, Input.Theme, Aborted)))
        {
            GoTo(AccountUrls.Profile, "saved");
        }
    }

    private sealed class ProfileInput
    {
        public string? Name { get; set; }

        public string? Theme { get; set; }

        public string? TimeZone { get; set; }
    }
}

using DefenseCoop.Data.People.Profile;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.Profile;

/// <summary>The person's own account.</summary>
public sealed partial class ProfilePage
{
    /// <summary>The zones named after places; all others are old names of these.</summary>
    private static readonly string[] Zones =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private ProfileView? _profile;

    [Inject]
    private ProfileQueries Profiles { get; set; } = null!;

    [Inject]
    private ProfileCommands Commands { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "profile")]
    private ProfileInput? Input { get; set; }

    private string? DoneWords => Done switch
    {
        "saved" => "Saved.",
        "password" => "Your password was changed. Your other sessions have ended.",
        "welcome" => "Your password is set, and you are signed in.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        _profile = await Profiles.ReadAsync(Actor, Aborted);
        Input ??= new ProfileInput { Name = _profile.Name, Theme = _profile.Theme, Language = _profile.Language, TimeZone = _profile.TimeZone };
    }

    private async Task ChangeAsync()
    {
        if (await TryAsync(() => Commands.ChangeAsync(Actor, Input!.Name ?? "", Input.Language, Input.TimeZone, Input.Theme, Aborted))) GoTo(AccountUrls.Profile, "saved");
    }

    private sealed class ProfileInput
    {
        public string? Name { get; set; }

        public string? Theme { get; set; }

        public string? Language { get; set; }

        public string? TimeZone { get; set; }
    }
}

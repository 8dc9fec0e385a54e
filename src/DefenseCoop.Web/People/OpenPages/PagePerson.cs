using System.Security.Claims;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Shared.Clocks;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;

namespace DefenseCoop.Web.People.OpenPages;

/// <summary>
/// The person before one open page. The framework leaves a page with the identity it was opened under for as long as it
/// is open; here the page follows what the database says.
/// </summary>
public sealed class PagePerson(
    AuthenticationStateProvider provider, OpenPages pages, ReaderZone zone, TimeProvider clock) : CircuitHandler
{
    private ClaimsPrincipal _user = new();
    private SignedInPerson? _shown;

    /// <summary>The session has ended: the page must go.</summary>
    public event Action? Ended;

    public Actor Actor => _user.Actor();

    /// <summary>When the person last did something on the page.</summary>
    public DateTimeOffset ActiveAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _user = (await provider.GetAuthenticationStateAsync()).User;
        ActiveAt = clock.GetUtcNow();
        pages.Add(this);
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        pages.Remove(this);
        return Task.CompletedTask;
    }

    /// <summary>After the end of the session nothing that comes from the browser has an effect.</summary>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) => context =>
        {
            if (EndedAt is not null) return Task.CompletedTask;
            if (ByPerson.IsNow) ActiveAt = clock.GetUtcNow();
            return next(context);
        };

    /// <summary>Shows the page to the person as the database knows them now; null when their session has ended.</summary>
    internal void Update(SignedInPerson? person)
    {
        if (EndedAt is not null) return;
        zone.Hold();
        if (person is null)
        {
            EndedAt = clock.GetUtcNow();
            Ended?.Invoke();
            return;
        }

        var isFirstLook = _shown is null && person.Roles == _user.Roles() && person.Name == _user.Identity?.Name;
        if (!isFirstLook && person != _shown)
        {
            _user = PersonClaims.Principal(person, IdentityConstants.ApplicationScheme);
            ((ServerAuthenticationStateProvider)provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(_user)));
        }

        _shown = person;
    }
}

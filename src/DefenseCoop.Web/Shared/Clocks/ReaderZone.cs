using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Storage;
using DefenseCoop.Web.People;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DefenseCoop.Web.Shared.Clocks;

/// <summary>The time zone of whoever reads a page: that of their profile, else the one that their browser names, else UTC.</summary>
public sealed class ReaderZone : CircuitHandler
{
    /// <summary>Set by app.js, so that the server knows the day of the reader before anything runs in the page.</summary>
    public const string Cookie = "time-zone";

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public void Use(string? id)
    {
        Zone = ReaderDay.Find(id) ?? TimeZoneInfo.Utc;
        Hold();
    }

    /// <summary>Whatever is rendered from here on is for this reader: an open page has no request that says whose it is.</summary>
    public void Hold() => ReaderDay.Zone = Zone;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) => context =>
        {
            Hold();
            return next(context);
        };

    public static TimeZoneInfo Of(HttpContext http) =>
        ReaderDay.Find(http.User.ChosenTimeZone())
        ?? ReaderDay.Find(http.Request.Cookies[Cookie] is { } named ? Uri.UnescapeDataString(named) : null)
        ?? TimeZoneInfo.Utc;
}

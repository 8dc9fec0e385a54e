using Microsoft.AspNetCore.SignalR;
using Microsoft.JSInterop;

namespace DefenseCoop.Web.People.OpenPages;

/// <summary>
/// Whether a message from a browser comes of something that its person did. An open page also answers by itself: that it
/// has rendered a change, that it is alive. A session that only does so is idle, and must end as such.
/// </summary>
public static class ByPerson
{
    /// <summary>How the framework hands over what is done on a page.</summary>
    private const string Event = "DispatchEventAsync";

    private static readonly AsyncLocal<bool> Is = new();

    /// <summary>Of the message that is being handled.</summary>
    public static bool IsNow => Is.Value;

    /// <summary>What connection.js asks for now and then, to learn whether the page still lives.</summary>
    [JSInvokable]
    public static bool Beat() => true;

    internal static void Note(HubInvocationContext invocation) => Is.Value = invocation.HubMethodName switch
    {
        "OnLocationChanged" or "OnLocationChanging" => true,
        "BeginInvokeDotNetFromJS" => invocation.HubMethodArguments is [_, _, Event, ..],
        _ => false,
    };
}

using DefenseCoop.Data.Commands;
using Microsoft.AspNetCore.SignalR;

namespace DefenseCoop.Web.People.OpenPages;

/// <summary>
/// Stands before every message from a browser to its page. It bounds the connections of a person, and refuses to
/// connect a page to anybody but the one who opened it: the framework would go on with the page under the new identity
/// (dotnet/aspnetcore#65272).
/// </summary>
internal sealed class ConnectionFilter(OpenPages pages, SecurityLog log) : IHubFilter
{
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (pages.TryAdd(context.Context))
        {
            await next(context);
            return;
        }

        log.Warning("TooManyPages", context.Context.User?.Actor().AccountId);
        pages.Remove(context.Context);
        context.Context.Abort();
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        pages.Remove(context.Context);
        await next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        switch (invocation.HubMethodName)
        {
            case "StartCircuit":
                var secret = await next(invocation);
                if (secret is string started) pages.Own(invocation.Context, started);
                return secret;
            case "ConnectCircuit" when !IsOwner(invocation):
                log.Warning("PageOfAnother", invocation.Context.User?.Actor().AccountId);
                return false;
            case "ConnectCircuit":
                var connected = await next(invocation);
                if (connected is true) pages.Own(invocation.Context, (string)invocation.HubMethodArguments[0]!);
                return connected;
            case "ResumeCircuit":
                // Nothing is kept to resume from; the browser loads the page anew.
                return null;
            default:
                ByPerson.Note(invocation);
                return await next(invocation);
        }
    }

    private bool IsOwner(HubInvocationContext invocation) =>
        invocation.HubMethodArguments is [string secret, ..] && pages.IsOwner(invocation.Context, secret);
}

using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Web.Shared.Forms;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.Shared;

/// <summary>How it is answered that something was not done: the one place that knows status, field and words of it.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Field">Name of the field that it is about; empty for the form as a whole.</param>
/// <param name="Words">For the person who asked.</param>
public sealed record Refusal(int Status, string Field, string Words)
{
    /// <summary>Whether the person may do it once they have signed in again.</summary>
    public bool AsksToSignIn { get; private init; }

    /// <summary>What failed on the disk or in the database file, of which the administrator has to know.</summary>
    private Exception? Failure { get; init; }

    /// <returns>Null for what nobody refused: a mistake of the program.</returns>
    public static Refusal? Of(Exception thrown) => thrown switch
    {
        InvalidInputException e => new(StatusCodes.Status422UnprocessableEntity, e.Field, e.Message),
        SignInAgainException e => new(StatusCodes.Status403Forbidden, e.Field, e.Message) { AsksToSignIn = true },
        NotAllowedException e => new(StatusCodes.Status403Forbidden, e.Field, e.Message),
        RecordGoneException e => new(StatusCodes.Status410Gone, e.Field, e.Message),
        ConflictException e => new(StatusCodes.Status409Conflict, e.Field, e.Message),
        _ when StorageFailure.Explain(thrown) is { } words => new(StatusCodes.Status503ServiceUnavailable, "", words) { Failure = thrown },
        _ => null,
    };

    /// <summary>Answers a form that was sent: what is wrong stands beside its fields, and what was entered stays in them.</summary>
    /// <param name="http">The request with the form.</param>
    /// <param name="errors">Those of the form.</param>
    /// <param name="field">Where it stands, if the form calls the field by another name.</param>
    public void ShowIn(HttpContext http, FormErrors errors, string? field = null)
    {
        Log(http);
        http.Response.StatusCode = Status;
        errors.Add(Field.Length == 0 ? "" : field ?? Field, Failure is null ? Words : $"{Words} What you entered is still here.");
    }

    /// <summary>Answers a program or a script (problem+json, RFC 9457).</summary>
    public IResult ToProblem()
    {
        var errors = Field.Length == 0 ? null : new Dictionary<string, string[]> { [Field] = [Words] };
        return HttpResults.Problem(Words, statusCode: Status, extensions: errors is null ? null : [new("errors", errors)]);
    }

    /// <summary>Lets an endpoint answer for a script with what its commands refuse.</summary>
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception e) when (Of(e) is { } refusal)
        {
            refusal.Log(call.HttpContext);
            return refusal.ToProblem();
        }
    }

    private void Log(HttpContext http)
    {
        if (Failure is null) return;
        var log = http.RequestServices.GetRequiredService<ILogger<Refusal>>();
        log.LogError(Failure, "What was asked for could not be done");
    }
}

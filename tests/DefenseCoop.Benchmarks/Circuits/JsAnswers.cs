using System.Globalization;

namespace DefenseCoop.Benchmarks.Circuits;

/// <summary>
/// What the browser would return to a JavaScript call of the server. Null does for nearly all of them; a module must
/// be an object, and a call whose .NET side expects a value type would throw on null and end the circuit.
/// </summary>
internal static class JsAnswers
{
    private const long ObjectReference = 1;

    private static readonly string[] s_yesOrNo = ["darkmode", "darktheme", "prefersdark", "matchmedia"];

    /// <param name="handle">The call's number, repeated in the answer and used as the number of a returned object.</param>
    /// <param name="identifier">The function called.</param>
    /// <param name="resultType">The server's JSCallResultType.</param>
    public static string For(long handle, string identifier, long resultType)
    {
        var number = handle.ToString(CultureInfo.InvariantCulture);
        var result = resultType == ObjectReference ? $$"""{"__jsObjectId":{{number}}}"""
            : s_yesOrNo.Any(part => identifier.Contains(part, StringComparison.OrdinalIgnoreCase)) ? "false"
            : "null";
        return $"[{number},true,{result}]";
    }
}

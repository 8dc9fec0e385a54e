namespace DefenseCoop.Web.Hosting.Security;

/// <summary>
/// Where one value of a form holds a null character, the framework refuses the form as a whole, and all that was typed
/// would be lost. It is read as the character that stands for one which cannot be written, so that the checks of the
/// field refuse it by name.
/// </summary>
internal static class NullCharacters
{
    private const byte Substitute = 0x1A;

    private static ReadOnlySpan<byte> Encoded => "%00"u8;

    private static ReadOnlySpan<byte> EncodedSubstitute => "%1A"u8;

    /// <summary>After the limit of size, as it holds the form; before anything reads it.</summary>
    public static void UseNullCharacters(this WebApplication app) => app.UseWhen(
        context => HttpMethods.IsPost(context.Request.Method) && context.Request.ContentType is { } type && type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase),
        forms => forms.Use(async (context, next) =>
        {
            var form = new MemoryStream();
            await context.Request.Body.CopyToAsync(form, context.RequestAborted);
            Replace(form.GetBuffer().AsSpan(0, (int)form.Length));
            form.Position = 0;
            context.Request.Body = form;
            await next(context);
        }));

    private static void Replace(Span<byte> form)
    {
        form.Replace((byte)0, Substitute);
        for (var rest = form; rest.IndexOf(Encoded) is var at and >= 0; rest = rest[at..]) EncodedSubstitute.CopyTo(rest[at..]);
    }
}

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

    public static void Replace(Span<byte> form)
    {
        form.Replace((byte)0, Substitute);
        for (var rest = form; rest.IndexOf(Encoded) is var at and >= 0; rest = rest[at..]) EncodedSubstitute.CopyTo(rest[at..]);
    }
}

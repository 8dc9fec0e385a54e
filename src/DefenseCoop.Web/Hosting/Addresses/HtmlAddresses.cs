using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace DefenseCoop.Web.Hosting.Addresses;

/// <summary>
/// Puts the path beneath which the program is served in front of every address in the HTML that it answers with, whatever
/// wrote it. By convention a data attribute that begins with a slash is an address, too: scripts send requests there.
/// </summary>
public static partial class HtmlAddresses
{
    /// <summary>After what compresses, so that it sees the text.</summary>
    public static void UseHtmlAddresses(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.PathBase.HasValue,
        beneath => beneath.Use(async (context, next) =>
        {
            var response = context.Response;
            var body = response.Body;
            await using var html = new HeldHtml(response, body);
            response.Body = html;
            try
            {
                await next(context);
                await context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
                if (html.Text() is { } text)
                {
                    await body.WriteAsync(Encoding.UTF8.GetBytes(Rewrite(text, context.Request.PathBase)), context.RequestAborted);
                }
            }
            finally
            {
                response.Body = body;
            }
        }));

    /// <summary>In HTML as the program writes it a quotation mark stands around attributes only: in text it is encoded.</summary>
    public static string Rewrite(string html, PathString path) =>
        Attribute().Replace(html, m => m.Groups[1].Value + SitePath.Beneath(path, m.Groups[2].Value));

    [GeneratedRegex("""(\s(?:href|src|action|formaction|data-[a-z0-9-]+)=")(/[^"]*)""")]
    private static partial Regex Attribute();
}

/// <summary>Holds back HTML until it is whole, and lets everything else through as it comes.</summary>
internal sealed class HeldHtml(HttpResponse response, Stream inner) : Stream
{
    private readonly MemoryStream _html = new();
    private bool? _isHtml;

    public override bool CanRead => false;

    /// <summary>What is held back can still be taken back.</summary>
    public override bool CanSeek => _isHtml is true;

    public override bool CanWrite => true;

    public override long Length => _html.Length;

    public override long Position { get => _html.Position; set => _html.Position = value; }

    /// <returns>Null where it was no HTML.</returns>
    public string? Text() => _isHtml is true ? Encoding.UTF8.GetString(_html.GetBuffer().AsSpan(0, (int)_html.Length)) : null;

    public override void SetLength(long value)
    {
        _html.SetLength(value);
        if (value == 0) _isHtml = null;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (IsHtml()) _html.Write(buffer, offset, count);
        else inner.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!IsHtml()) return inner.WriteAsync(buffer, cancellationToken);
        _html.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
        if (!IsPage()) inner.Flush();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        IsPage() ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => _html.Seek(offset, origin);

    protected override void Dispose(bool disposing)
    {
        _html.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Settled by the first byte. The text will be of another length than was said.</summary>
    private bool IsHtml()
    {
        if (_isHtml is { } known) return known;
        _isHtml = IsPage();
        if (_isHtml is true) response.ContentLength = null;
        return _isHtml.Value;
    }

    private bool IsPage() => _isHtml ?? response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ?? false;
}

using Serilog.Core;
using Serilog.Events;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>
/// Writes control characters of what comes from outside as their codes, so that a path or a name cannot begin a line of
/// its own in the log, nor move the cursor of whoever reads it.
/// </summary>
internal sealed class ControlCharacters : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (value is ScalarValue { Value: string text } && text.Any(IsUnsafe)) logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(Escape(text))));
        }
    }

    private static string Escape(string text) => string.Concat(text.Select(c => IsUnsafe(c) ? $"\\u{(int)c:x4}" : c.ToString()));

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}

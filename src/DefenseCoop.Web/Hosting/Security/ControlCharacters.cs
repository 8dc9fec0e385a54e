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
            var clean = Clean(value);
            if (!ReferenceEquals(clean, value)) logEvent.AddOrUpdateProperty(new LogEventProperty(name, clean));
        }
    }

    private static LogEventPropertyValue Clean(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => text.Any(IsUnsafe) ? new ScalarValue(Escape(text)) : value,
        SequenceValue list => new SequenceValue(list.Elements.Select(Clean)),
        StructureValue parts =>
            new StructureValue(parts.Properties.Select(p => new LogEventProperty(p.Name, Clean(p.Value))), parts.TypeTag),
        DictionaryValue map =>
            new DictionaryValue(map.Elements.Select(e => KeyValuePair.Create((ScalarValue)Clean(e.Key), Clean(e.Value)))),
        _ => value,
    };

    private static string Escape(string text) => string.Concat(text.Select(c => IsUnsafe(c) ? $"\\u{(int)c:x4}" : c.ToString()));

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}

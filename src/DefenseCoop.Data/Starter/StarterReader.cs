using System.Text.Json;
using DefenseCoop.Data.Starter.Mapping;

namespace DefenseCoop.Data.Starter;

/// <summary>Reads a starter file and checks all of it before anything is written.</summary>
public static class StarterReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="StarterDataException">The file is missing, is no JSON, or has problems; each is named with its place.</exception>
    public static StarterContent Read(string path)
    {
        using var document = Parse(path);
        var draft = new StarterDraft();
        var sections = new StarterSections(document.RootElement, draft.Problems);
        if (sections.AreThere)
        {
            NoteMapping.Map(sections, draft);
            var references = ReferenceMapping.Map(sections, draft);
            var initiatives = InitiativeMapping.Map(sections, draft, references);
            ResultMapping.Map(sections, draft, initiatives);
            ScheduleMapping.Map(sections, draft, initiatives, references.Categories);
            SpendingMapping.Map(sections, draft);
            draft.CheckConsistency();
        }

        return draft.Problems.Count == 0 ? draft.Content : throw new StarterDataException(path, draft.Problems);
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            ReadOnlyMemory<byte> bytes = File.ReadAllBytes(path);
            if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
            return JsonDocument.Parse(bytes, Strict);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StarterDataException(path, "does not exist: put it there", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StarterDataException(path, $"cannot be read ({e.Message}): give this user the right to read it", e);
        }
        catch (JsonException e)
        {
            throw new StarterDataException(path, $"is no JSON ({e.Message.TrimEnd('.')}; lines count from 0): correct it", e);
        }
    }
}

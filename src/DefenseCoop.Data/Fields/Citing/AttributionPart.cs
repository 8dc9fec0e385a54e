using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Fields.Citing;

/// <summary>Of which fact a form asks where it comes from.</summary>
/// <param name="Prefix">Of the names of its fields; empty for the record's main fact.</param>
/// <param name="Kind">As which its sources are kept.</param>
/// <param name="Subject">Code under which its sources are kept.</param>
/// <param name="Read">What is known of where it comes from; null where the fact is not there.</param>
/// <param name="Write">Stores that.</param>
internal sealed record Origin<T>(
    string Prefix, SubjectKind Kind, Func<T, string> Subject, Func<T, Attribution?> Read, Action<T, Attribution> Write)
{
    /// <summary>What it is called in labels, such as "the start"; null for the record's only fact.</summary>
    public string? Of { get; init; }

    public Aspect Aspect { get; init; } = Aspect.Record;

    /// <summary>Whether there is a value; null for a fact that always has one.</summary>
    public Func<T, bool>? HasValue { get; init; }

    /// <summary>Names of the fields that make up the value: when they change, where it comes from is asked again.</summary>
    public IReadOnlyList<string> ValueFields { get; init; } = [];

    /// <summary>Whether a source that is added in place belongs to this fact.</summary>
    public Func<T, bool> IsMain { get; init; } = _ => false;

    /// <summary>Whether nothing is kept of it when it has no value.</summary>
    public bool GoesWithValue { get; init; }

    /// <summary>Whether the record is shown as ours while it has neither a value nor a source.</summary>
    public bool IsOursUnsourced { get; init; }

    /// <summary>What cannot be right of it with these sources, such as a day of which none of them can tell.</summary>
    public Func<T, IReadOnlyCollection<Source>, IEnumerable<Inconsistency>>? WithSources { get; init; }

    public bool HasNote { get; init; } = true;

    public bool HasDerivation { get; init; }

    /// <summary>Prefix of another fact, and what it is called, whose sources are often those of this one, too.</summary>
    public (string Prefix, string Words)? SameAs { get; init; }

    /// <summary>Whether the sources alone stand with the value, and all else about them is folded.</summary>
    public bool IsShort { get; init; }
}

/// <summary>Where one fact comes from: provenance, sources, how it was worked out, and a note.</summary>
internal sealed class AttributionPart<T> : FormPart<T>
{
    private const string Confirmed = "confirmed";
    private const string Derived = "derived";
    private const string Illustrative = "illustrative";
    private const string Unknown = "none";

    private readonly Origin<T> _origin;

    private AttributionPart(Origin<T> origin) => _origin = origin;

    private string ProvenanceField => _origin.Prefix + "Provenance";

    private string SourcesField => _origin.Prefix + "Sources";

    private string DerivationField => _origin.Prefix + "Derivation";

    private string NoteField => _origin.Prefix + "Note";

    public static AttributionPart<T> Of(Origin<T> origin, string group, bool isFolded, PartUse use)
    {
        var of = origin.Of is { } words ? $" of {words}" : "";
        List<FieldSpec> specs =
        [
            new(origin.Prefix + "Provenance", origin.Of is { } fact ? $"Where {fact} comes from" : "Where it comes from", FieldKind.Choice)
            {
                Required = true,
                IsProvenance = true,
                Usual = [Confirmed, Unknown],
                Options =
                [
                    new(Confirmed, "A public text says so"),
                    new(Derived, "Worked out by us from a public text"),
                    new(Illustrative, "Ours, illustrative"),
                    .. origin.HasValue is null ? Array.Empty<FieldOption>() : [new FieldOption(Unknown, "Not known")],
                ],
            },
            new(origin.Prefix + "Sources", $"Sources{of}", FieldKind.Sources)
            {
                Help = "Which public texts say so.",
                SameAs = origin.SameAs is { } other ? new(other.Prefix + "Sources", $"Same sources as {other.Words}") : null,
            },
        ];
        if (origin.HasDerivation)
        {
            specs.Add(new(origin.Prefix + "Derivation", $"How {origin.Of ?? "it"} was worked out", FieldKind.Line)
            {
                MaxLength = Attribution.MaxDerivation, Help = "Such as 15+6. Only for what we worked out.",
            });
        }

        if (origin.HasNote)
        {
            specs.Add(new(origin.Prefix + "Note", $"Note on the sources{of}", FieldKind.Paragraph)
            {
                MaxLength = Attribution.MaxNote, Help = "What a reader should know of where it comes from.",
            });
        }

        return new AttributionPart<T>(origin)
        {
            Fields = [.. specs.Select(s => new FormField(origin.IsShort && s.Kind != FieldKind.Sources
                ? s with { Group = FieldList<T>.MoreGroup, IsFolded = true }
                : s with { Group = group, IsFolded = isFolded }))],
            Use = use,
        };
    }

    public override bool IsTouched(FormInput input) =>
        base.IsTouched(input) || _origin.ValueFields.Any(input.IsChanged) || (input.NewSource is not null && !input.IsNewSourceCited);

    public override void Read(T record, FormScope scope, IDictionary<string, string> values)
    {
        var known = _origin.Read(record);
        values[ProvenanceField] = known switch
        {
            { Provenance: Provenance.Confirmed, IsDerived: true } => Derived,
            { Provenance: Provenance.Confirmed } => Confirmed,
            { Provenance: Provenance.Illustrative } => Illustrative,
            _ => Unknown,
        };
        values[SourcesField] = FieldText.Lines(
            scope.Citations(_origin.Kind, _origin.Subject(record), _origin.Aspect).Select(c => c.Source.Code));
        if (_origin.HasDerivation) values[DerivationField] = known?.Derivation ?? "";
        if (_origin.HasNote) values[NoteField] = known?.Note ?? "";
    }

    public override async Task WriteAsync(T record, FormInput input, FormScope scope)
    {
        var hasValue = _origin.HasValue?.Invoke(record) ?? true;
        var subject = _origin.Subject(record);
        var cited = input.IsNew ? [] : scope.Citations(_origin.Kind, subject, _origin.Aspect);
        if (!hasValue && _origin.GoesWithValue)
        {
            scope.Db.RemoveRange(cited);
            return;
        }

        var chosen = await CitedSources.ChosenAsync(SourcesField, _origin.IsMain(record), input, scope);
        var choice = input.Text(ProvenanceField).Trim();
        if (hasValue) Require(input, choice, chosen);
        var (derivation, note) = await WordsAsync(input, choice);
        if (Fields.Any(f => input.HasProblem(f.Name))) return;

        var before = input.IsNew ? null : _origin.Read(record);
        var cites = chosen.Count == cited.Count && cited.All(c => chosen.Contains(c.Source));
        var provenance = !hasValue ? Unvalued(cites ? before : null, chosen)
            : choice == Unknown ? Provenance.None
            : choice == Illustrative ? Provenance.Illustrative
            : Provenance.Confirmed;
        var isAsBefore = before?.Provenance == provenance && cites;
        _origin.Write(record, new Attribution
        {
            Provenance = provenance,
            NeedsPrimaryCheck = isAsBefore
                ? before!.NeedsPrimaryCheck
                : provenance == Provenance.Confirmed && chosen.All(s => s.Tier == SourceTier.Secondary),
            IsDerived = provenance == Provenance.Confirmed && choice == Derived,
            Derivation = _origin.HasDerivation ? derivation : isAsBefore ? before!.Derivation : null,
            Note = _origin.HasNote ? note : before?.Note,
        });
        // A source that is not right yet may be the one that tells of it.
        if (!NewSourcePart.HasProblem(input))
        {
            foreach (var found in _origin.WithSources?.Invoke(record, chosen) ?? []) input.Refuse(found);
        }

        scope.Db.RemoveRange(cited.Where(c => !chosen.Contains(c.Source)));
        CitedSources.Cite(scope, _origin.Kind, subject, _origin.Aspect, cited, chosen);
    }

    /// <summary>Of a record that stands while its value is not known.</summary>
    /// <param name="before">What was known of where it comes from, if it still rests on the same sources.</param>
    /// <param name="chosen">Its sources.</param>
    private Provenance Unvalued(Attribution? before, List<Source> chosen) =>
        !_origin.IsOursUnsourced || chosen.Count > 0 || before?.Provenance == Provenance.None ? Provenance.None : Provenance.Illustrative;

    private void Require(FormInput input, string choice, List<Source> chosen)
    {
        var what = _origin.Of ?? "it";
        switch (choice)
        {
            case Confirmed or Derived when !input.HasProblem(SourcesField):
                foreach (var found in AttributionConsistency.Of(Provenance.Confirmed, chosen.Count))
                {
                    input.Refuse(SourcesField, found.Words);
                }
                break;
            case Confirmed or Derived or Illustrative:
                break;
            case Unknown or "":
                input.Refuse(ProvenanceField, $"There is a value, so say where {what} comes from: a public text, or ours.");
                break;
            default:
                input.Refuse(ProvenanceField, $"{FieldText.Quote(choice)} is none of the choices: choose one of the list.");
                break;
        }
    }

    private async Task<(string? Derivation, string? Note)> WordsAsync(FormInput input, string choice)
    {
        string? derivation = null;
        string? note = null;
        if (_origin.HasDerivation)
        {
            await input.TryAsync(DerivationField, () =>
            {
                derivation = Domain.Guard.OptionalLine(
                    input.Text(DerivationField), Attribution.MaxDerivation, DerivationField, "The derivation");
                return derivation is null || choice == Derived
                    ? Task.CompletedTask
                    : throw new InvalidInputException(
                        "This says how it was worked out: choose “Worked out by us from a public text” above, or leave this empty.");
            });
        }

        if (_origin.HasNote)
        {
            await input.TryAsync(NoteField, () =>
            {
                note = Domain.Guard.OptionalParagraph(input.Text(NoteField), Attribution.MaxNote, NoteField, "The note");
                return Task.CompletedTask;
            });
        }

        return (derivation, note);
    }
}

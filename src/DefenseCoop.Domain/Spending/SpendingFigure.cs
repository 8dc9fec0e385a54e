using System.Globalization;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Spending;

/// <summary>Defense expenditure of one country in one year, by measure and vintage. Vintages are never joined.</summary>
public sealed class SpendingFigure
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<SpendingFigure>(
        RecordKind.SpendingFigure, "spending figure", f => f.Code,
        f => string.Create(CultureInfo.InvariantCulture, $"{SpendingWords.Series(f.Country, f.Measure)}, {f.Year}"))
    {
        Cited = SubjectKind.SpendingFigure,
        CitedWords = ("figure of spending", "figures of spending"),
        Pages = RecordPages.FocusArea,
        Places = rows => rows.Rows<SpendingFigure>().Select(f => new RecordPlace { Code = f.Code, Area = f.FocusAreaSlug }),
    };

    public const int MaxCode = 60;
    public const int MaxCountry = 10;
    public const int MaxMeasure = 60;
    public const int MaxUnit = 50;
    public const int MaxVintage = 100;
    public const int MaxKindWording = Reading.MaxKindWording;

    public int Id { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "spending code"); } = "";

    /// <summary>Slug of the focus area on whose page it stands.</summary>
    public string FocusAreaSlug { get; private init => field = Guard.Text(value, FocusArea.MaxSlug, "focus area"); } = "";

    /// <summary>ISO 3166 code.</summary>
    public string Country { get; private set => field = Guard.Text(value, MaxCountry, "spending country"); } = "";

    /// <summary>What is measured, such as <c>pct_gdp</c>.</summary>
    public string Measure { get; private set => field = Guard.Text(value, MaxMeasure, "spending measure"); } = "";

    public string Unit { get; private set => field = Guard.Text(value, MaxUnit, "spending unit"); } = "";

    public int Year
    {
        get;
        private set =>
            field = value is >= 1900 and <= 2200
                ? value
                : throw new InvalidInputException(nameof(Year), $"spending year {value} is out of range: use 1900 to 2200.");
    }

    /// <summary>The last day of its year, from which it speaks of what was spent.</summary>
    public DateOnly LastDay => new(Year, 12, 31);

    public decimal Value { get; private set => field = Guard.Value(value, "spending value"); }

    public ReadingKind Kind { get; private set; }

    public string KindWording { get; private set => field = Guard.Text(value, MaxKindWording, "spending kind"); } = "";

    /// <summary>The edition of the table; null where the table is given once.</summary>
    public string? Vintage { get; private set => field = Guard.OptionalText(value, MaxVintage, "spending vintage"); }

    public int Position { get; private set; }

    public Attribution Attribution { get; private set; } = null!;

    private SpendingFigure()
    {
    }

    /// <param name="code">One among all figures.</param>
    /// <param name="focusArea">Slug of the focus area on whose page it stands.</param>
    /// <param name="country">Its ISO 3166 code.</param>
    /// <param name="year">For which it was spent.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="unit">In which it is given.</param>
    /// <param name="value">In that unit.</param>
    /// <param name="kind">What the figure is.</param>
    /// <param name="wording">The source's own word for the kind.</param>
    /// <param name="attribution">Where it comes from.</param>
    /// <param name="position">Among all figures.</param>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static SpendingFigure Create(
        string code, string focusArea, string country, int year, string measure, string unit, decimal value,
        ReadingKind kind, string wording, Attribution attribution, int position = 0) => new()
    {
        Code = code,
        FocusAreaSlug = focusArea,
        Country = country,
        Measure = measure,
        Unit = unit,
        Year = year,
        Value = value,
        Kind = kind,
        KindWording = wording,
        Attribution = attribution,
        Position = position,
    };

    public void BelongTo(string country) => Country = country;

    public void Date(int year) => Year = year;

    public void MeasureBy(string measure) => Measure = measure;

    public void MeasureIn(string unit) => Unit = unit;

    public void Revise(decimal value) => Value = value;

    public void Classify(ReadingKind kind, string wording) => (KindWording, Kind) = (wording, kind);

    public void DrawFrom(string? vintage) => Vintage = vintage;

    public void Attribute(Attribution attribution) => Attribution = attribution;
}

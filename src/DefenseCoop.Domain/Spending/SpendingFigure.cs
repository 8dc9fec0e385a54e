using System.Globalization;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Spending;

/// <summary>Defense expenditure of one country in one year, by measure and vintage. Vintages are never joined.</summary>
public sealed class SpendingFigure
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<SpendingFigure>(
        RecordKind.SpendingFigure, "spending figure", f => f.Code, f => string.Create(CultureInfo.InvariantCulture, $"{f.Country}, {f.Measure}, {f.Year}"))
    {
        Cited = SubjectKind.SpendingFigure,
    };

    /// <summary>Slug of the focus area on whose page all figures stand, until spending has a page of its own.</summary>
    public const string FocusArea = "defense-spending";

    public const int MaxCode = 60;
    public const int MaxCountry = 10;
    public const int MaxMeasure = 60;
    public const int MaxUnit = 50;
    public const int MaxVintage = 100;
    public const int MaxKindWording = Reading.MaxKindWording;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "spending code"); }

    /// <summary>ISO 3166 code.</summary>
    public required string Country { get; set => field = Guard.Text(value, MaxCountry, "spending country"); }

    /// <summary>What is measured, such as <c>pct_gdp</c>.</summary>
    public required string Measure { get; set => field = Guard.Text(value, MaxMeasure, "spending measure"); }

    public required string Unit { get; set => field = Guard.Text(value, MaxUnit, "spending unit"); }

    public required int Year
    {
        get;
        set => field = value is >= 1900 and <= 2200 ? value : throw new InvalidInputException(nameof(Year), $"spending year {value} is out of range: use 1900 to 2200.");
    }

    /// <summary>The last day of its year, from which it speaks of what was spent.</summary>
    public DateOnly LastDay => new(Year, 12, 31);

    public required decimal Value { get; set => field = Guard.Value(value, "spending value"); }

    public required ReadingKind Kind { get; set; }

    public required string KindWording { get; set => field = Guard.Text(value, MaxKindWording, "spending kind"); }

    /// <summary>The edition of the table; null where the table is given once.</summary>
    public string? Vintage { get; set => field = Guard.OptionalText(value, MaxVintage, "spending vintage"); }

    public int Position { get; set; }

    public required Attribution Attribution { get; set; }
}

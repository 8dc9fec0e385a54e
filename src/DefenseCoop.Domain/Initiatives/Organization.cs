using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>A body that leads or takes part in initiatives.</summary>
public sealed class Organization
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Organization>(
        RecordKind.Organization, "organization", o => o.Code, o => o.Name)
    {
        Cited = SubjectKind.Organization,
        Pages = RecordPages.Register | RecordPages.Initiative,
        Places = rows => rows.Rows<Initiative>().OrderBy(i => i.Id)
            .SelectMany(i => i.Participations, (i, p) => new RecordPlace { Code = p.Organization.Code, Initiative = i.Code }),
        NamedIn = (rows, code) => rows.Rows<Initiative>()
            .Where(i => i.Participations.Any(p => p.Organization.Code == code)).Select(i => i.Code),
    };

    public const int MaxCode = 30;
    public const int MaxName = 150;
    public const int MaxAbbreviation = 30;
    public const int MaxCountry = 10;
    public const int MaxKind = 80;

    private string _name = "";
    private string? _localName;
    private string? _abbreviation;
    private string _country = "";
    private string _kind = "";
    private Attribution _attribution = null!;

    public int Id { get; private set; }

    /// <summary>Stands in addresses, so it never changes.</summary>
    public string Code { get; private init => field = Guard.Text(value, MaxCode, "organization id"); } = "";

    public string Name { get => _name; private init => _name = Guard.Text(value, MaxName, "organization name"); }

    public string? LocalName
    {
        get => _localName;
        private init => _localName = Guard.OptionalText(value, MaxName, "organization local_name");
    }

    public string? Abbreviation
    {
        get => _abbreviation;
        private init => _abbreviation = Guard.OptionalText(value, MaxAbbreviation, "organization abbr");
    }

    /// <summary>ISO 3166 code, two of them joined by a slash for a binational body, <c>INT</c> for an international one.</summary>
    public string Country { get => _country; private init => _country = Guard.Text(value, MaxCountry, "organization country"); }

    public string Kind { get => _kind; private init => _kind = Guard.Text(value, MaxKind, "organization kind"); }

    public Attribution Attribution { get => _attribution; private init => _attribution = value; }

    /// <summary>Grows with every change, so that nobody overwrites what they have not seen.</summary>
    public long Version { get; private set; }

    /// <summary>The name for a narrow column.</summary>
    public string ShortName => Abbreviation ?? Name;

    private Organization()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Organization Create(
        string code, string name, string country, string kind, Attribution attribution,
        string? localName = null, string? abbreviation = null) => new()
    {
        Code = code,
        Name = name,
        LocalName = localName,
        Abbreviation = abbreviation,
        Country = country,
        Kind = kind,
        Attribution = attribution,
    };

    /// <exception cref="InvalidInputException">It is no name; nothing was changed.</exception>
    public void Rename(string? name) => Change(ref _name, Guard.Line(name, MaxName, nameof(Name)));

    /// <summary>Says what it is called in its own language; null where it has no such name.</summary>
    /// <exception cref="InvalidInputException">It is no name; nothing was changed.</exception>
    public void NameAtHome(string? name) =>
        Change(ref _localName, Guard.OptionalLine(name, MaxName, nameof(LocalName), "The local name"));

    /// <summary>Gives it a name for narrow columns; null takes it away.</summary>
    /// <exception cref="InvalidInputException">It is no abbreviation; nothing was changed.</exception>
    public void Abbreviate(string? abbreviation) =>
        Change(ref _abbreviation, Guard.OptionalLine(abbreviation, MaxAbbreviation, nameof(Abbreviation)));

    /// <summary>Says to which country it belongs.</summary>
    /// <exception cref="InvalidInputException">It is no country; nothing was changed.</exception>
    public void BelongTo(string? country)
    {
        var text = Guard.Line(country, MaxCountry, nameof(Country));
        Change(ref _country, CountryCodes.IsHome(text)
            ? text
            : throw new InvalidInputException(
                nameof(Country), "This is no country: write its ISO 3166 code such as DK, two codes such as US/CA, or INT."));
    }

    /// <summary>Says what kind of body it is.</summary>
    /// <exception cref="InvalidInputException">It is no kind; nothing was changed.</exception>
    public void Classify(string? kind) => Change(ref _kind, Guard.Line(kind, MaxKind, nameof(Kind)));

    /// <summary>Says where it comes from.</summary>
    public void Attribute(Attribution attribution) => Change(ref _attribution, attribution);

    private void Change<T>(ref T stored, T value)
    {
        if (EqualityComparer<T>.Default.Equals(stored, value)) return;
        stored = value;
        Version++;
    }
}

/// <summary>What an organization does in an initiative.</summary>
public enum OrganizationRole
{
    Lead,
    Partner,
}

/// <summary>One organization's part in one initiative.</summary>
public sealed class Participation
{
    public int InitiativeId { get; private set; }

    public int OrganizationId { get; private set; }

    public Organization Organization { get; private init; } = null!;

    public OrganizationRole Role { get; private init; }

    /// <summary>Order within the role, from 0.</summary>
    public int Position { get; private init; }

    private Participation()
    {
    }

    public static Participation Create(Organization organization, OrganizationRole role, int position = 0) => new()
    {
        Organization = organization,
        Role = role,
        Position = position,
    };
}

using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>A treaty, memorandum or statement that initiatives rest on.</summary>
public sealed class Agreement
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Agreement>(
        RecordKind.Agreement, "agreement", a => a.Code, a => a.Title)
    {
        Cited = SubjectKind.Agreement,
        WhyNoForm = "comes with the starter data; nothing changes it yet",
        Pages = RecordPages.Register | RecordPages.Initiative,
        Places = rows => rows.Rows<Initiative>().OrderBy(i => i.Id)
            .Where(i => i.Agreement != null).Select(i => new RecordPlace { Code = i.Agreement!.Code, Initiative = i.Code }),
        NamedIn = (rows, code) => rows.Rows<Initiative>().Where(i => i.Agreement!.Code == code).Select(i => i.Code),
    };

    public const int MaxCode = 30;
    public const int MaxTitle = 300;
    public const int MaxScope = 200;

    public int Id { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "agreement id"); } = "";

    public string Title { get; private init => field = Guard.Text(value, MaxTitle, "agreement title"); } = "";

    public string Scope { get; private init => field = Guard.Text(value, MaxScope, "agreement scope"); } = "";

    public PartialDate? Signed { get; private init; }

    public Attribution SignedAttribution { get; private init; } = null!;

    public PartialDate? InForce { get; private init; }

    public Attribution InForceAttribution { get; private init; } = null!;

    public ICollection<Provision> Provisions { get; } = [];

    private Agreement()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Agreement Create(
        string code, string title, string scope,
        PartialDate? signed, Attribution signedAttribution, PartialDate? inForce, Attribution inForceAttribution) => new()
    {
        Code = code,
        Title = title,
        Scope = scope,
        Signed = signed,
        SignedAttribution = signedAttribution,
        InForce = inForce,
        InForceAttribution = inForceAttribution,
    };
}

/// <summary>One thing that an agreement says.</summary>
public sealed class Provision
{
    public const int MaxCode = 40;
    public const int MaxText = 1000;

    public int Id { get; private set; }

    public int AgreementId { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "provision code"); } = "";

    public string Text { get; private init => field = Guard.Text(value, MaxText, "provision"); } = "";

    public int Position { get; private init; }

    public Attribution Attribution { get; private init; } = null!;

    private Provision()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Provision Create(string code, string text, Attribution attribution, int position = 0) => new()
    {
        Code = code,
        Text = text,
        Attribution = attribution,
        Position = position,
    };
}

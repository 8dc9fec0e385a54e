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
    };

    public const int MaxCode = 30;
    public const int MaxTitle = 300;
    public const int MaxScope = 200;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "agreement id"); }

    public required string Title { get; init => field = Guard.Text(value, MaxTitle, "agreement title"); }

    public required string Scope { get; init => field = Guard.Text(value, MaxScope, "agreement scope"); }

    public PartialDate? Signed { get; init; }

    public required Attribution SignedAttribution { get; init; }

    public PartialDate? InForce { get; init; }

    public required Attribution InForceAttribution { get; init; }

    public ICollection<Provision> Provisions { get; } = [];
}

/// <summary>One thing that an agreement says.</summary>
public sealed class Provision
{
    public const int MaxCode = 40;
    public const int MaxText = 1000;

    public int Id { get; private set; }

    public int AgreementId { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "provision code"); }

    public required string Text { get; init => field = Guard.Text(value, MaxText, "provision"); }

    public int Position { get; init; }

    public required Attribution Attribution { get; init; }
}

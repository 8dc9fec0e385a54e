namespace DefenseCoop.Web.Assessments.Writing.Fields;

/// <summary>How a field of the form of an assessment is written into. With options it is a choice.</summary>
public enum WritingKind
{
    Line,

    /// <summary>A day.</summary>
    Day,
    Wide,
    Text,
    Markdown,
}

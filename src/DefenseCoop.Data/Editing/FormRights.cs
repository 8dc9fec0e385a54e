using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.Editing;

/// <summary>Which right a form needs: the one place that commands, queries and pages ask.</summary>
public static class FormRights
{
    /// <summary>The rights of all forms, that of evidence first: who has one of them has something to edit.</summary>
    public static IReadOnlyList<Right> All { get; } = [.. FormCatalog.Names.Select(Of).Distinct()];

    /// <summary>The right of a form; of one that is not there that of evidence.</summary>
    public static Right Of(string form) => FormCatalog.Find(form)?.Right ?? Right.RecordEvidence;

    /// <summary>Whether there is any form that somebody may fill in.</summary>
    public static bool AllowAny(Roles roles) => All.Any(right => Rights.Allow(roles, right));
}

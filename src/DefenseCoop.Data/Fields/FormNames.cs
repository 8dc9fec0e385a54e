namespace DefenseCoop.Data.Fields;

/// <summary>The forms, by the names that stand in addresses.</summary>
public static class FormNames
{
    /// <summary>Code of an initiative; a new one belongs to nothing, or to a category by its slug.</summary>
    public const string Initiative = "initiative";

    /// <summary>Code of an initiative.</summary>
    public const string InitiativeCancel = "initiative-cancel";

    /// <summary>Code of an initiative.</summary>
    public const string InitiativeComplete = "initiative-complete";

    /// <summary>Code of an initiative: what the newest text says of it.</summary>
    public const string InitiativeRefresh = "initiative-refresh";

    /// <summary>Code of a milestone: what the newest text says of it.</summary>
    public const string MilestoneRefresh = "milestone-refresh";

    /// <summary>A new one belongs to an initiative.</summary>
    public const string Milestone = "milestone";

    /// <summary>A new one belongs to an initiative.</summary>
    public const string Indicator = "indicator";

    /// <summary>A new one belongs to an indicator.</summary>
    public const string Reading = "reading";

    /// <summary>Code of a reading that stands.</summary>
    public const string ReadingWithdraw = "reading-withdraw";

    /// <summary>Code of a reading that is withdrawn.</summary>
    public const string ReadingReinstate = "reading-reinstate";

    /// <summary>A new one belongs to an initiative, or to nothing.</summary>
    public const string Exercise = "exercise";

    /// <summary>A new one belongs to an exercise.</summary>
    public const string Edition = "edition";

    /// <summary>A new one belongs to nothing.</summary>
    public const string SpendingFigure = "spending-figure";

    /// <summary>A new one belongs to a focus area, by its slug.</summary>
    public const string Objective = "objective";

    /// <summary>A new one belongs to an objective.</summary>
    public const string Outcome = "outcome";

    /// <summary>A new one belongs to an initiative.</summary>
    public const string Contribution = "contribution";

    /// <summary>Code of a contribution.</summary>
    public const string ContributionRemove = "contribution-remove";

    /// <summary>A new one belongs to nothing.</summary>
    public const string Recommendation = "recommendation";

    /// <summary>A new one belongs to nothing.</summary>
    public const string Source = "source";

    /// <summary>A new one belongs to nothing.</summary>
    public const string Category = "category";

    /// <summary>A new one belongs to nothing.</summary>
    public const string Organization = "organization";

    /// <summary>A new one belongs to nothing.</summary>
    public const string Site = "site";

    /// <summary>The form that removes a record of a kind that has one: code of the record.</summary>
    /// <param name="form">The form of the record itself.</param>
    public static string Remove(string form) => $"{form}-remove";
}

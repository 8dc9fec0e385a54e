using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.Commands;

/// <summary>Who asks for something, as the database has them at the time of the call.</summary>
/// <param name="Roles">Those that they have now.</param>
/// <param name="Name">By which they are shown; that of the program for a visitor.</param>
public sealed record ActingPerson(Roles Roles, string Name)
{
    /// <summary>Whether one of their roles holds a right.</summary>
    public bool May(Right right) => Rights.Allow(Roles, right);
}

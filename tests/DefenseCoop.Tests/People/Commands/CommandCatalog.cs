using System.Reflection;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>One command that people can give.</summary>
/// <param name="Name">Class and method, such as <c>Account.Invite</c>.</param>
/// <param name="Right">Null where it is that of the form that it is about.</param>
internal sealed record CommandEntry(string Name, MethodInfo Method, Right? Right);

/// <summary>Every command of the program with the right that it needs, read off the classes named <c>…Commands</c>.</summary>
internal static class CommandCatalog
{
    /// <summary>The public methods of all command classes, whether they name a right or not.</summary>
    public static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. typeof(RequiresAttribute).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsPublic: true } && t.Name.EndsWith("Commands", StringComparison.Ordinal))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .SelectMany(
                t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName)),
    ];

    public static IReadOnlyList<CommandEntry> All { get; } =
    [
        .. from method in Methods
           let requires = method.GetCustomAttribute<RequiresAttribute>()
           where requires is not null || method.IsDefined(typeof(RequiresRightOfFormAttribute))
           select new CommandEntry(
               $"{Short(method.DeclaringType!.Name, "Commands")}.{Short(method.Name, "Async")}", method, requires?.Right),
    ];

    private static string Short(string name, string end) => name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : name;
}

using System.Reflection;
using System.Xml.Linq;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Web uses Data uses Domain, and nothing the other way round.</summary>
public sealed class DependencyTests
{
    private const BindingFlags Everything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly Domain = typeof(Thresholds).Assembly;
    private static readonly Assembly Data = typeof(DefenseCoopContext).Assembly;
    private static readonly Assembly Web = typeof(AppUrls).Assembly;

    /// <summary>They store accounts and keys, and know nothing of requests.</summary>
    private static readonly string[] StoresOfIdentity =
    [
        "Microsoft.AspNetCore.Identity.EntityFrameworkCore",
        "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore",
        "Microsoft.AspNetCore.DataProtection.Abstractions",
    ];

    public static TheoryData<string, string[]> Projects { get; } = new()
    {
        { "DefenseCoop.Domain", [] },
        { "DefenseCoop.Data", ["DefenseCoop.Domain"] },
        { "DefenseCoop.Web", ["DefenseCoop.Data"] },
    };

    [Fact]
    public void Domain_References_OnlyTheRuntime()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        Assert.All(Domain.GetReferencedAssemblies(), a =>
        {
            Assert.StartsWith("System", a.Name, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(runtime, $"{a.Name}.dll")), $"{a.Name} is not of the runtime.");
        });
    }

    [Fact]
    public void Domain_ProjectFile_NamesNoPackageAndNoProject()
    {
        var project = XDocument.Parse(RepositoryFiles.Read("src/DefenseCoop.Domain/DefenseCoop.Domain.csproj"));

        Assert.DoesNotContain(project.Descendants(), e => e.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_GoOneWay(string project, string[] allowed)
    {
        var file = XDocument.Parse(RepositoryFiles.Read($"src/{project}/{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Equal(allowed, references);
    }

    [Fact]
    public void Data_References_NeitherWebNorItsFrameworks() =>
        Assert.DoesNotContain(
            Data.GetReferencedAssemblies(),
            a => a.Name == Web.GetName().Name
                || (a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !StoresOfIdentity.Contains(a.Name))
                || a.Name.StartsWith("MudBlazor", StringComparison.Ordinal));

    [Fact]
    public void Components_Members_TouchNoContext()
    {
        var components = Web.GetTypes().Where(t => typeof(IComponent).IsAssignableFrom(t)).ToList();
        Assert.True(components.Count > 15, $"Only {components.Count} components were found.");

        var members =
            from type in components
            from member in type.GetMembers(Everything)
            let used = member switch
            {
                FieldInfo field => [field.FieldType],
                PropertyInfo property => [property.PropertyType],
                MethodBase method => method.GetParameters().Select(p => p.ParameterType).ToArray(),
                _ => Array.Empty<Type>(),
            }
            where used.Any(IsOfTheDatabase)
            select $"{type.Name}.{member.Name}";
        Assert.Empty(members);
    }

    [Fact]
    public void RoutablePages_AllOfThem_AreInTheRouteTable()
    {
        var templates =
            from type in Web.GetTypes()
            from route in type.GetCustomAttributes<RouteAttribute>()
            select route.Template;

        Assert.Equal(templates.Order(StringComparer.Ordinal), RouteTable.Rows.Select(r => r.Template).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RoutablePages_Names_EndInPage() =>
        Assert.All(
            Web.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any()),
            t => Assert.EndsWith("Page", t.Name, StringComparison.Ordinal));

    [Fact]
    public void EntityConfigurations_AllOfThem_AreInternalAndSealed()
    {
        var configurations = Data.GetTypes()
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)))
            .ToList();

        Assert.NotEmpty(configurations);
        Assert.All(configurations, t => Assert.True(t is { IsNotPublic: true, IsSealed: true }, t.Name));
    }

    private static bool IsOfTheDatabase(Type type) =>
        typeof(DbContext).IsAssignableFrom(type)
        || type.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true
        || (type.IsGenericType && type.GetGenericArguments().Any(IsOfTheDatabase))
        || (type.HasElementType && IsOfTheDatabase(type.GetElementType()!));
}

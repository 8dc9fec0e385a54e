using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Web.Settings;

namespace DefenseCoop.Web.Hosting;

/// <summary>What every verb starts from: configuration, log and data.</summary>
internal static class AppBuilder
{
    /// <exception cref="StartupException">A settings file is broken, or settings are wrong; all are named.</exception>
    public static WebApplicationBuilder Create(string[] settingArguments)
    {
        var builder = CreateBuilder(settingArguments);
        var settings = AppSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        builder.AddLog();
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Assessments);
        builder.Services.AddSingleton<Assessments.Markdown.OwnPages>();
        builder.Services.AddDefenseCoopData(settings.Database);
        return builder;
    }

    private static WebApplicationBuilder CreateBuilder(string[] settingArguments)
    {
        try
        {
            return WebApplication.CreateBuilder(new WebApplicationOptions
            {
                // Settings are read once; watching their files would watch the data folder beside them.
                Args = ["--hostBuilder:reloadConfigOnChange=false", .. settingArguments],
                ContentRootPath = AppContext.BaseDirectory,
            });
        }
        catch (InvalidDataException e)
        {
            // The outer message names the file, the innermost one the line.
            throw new StartupException($"{e.Message} {e.GetBaseException().Message} Correct the file and start again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The settings cannot be read: {e.Message}", e);
        }
    }
}

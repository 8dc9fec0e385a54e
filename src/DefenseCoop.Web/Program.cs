using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Web.Layout;
using MudBlazor.Services;

// Provisional: replaced by the verbs of Hosting.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls("http://localhost:5080");
builder.Services.AddDefenseCoopData(new DatabaseOptions
{
    DataFolder = Path.GetFullPath(builder.Configuration["Data:Folder"] ?? "data", AppContext.BaseDirectory),
    StarterFile = builder.Configuration["Starter:File"],
});
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddMudServices();
var app = builder.Build();
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync();
await app.Services.GetRequiredService<FindingsKeeper>().EnsureTodayAsync(CancellationToken.None);
await app.RunAsync();

/// <summary>The entry point; public for the tests that host it.</summary>
public partial class Program;

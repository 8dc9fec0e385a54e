using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace DefenseCoop.BrowserTests.Live;

/// <summary>Somebody has a page open, and somebody else changes what it shows.</summary>
public abstract class LiveTest(ProductInBrowser product, Installation installation) : PeopleTest(product, installation)
{
    /// <summary>Within this time a change must be seen, in milliseconds.</summary>
    protected const float Promise = 1_000;

    private Actor? _editor;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected async Task<IPage> ReaderAsync(string path, Visitor? visitor = null) =>
        await SignedInAsync(await Installation.AddAsync(Roles.Analyst), path, visitor);

    /// <summary>Changes initiatives as an editor does, in one change.</summary>
    protected async Task ChangeAsync(Action<Domain.Initiatives.Initiative> change, params string[] codes)
    {
        _editor ??= new Actor((await Installation.AddAsync(Roles.Editor, "Eva")).Id, null);
        await Installation.App.Services.GetRequiredService<CommandRunner>().ChangeAsync(
            _editor.Value,
            Right.RecordEvidence,
            null,
            async work =>
            {
                foreach (var initiative in await work.Db.Initiatives.Where(i => codes.Contains(i.Code)).ToListAsync(Stop))
                {
                    change(initiative);
                }
                return true;
            },
            Stop);
    }

    /// <summary>Notes the time of every change of an element's content, in milliseconds.</summary>
    protected static Task ObserveAsync(IPage page, string selector) => page.EvaluateAsync(
        """
        selector => {
            window.renderings = [];
            new MutationObserver(() => window.renderings.push(performance.now()))
                .observe(document.querySelector(selector), { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """,
        selector);

    protected static Task<double[]> RenderingsAsync(IPage page) => page.EvaluateAsync<double[]>("window.renderings");
}

using System.Net;
using DefenseCoop.Domain.People;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>One routable page, an address of it that exists, and what answers there.</summary>
/// <param name="Needs">The right that the page asks for; null where it is for everybody, also where visitors may not read.</param>
/// <param name="Answer">The status for whoever has the right. A redirect has no page of its own.</param>
public sealed record RouteRow(
    string Template, string Address, string Heading, Right? Needs = Right.Read, HttpStatusCode Answer = HttpStatusCode.OK)
{
    /// <summary>Whether the right of any form is enough.</summary>
    public bool IsForAnyForm { get; init; }

    public bool HasPage => (int)Answer is < 300 or >= 400;

    /// <summary>Whether one has to be signed in wherever the product runs.</summary>
    public bool IsForAccounts => Needs is not (null or Right.Read);
}

/// <summary>
/// Every routable page. The architecture test finds a page without a row; the smoke test asks for every row, the test of
/// access does so as every role.
/// </summary>
public static class RouteTable
{
    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("/", "/", "Summary"),
        new("/initiatives", "/initiatives", "Initiatives"),
        new("/initiatives/{Code}", "/initiatives/BE-1", "BE-1 Denmark-US Defence Cooperation Agreement (DCA)"),
        new("/focus-areas", "/focus-areas", "Focus areas"),
        new("/focus-areas/{Slug}", "/focus-areas/cybersecurity", "Cybersecurity cooperation"),
        new("/assessments", "/assessments", "Assessments"),
        new("/assessments/actions", "/assessments/actions", "Actions"),
        new("/assessments/open", "/assessments/open", "Open a period", Right.OpenPeriods),
        new(
            "/focus-areas/{Slug}/assessments/{Period}",
            "/focus-areas/cybersecurity/assessments/2026-Q3",
            "Cybersecurity cooperation, 3rd quarter of 2026"),
        new("/recommendations", "/recommendations", "Recommendations"),
        new("/changes", "/changes", "Changes"),
        new("/changes/{Id:long}", "/changes/1", "Change 1"),
        new("/history/{Kind}/{*Code}", "/history/milestone/BE-1-M1", "BE-1-M1 Negotiations opened"),
        new("/sources", "/sources", "Sources"),
        new("/method", "/method", "Method"),
        new("/refresh", "/refresh", "What to refresh", Right.RecordEvidence),
        new("/drafts", "/drafts", "My drafts", Right.RecordEvidence) { IsForAnyForm = true },
        new("/edit/{Form}/new", "/edit/initiative/new", "New initiative", Right.RecordEvidence),
        new("/edit/{Form}/{Code}", "/edit/initiative/BE-1", "BE-1 Denmark-US Defence Cooperation Agreement (DCA)", Right.RecordEvidence),
        new("/not-found", "/not-found", "There is no such page", null),
        new("/error", "/error", "This page could not be shown", null),
        new("/problem/{Status:int}", "/problem/403", "No access", null, HttpStatusCode.Forbidden),
        new("/account/sign-in", "/account/sign-in", "Sign in", null),
        new("/account/second-factor", "/account/second-factor", "", null, HttpStatusCode.Found),
        new("/account/recovery-code", "/account/recovery-code", "", null, HttpStatusCode.Found),
        new("/account/sign-out", "/account/sign-out", "Sign out", null),
        new("/account/setup", "/account/setup", "First administrator", null, HttpStatusCode.Gone),
        new("/account/invitation", "/account/invitation", "Set your password", null, HttpStatusCode.Gone),
        new("/account/profile", "/account/profile", "Profile", Right.ChangeOwnAccount),
        new("/account/password", "/account/password", "Password", Right.ChangeOwnAccount),
        new("/account/authenticator", "/account/authenticator", "Authenticator app", Right.ChangeOwnAccount),
        new("/account/passkeys", "/account/passkeys", "Passkeys", Right.ChangeOwnAccount),
        new("/account/sessions", "/account/sessions", "Open sessions", Right.ChangeOwnAccount),
        new("/admin/accounts", "/admin/accounts", "Accounts", Right.SeeAccounts),
        new("/admin/accounts/{Id:int}", "/admin/accounts/1", "First administrator", Right.SeeAccounts),
        new(
            "/admin/accounts/{Id:int}/{Slug}", "/admin/accounts/1/end-sessions",
            "End the sessions of First administrator?", Right.SeeAccounts),
        new("/admin/categories", "/admin/categories", "Categories", Right.EditCategories),
        new("/admin/organizations", "/admin/organizations", "Organizations", Right.EditOrganizations),
        new("/admin/sites", "/admin/sites", "Sites", Right.EditSites),
        new("/admin/rights", "/admin/rights", "Rights", Right.SeeRights),
        new("/admin/system", "/admin/system", "System", Right.SeeSystem),
    ];

    /// <summary>The same templates with forms that take other rights.</summary>
    public static IReadOnlyList<RouteRow> FurtherForms { get; } =
    [
        new("/edit/{Form}/{Code}", "/edit/category/cybersecurity", "Cybersecurity cooperation", Right.EditCategories),
        new("/edit/{Form}/{Code}", "/edit/organization/dk-fmn", "Danish Ministry of Defence", Right.EditOrganizations),
        new("/edit/{Form}/{Code}", "/edit/site/karup", "Karup Air Base", Right.EditSites),
        new("/edit/{Form}/new", "/edit/site/new", "New site", Right.EditSites),
    ];

    /// <summary>The rows that answer with a page to whoever has the right.</summary>
    public static TheoryData<RouteRow> Pages { get; } = [.. Rows.Where(r => r.HasPage), .. FurtherForms];

    /// <summary>Addresses of the pages that speak for a day.</summary>
    public static TheoryData<string> DayPages { get; } = [.. Rows.Where(r => r.Needs == Right.Read).Select(r => r.Address)];
}

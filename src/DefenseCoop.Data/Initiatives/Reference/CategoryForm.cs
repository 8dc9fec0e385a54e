using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>A field of cooperation, and its place among the others.</summary>
internal sealed class CategoryForm() : ReferenceForm<Category>(Category.Descriptor, Right.EditCategories)
{
    protected override (int Max, string Example) Names => (Category.MaxSlug, "space-surveillance");

    public override string Lede(bool isNew) => isNew
        ? "It can be chosen in the register at once. It has no focus area, so what belongs to it is not assessed as a whole."
        : base.Lede(isNew);

    protected override FieldList<Category> List() => new FieldList<Category>()
        .Group(FirstGroup)
        .Shown(ShortName, "Short name", c => c.Slug)
        .Line("Name", "Name", Category.MaxName, c => c.Name, (c, v) => c.Rename(v))
        .Paragraph(
            "Text", "What it covers", Category.MaxText, c => c.ArticleText, (c, v) => c.Describe(v),
            "One or two sentences. A focus area of the same short name shows it as the article’s words.")
        .Custom(
            new FormField(new("Place", "Place in the lists", FieldKind.WholeNumber)
            {
                Required = true, Help = "A number, 1 for the first. Those after it move on.",
            }),
            (c, _) => FieldText.Of(c.Position + 1),
            (c, v, scope) =>
            {
                CategoryPlaces.Put(scope.Db, c, v);
                return Task.CompletedTask;
            })
        .Group("Where it comes from")
        .From(From(c => c.Attribution, (c, v) => c.Attribute(v)));

    /// <summary>With its neighbors, among whom it has its place.</summary>
    protected override async Task<Category?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        (await db.Categories.ToListAsync(ct)).Find(c => c.Slug == code);

    public override async Task<ReferenceUses> UsesAsync(FormScope scope, string code) =>
        await ReferenceUses.ReadAsync(scope.Db, i => i.Category.Slug == code, scope.Ct) with
        {
            Events = await scope.Db.Events.CountAsync(e => e.Categories.Any(c => c.Slug == code), scope.Ct),
            FocusArea = await scope.Db.FocusAreas.Where(a => a.Slug == code).Select(a => a.Name).SingleOrDefaultAsync(scope.Ct),
        };

    public override void AfterRemoval(FormScope scope) => CategoryPlaces.Close(scope.Db);

    protected override async Task<Dictionary<string, string>> ProposedAsync(FormScope scope) =>
        new(await base.ProposedAsync(scope)) { ["Place"] = FieldText.Of(await scope.Db.Categories.CountAsync(scope.Ct) + 1) };

    protected override async Task<Category?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        await scope.Db.Categories.LoadAsync(scope.Ct);
        var category = Category.Create(code, "?", "?", KindWords.Unknown);
        scope.Db.Add(category);
        return category;
    }
}

/// <summary>The places of the categories, which are all loaded: no two ever have the same one, by which registers are sorted.</summary>
internal static class CategoryPlaces
{
    /// <summary>Puts a category at a place; those after it move on.</summary>
    /// <exception cref="InvalidInputException">There is no such place.</exception>
    public static void Put(DefenseCoopContext db, Category category, string place)
    {
        var all = InOrder(db, except: category);
        var number = FieldText.Number(place);
        if (number is not { } wanted || wanted != decimal.Truncate(wanted) || wanted < 1 || wanted > all.Count + 1)
        {
            throw new InvalidInputException($"There are {all.Count + 1} places: write a number from 1 to {all.Count + 1}.");
        }

        all.Insert((int)wanted - 1, category);
        Count(all);
    }

    /// <summary>After one was removed, those behind it move up.</summary>
    public static void Close(DefenseCoopContext db) => Count(InOrder(db, except: null));

    private static List<Category> InOrder(DefenseCoopContext db, Category? except) =>
        [.. db.Categories.Local.Where(c => c != except).OrderBy(c => c.Position).ThenBy(c => c.Id)];

    private static void Count(List<Category> categories)
    {
        foreach (var (position, category) in categories.Index()) category.MoveTo(position);
    }
}

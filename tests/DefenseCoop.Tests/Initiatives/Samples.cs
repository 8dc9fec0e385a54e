using CsCheck;

namespace DefenseCoop.Tests.Initiatives;

/// <summary>The same generated values in every run.</summary>
internal static class Samples
{
    public static IEnumerable<T> Take<T>(this Gen<T> gen, int count)
    {
        var random = new PCG(1, 20261123);
        for (var i = 0; i < count; i++) yield return gen.Generate(random, null, out _);
    }

    public static Gen<T> OneOf<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(i => values[i]);

    /// <summary>Mostly none of the values, else one to three of them.</summary>
    public static Gen<IReadOnlyList<T>> FewOf<T>(IReadOnlyList<T> values) => Gen.Frequency(
        (3, Gen.Const<IReadOnlyList<T>>([])),
        (2, OneOf(values).List[1, 3].Select(list => (IReadOnlyList<T>)[.. list.Distinct()])));
}

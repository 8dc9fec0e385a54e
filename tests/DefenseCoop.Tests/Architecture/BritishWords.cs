using System.Text.RegularExpressions;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Tells words in British spelling, and what they are in American.</summary>
internal static partial class BritishWords
{
    /// <summary>Words in -ise that have no z in any spelling, without that end.</summary>
    private static readonly HashSet<string> WithS = new(StringComparer.OrdinalIgnoreCase)
    {
        "adv", "advert", "appra", "appr", "ar", "bru", "chast", "chem", "circumc", "clockw",
        "compr", "comprom", "conc", "cr", "cru", "dem", "desp", "dev", "disgu", "enfranch",
        "enterpr", "exc", "exerc", "exorc", "expert", "franch", "fundra", "gu", "improv", "inc",
        "lengthw", "lia", "likew", "m", "merchand", "no", "otherw", "parad", "po", "pra",
        "prec", "prem", "prom", "r", "ra", "rev", "superv", "surm", "surpr", "telev", "treat", "upra", "v", "w",
    };

    public static IEnumerable<string> In(string text) => Words().Matches(text).Select(m => m.Value)
        .Where(w => Spelling().IsMatch(w) || (WithZ().Match(w) is { Success: true } ise && !WithS.Contains(ise.Groups[1].Value)));

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(\p{L}+)is(?:e|es|ed|ing|er|ers|ation|ations|ational)$", RegexOptions.IgnoreCase)]
    private static partial Regex WithZ();

    [GeneratedRegex("""
        ^(?:\p{L}*(?:def|off|pret)ences?|programmes?|licences?|licenced|practis(?:e|es|ed|ing)
        |\p{L}*(?:cent|lit|theat|fib|calib|sab|spect|meag|somb|lust)re[sd]?|(?:kilo|centi|milli)?metres?
        |\p{L}*judgements?|acknowledgements?
        |\p{L}*(?:behavi|fav|col|hon|lab|neighb|harb|endeav|hum|rum|vap|arm|flav|savi|vig|rig|cand|parl|splend|od|tum|val|clam
            |demean|ferv)our\p{L}*
        |(?:ana|para|cata|hydro)lys(?:e|es|ed|ing|er|ers)|(?:cata|ana|homo)logue[sd]?
        |cheques?|grey(?:s|ed|er|ish)?|tyres?|kerbs?|plough\p{L}*|sceptic\p{L}*|aluminium|aeroplanes?|artefacts?
        |whilst|amongst|towards|afterwards|learnt|spelt|burnt|dreamt|ageing|fulfils?|fulfilments?|enrols?|enrolments?|instalments?
        |skilful\p{L}*|wilful\p{L}*|jewellery|storeys?|manoeuv\p{L}+|encyclopaedia\p{L}*|mould\p{L}*|cosy|draughts?
        |\p{L}*(?:label|travel|model|signal|cancel|channel|level|total|fuel|tunnel|equal|dial|rival|counsel|marvel|panel|pencil
            |quarrel|initial|unravel|shovel|duel)l(?:ed|ing|er|ers))$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Spelling();
}

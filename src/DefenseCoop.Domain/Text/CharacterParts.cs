using System.Collections.Frozen;
using System.Text;

namespace DefenseCoop.Domain.Text;

/// <summary>
/// Takes characters apart into the plain ones that they are made of. The framework does not without ICU, which would have
/// to be installed: this is Unicode's own table for small Latin, Greek and Cyrillic letters, and what is copied out of PDF files.
/// </summary>
internal static class CharacterParts
{
    /// <summary>By mark: each letter that carries it, and the letter without.</summary>
    private static readonly Dictionary<string, string> Marked = new(StringComparer.Ordinal)
    {
        ["\u0300"] = "àaèeìiòoùuǜüǹnѐеѝиḕēṑōẁwầâằăềêồôờơừưỳy",
        ["\u0301"] = "áaéeíióoúuýyćcĺlńnŕrśsźzǘüǵgǻåǽæǿø΅¨ΐϊάαέεήηίιΰϋόούυώωϓϒѓгќкḉçḗēḯïḱkḿmṍõṓōṕpṹũẃwấâắăếêốôớơứư",
        ["\u0302"] = "âaêeîiôoûuĉcĝgĥhĵjŝsŵwŷyẑzậạệẹộọ",
        ["\u0303"] = "ãañnõoĩiũuṽvẫâẵăẽeễêỗôỡơữưỹy",
        ["\u0304"] = "āaēeīiōoūuǖüǟäǡȧǣæǭǫȫöȭõȱȯȳyӣиӯуḡgḹḷṝṛ",
        ["\u0306"] = "ăaĕeğgĭiŏoŭuйиўуӂжӑаӗеḝȩặạ",
        ["\u0307"] = "ċcėeġgİIżzȧaȯoḃbḋdḟfḣhṁmṅnṗpṙrṡsṥśṧšṩṣṫtẇwẋxẏyẛſ",
        ["\u0308"] = "äaëeïiöoüuÿyϊιϋυϔϒёеїіӓаӛәӝжӟзӥиӧоӫөӭэӱуӵчӹыḧhṏõṻūẅwẍxẗt",
        ["\u0309"] = "ảaẩâẳăẻeểêỉiỏoổôởơủuửưỷy",
        ["\u030A"] = "åaůuẘwẙy",
        ["\u030B"] = "őoűuӳу",
        ["\u030C"] = "čcďděeľlňnřršsťtžzǎaǐiǒoǔuǚüǧgǩkǯʒǰjȟh",
        ["\u030F"] = "ȁaȅeȉiȍoȑrȕuѷѵ",
        ["\u0311"] = "ȃaȇeȋiȏoȓrȗu",
        ["\u031B"] = "ơoưu",
        ["\u0323"] = "ḅbḍdḥhḳkḷlṃmṇnṛrṣsṭtṿvẉwẓzạaẹeịiọoợơụuựưỵy",
        ["\u0324"] = "ṳu",
        ["\u0325"] = "ḁa",
        ["\u0326"] = "șsțt",
        ["\u0327"] = "çcģgķkļlņnŗrşsţtȩeḑdḩh",
        ["\u0328"] = "ąaęeįiųuǫo",
        ["\u032D"] = "ḓdḙeḽlṋnṱtṷu",
        ["\u032E"] = "ḫh",
        ["\u0330"] = "ḛeḭiṵu",
        ["\u0331"] = "ḇbḏdḵkḻlṉnṟrṯtẕzẖh",
    };

    /// <summary>What is written as one character and means several, or another one.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        ["ß"] = "ss",
        ["ẞ"] = "ss",
        ["ſ"] = "s",
        ["ς"] = "σ",
        ["\u212A"] = "k",
        ["\u212B"] = "å",
        ["\u2126"] = "ω",
        ["ﬀ"] = "ff",
        ["ﬁ"] = "fi",
        ["ﬂ"] = "fl",
        ["ﬃ"] = "ffi",
        ["ﬄ"] = "ffl",
        ["ﬅ"] = "st",
        ["ﬆ"] = "st",
        ["…"] = "...",
        ["⁄"] = "/",
        ["∕"] = "/",
    };

    private static readonly FrozenDictionary<Rune, string> All = Marked
        .SelectMany(m => m.Value.Chunk(2).Select(pair => KeyValuePair.Create(new Rune(pair[0]), $"{pair[1]}{m.Key}")))
        .Concat(Meant.Select(m => KeyValuePair.Create(m.Key.EnumerateRunes().First(), m.Value)))
        .Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => KeyValuePair.Create(new Rune(c + 0xFEE0), $"{(char)c}")))
        .ToFrozenDictionary();

    /// <summary>Null where it is one of the plain ones. What is answered may have parts, too.</summary>
    public static string? Of(Rune character) => All.GetValueOrDefault(character);
}

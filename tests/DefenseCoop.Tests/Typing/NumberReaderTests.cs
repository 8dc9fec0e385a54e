using CsCheck;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Typing;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Typing;

public sealed class NumberReaderTests
{
    private static readonly Gen<string> Units = Generated.OneOf(
        "aircraft", "people", "ships", "% of GDP", "%", "DKK bn", "USD m", "DKK bn (2025 prices)",
        "DKK bn, 2025 prices", "FTE", "kbps", "start-ups", "days", "km", "F-35A aircraft");

    private static readonly Gen<decimal> Values = Gen.Select(Gen.Long[-9_999_999, 9_999_999], Gen.Int[0, 4])
        .Select((digits, decimals) => digits / (decimal)Math.Pow(10, decimals));

    public static TheoryData<string, string?, double> Read { get; } = new()
    {
        { "1234", null, 1234 }, { "1234.5", null, 1234.5 }, { "12,5", null, 12.5 },
        { "0,234", null, 0.234 }, { "0.234", null, 0.234 }, { ".5", null, 0.5 }, { ",5", null, 0.5 },
        { "1 234", null, 1234 }, { "1\u00A0234", null, 1234 }, { "1\u2009234", null, 1234 },
        { "1\u202F234", null, 1234 }, { "1\u2007234", null, 1234 }, { "1\u2008234", null, 1234 },
        { "10 039", "people", 10039 }, { "1 234 567.8", null, 1234567.8 },
        { "1 234,5", null, 1234.5 }, { "1 234.567", null, 1234.567 }, { "1 234,567", null, 1234.567 },
        { "1’234", null, 1234 }, { "1'234'567", null, 1234567 }, { "1.234,5", null, 1234.5 },
        { "1,234.5", null, 1234.5 }, { "1.234.567", null, 1234567 }, { "1,234,567", null, 1234567 },
        { "1.234.567,89", null, 1234567.89 }, { "1234,567", null, 1234.567 }, { "12345.678", null, 12345.678 },
        { "-5", null, -5 }, { "−5", null, -5 }, { "–5", null, -5 }, { "- 5", null, -5 },
        { "5.", null, 5 }, { "007", null, 7 }, { "12.0", "aircraft", 12 },
        { "\u200B27 ", "aircraft", 27 }, { "２７", "aircraft", 27 }, { "1.2340", "DKK bn", 1.234 },
        { "27 aircraft", "aircraft", 27 }, { "1 ship", "ships", 1 }, { "1 person", "people", 1 },
        { "27 Aircraft", "aircraft", 27 }, { "27aircraft", "aircraft", 27 },
        { "3.3% of GDP", "% of GDP", 3.3 }, { "12 %", "% of GDP", 12 }, { "12%", "%", 12 }, { "12 percent", "%", 12 },
        { "12 pct.", "%", 12 }, { "2,37 %", "% of GDP", 2.37 }, { "3.125", "% of GDP", 3.125 },
        { "143 DKK bn", "DKK bn", 143 }, { "DKK 143 bn", "DKK bn", 143 }, { "143 bn", "DKK bn", 143 },
        { "143bn", "DKK bn", 143 }, { "DKK143bn", "DKK bn", 143 }, { "143 mia. kr.", "DKK bn", 143 },
        { "143 milliarder kroner", "DKK bn", 143 }, { "kr. 143 mia.", "DKK bn", 143 },
        { "143 billion", "DKK bn", 143 }, { "$12.5m", "USD m", 12.5 }, { "US$ 12.5 million", "USD m", 12.5 },
        { "DKK 42.6 bn (2025 prices)", "DKK bn (2025 prices)", 42.6 }, { "42.6 bn", "DKK bn, 2025 prices", 42.6 },
        { "12.5 FTE", "FTE", 12.5 }, { "27 F-35A aircraft", "F-35A aircraft", 27 },
    };

    public static TheoryData<string, string?, string> Refused { get; } = new()
    {
        { "143.000", "people", "can be 143 000 or 143: write 143000 for the first, 143 for the second" },
        { "1,234", "people", "can be 1 234 or 1.234, and people are counted whole: write 1234 if it is the first" },
        { "1.234", "aircraft", "aircraft are counted whole" },
        { "2.500", "people", "can be 2 500 or 2.5" },
        { "1,234", "DKK bn", "can be 1 234 or 1.234: write 1234 for the first, 1.2340 for the second" },
        { "1.234", "DKK m", "write 1234 for the first" },
        { "3,125", "% of GDP", "can be 3 125 or 3.125" },
        { "DKK 143.000 bn", "DKK bn", "can be 143 000 or 143" },
        { "-1,234", null, "can be 1 234 or 1.234" },
        { "12.5", "aircraft", "“12.5” is no whole number, and aircraft are counted whole" },
        { "12,5 people", "people", "counted whole" },
        { "143 mn", "DKK bn", "is in another size than DKK bn, in which the value is kept: write 0.143" },
        { "0.5 bn", "USD m", "write 500" },
        { "143 thousand", "people", "write 143 000" },
        { "5k", "people", "write 5 000" },
        { "DKK 143", "DKK bn", "does not say of what size" },
        { "EUR 143 bn", "DKK bn", "“EUR” stands with the number" },
        { "$143 bn", "DKK bn", "“$” stands with the number" },
        { "12 %", "aircraft", "“%” stands with the number, and the value is kept in aircraft" },
        { "27 planes", "aircraft", "“planes” stands with the number" },
        { "100 Mbps", "kbps", "“Mbps” stands with the number" },
        { "about 27", "aircraft", "“about” is not kept with the number" },
        { "more than 3.3% of GDP", "% of GDP", "is not kept with the number" },
        { "~27", "aircraft", "“~” is not kept with the number" },
        { "20+", "aircraft", "“+” stands with the number" },
        { "20+ aircraft", "aircraft", "“+” stands with the number" }, { "20?", "%", "“?” stands with the number" },
        { "20*", null, "“*” stands with the number" }, { "20†", "aircraft", "“†” stands with the number" },
        { "[20]", "people", "“[” stands with the number" },
        { "#20", null, "“#” stands with the number" },
        { "5-", "%", "“-” stands with the number" }, { "±5", "%", "“±” stands with the number" },
        { "++20", null, "“+” stands with the number" }, { "=20", null, "“=” stands with the number" },
        { "(5)", "%", "can be 5 or −5" }, { "DKK (1.5) bn", "DKK bn", "can be 1.5 or −1.5" },
        { ">100", "people", "is not kept with the number" },
        { "3.3e", "% of GDP", "is marked as an estimate" },
        { "20-25", "aircraft", "are two numbers" }, { "20–25 aircraft", "aircraft", "are two numbers" },
        { "20 to 25", "aircraft", "are two numbers" }, { "20 or 25", null, "are two numbers" },
        { "many", null, "“many” is no number" }, { "1e3", null, "“1e3” is no number" },
        { "0x10", null, "is no number" }, { "12 5", null, "is no number" }, { "1 2345", null, "is no number" },
        { "1,23,456", null, "is no number" }, { "1.2.3", null, "is no number" },
        { "--5", null, "is no number" }, { "-$5", "USD m", "is no number" }, { "½", null, "is no number" },
        { "27 aircraft", null, "is no number" }, { "NaN", null, "is no number" }, { "٢٧", null, "is no number" },
        { "99999999999999999999999999999", null, "This number has more than 15 digits" },
        { "0.12345678901234567", null, "This number has more than 15 digits" },
        { "99999999999999999999", null, "The number 99999999999999999999 is out of range" },
        { new string('9', 70), null, "This number has more than 15 digits" },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void Read_AsPeopleWrite_IsThatNumber(string typed, string? unit, double expected) =>
        Assert.Equal(new NumberReading((decimal)expected, null), NumberReader.Read(typed, unit));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhatCanBeTwoNumbersOrNone_IsAskedWithTheRemedy(string typed, string? unit, string message)
    {
        var reading = NumberReader.Read(typed, unit);

        Assert.Null(reading.Value);
        Assert.Contains(message.Replace("1 234", "1\u202F234", StringComparison.Ordinal)
            .Replace("143 000", "143\u202F000", StringComparison.Ordinal)
            .Replace("2 500", "2\u202F500", StringComparison.Ordinal)
            .Replace("3 125", "3\u202F125", StringComparison.Ordinal).Replace("5 000", "5\u202F000", StringComparison.Ordinal),
            reading.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B\u00A0")]
    public void Read_Nothing_IsNothing(string typed) => Assert.Equal(default, NumberReader.Read(typed, "people"));

    /// <summary>Whatever the program writes is read as what it wrote, on pages as in fields.</summary>
    [Fact]
    public void Read_WhateverIsPrinted_IsTheSameNumber() =>
        Gen.Select(Values, Units).ForAll(30_000, both =>
        {
            var (value, unit) = both;
            if (Unit.IsCounted(unit)) value = decimal.Truncate(value);
            foreach (var printed in new[] { Words.Of(value, unit), Words.Of(value), FieldText.Of(value) })
            {
                Assert.Equal((printed, new NumberReading(value, null)), (printed, NumberReader.Read(printed, unit)));
            }

            Assert.Equal(new NumberReading(value, null), NumberReader.Read(Words.Of(value)));
        });

    [Theory]
    [InlineData("1.234", "DKK bn", "1.2340 DKK bn")]
    [InlineData("-12.345", "DKK bn", "−12.3450 DKK bn")]
    [InlineData("0.234", "DKK bn", "0.234 DKK bn")]
    [InlineData("1234.567", "DKK bn", "1\u202F234.567 DKK bn")]
    [InlineData("3.125", "% of GDP", "3.125% of GDP")]
    [InlineData("1.25", "DKK bn", "1.25 DKK bn")]
    public void Words_OfThreeDecimals_CannotBeReadAsThousands(string value, string unit, string printed) =>
        Assert.Equal(printed, Words.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit));

    [Fact]
    public void Read_AnyText_HasAnAnswer() =>
        Gen.Select(
            Gen.OneOf(
                Gen.String[0, 20],
                Generated.OneOf("1", "23", "456", ".", ",", " ", "-", "%", "bn", "DKK", "to", "e").Array[1, 8].Select(string.Concat)),
            Units)
            .ForAll(20_000, both =>
            {
                var reading = NumberReader.Read(both.Item1, both.Item2);
                Assert.False(reading.Value is not null && reading.Problem is not null);
                if (reading.Value is { } value && Unit.IsCounted(both.Item2)) Assert.Equal(decimal.Truncate(value), value);
            });
}

using DefenseCoop.Tests.Abuse.Tools;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

public sealed class OpenPageSetupTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    /// <summary>A call that ends while its page is still kept is logged as a failure of the page, which was only left.</summary>
    [Fact]
    public void Call_ThatALeftPageNeverAnswers_OutlastsThePage()
    {
        var circuits = target.Get<IOptions<CircuitOptions>>().Value;

        Assert.True(circuits.JSInteropDefaultCallTimeout > circuits.DisconnectedCircuitRetentionPeriod);
    }
}

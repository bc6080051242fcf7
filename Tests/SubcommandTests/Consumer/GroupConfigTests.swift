import AdminProtocol
import CommandKit
import LooseJSON
import Testing

@testable import Subcommands

@Suite struct GroupConfigTests {
    @Test func `what an older broker does not send has Java's defaults`() throws {
        let config = try SubscriptionGroupConfig(body: Array(#"{"groupName":"G","retryMaxTimes":"3"}"#.utf8))
        var expected = SubscriptionGroupConfig("G")
        expected.retryMaxTimes = 3
        #expect(config == expected)
        #expect(config.consumeTimeoutMinute == 15 && config.consumeBroadcastEnable)
    }

    @Test func `a group reads as each edition prints it`() {
        let config = SubscriptionGroupConfig("G")
        #expect(
            config.text(of: .v4)
                == "SubscriptionGroupConfig [groupName=G, consumeEnable=true, consumeFromMinEnable=true, "
                + "consumeBroadcastEnable=true, retryQueueNums=1, retryMaxTimes=16, brokerId=0, "
                + "whichBrokerWhenConsumeSlowly=1, notifyConsumerIdsChangedEnable=true]")
        #expect(
            config.text(of: .v5).hasSuffix(
                "groupSysFlag=0, consumeTimeoutMinute=15, subscriptionDataSet=null, attributes={}}"))
    }

    @Test func `retry policies keep Java's defaults for what is left out`() throws {
        let exponential = try RetryPolicy(
            argument: #"{"type":"EXPONENTIAL","exponentialRetryPolicy":{"initial":100}}"#)
        #expect(
            exponential.policy.text == "GroupRetryPolicy{type=EXPONENTIAL, exponentialRetryPolicy="
                + "ExponentialRetryPolicy{initial=100, max=7200000, multiplier=2}, customizedRetryPolicy=null}")
        let customized = try RetryPolicy(argument: #"{"customizedRetryPolicy":{"next":[1,2]}}"#)
        #expect(
            customized.policy.text == "GroupRetryPolicy{type=CUSTOMIZED, exponentialRetryPolicy=null, "
                + "customizedRetryPolicy=CustomizedRetryPolicy{next=[1, 2]}}")
    }

    @Test(arguments: ["", "x", "[]", #"{"type":"LINEAR"}"#, #"{"customizedRetryPolicy":{"next":"a"}}"#])
    func `what is no retry policy is refused`(_ text: String) {
        #expect(throws: (any Error).self) { try RetryPolicy(argument: text) }
    }
}

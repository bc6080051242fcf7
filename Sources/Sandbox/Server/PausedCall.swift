internal import Remoting

/// A call whose answer waits for something.
struct PausedCall {
    var call: Call
    var reply: Frame
    var service: any Service
}

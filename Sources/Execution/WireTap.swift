public import AdminClient
internal import CommandKit
public import Remoting
public import Subcommands
internal import Synchronization

/// What `--trace-wire` asks for: shows what goes over the wire, or records the run in a file.
public struct WireTap: Sendable {
    private final class Run: Sendable {
        let recording: Mutex<WireRecording>
        init(_ recording: WireRecording) { self.recording = Mutex(recording) }
    }

    private let log: WireLog
    private let run: Run?
    private let path: String

    /// Nil where nothing is asked for.
    public init?(_ target: WireTarget?, _ arguments: [String]) {
        switch target {
        case nil: return nil
        case .standardError: (log, run, path) = (WireLog(telling: Console.tellWire), nil, "")
        case .file(let path):
            let asked = catalog.hidingSecrets(in: arguments).filter { !$0.hasPrefix("--trace-wire") }
            let now = WallClock.system.milliseconds
            (log, run) = (WireLog(), Run(WireRecording(arguments: asked, began: now)))
            self.path = path
        }
    }

    /// Takes a frame that was sent or received.
    public func observe(_ address: PeerAddress, _ frame: Frame) { log.note(address, frame) }

    /// Keeps what is written to standard output for the recording.
    public func note(output bytes: [UInt8]) { run?.recording.withLock { $0.standardOutput += bytes } }

    /// Writes to standard output, and into the recording.
    public func write(_ bytes: [UInt8]) throws {
        note(output: bytes)
        try Console.write(bytes)
    }

    /// Tells the user, and the recording.
    public func tell(_ line: String) {
        run?.recording.withLock { $0.standardError += Array("mqadmin: \(line)\n".utf8) }
        Console.tell(line)
    }

    /// Adds the name servers to a recorded command line that does not say them, so that it can be run again.
    public func note(_ nameServers: NameServerList, in given: NameServerList?) {
        guard given == nil, let text = nameServers.argument, !text.isEmpty else { return }
        run?.recording.withLock { $0.arguments += ["-n", text] }
    }

    /// Writes the file; a problem with that is told, and does not change what the command did.
    public func end(status: CInt) {
        guard let run else { return }
        var recording = run.recording.withLock(\.self)
        (recording.exitStatus, recording.ended) = (Int(status), WallClock.system.milliseconds)
        do { try recording.write(log, to: path) } catch { Console.tell("\(error)") }
    }
}

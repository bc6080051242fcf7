internal import CYAML

/// Reads one YAML document through libyaml's parser.
///
/// The text may come from anybody: its size, depth and number of values are limited, and anchors, with which a few lines
/// can stand for gigabytes, are refused.
final class YAMLReader {
    private static let byteLimit = 1 << 20
    private static let depthLimit = 32
    private static let nodeLimit = 100_000

    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let text: UnsafeMutableBufferPointer<UInt8>
    private var nodes = 0

    init(_ bytes: [UInt8]) throws(YAMLError) {
        text = .allocate(capacity: bytes.count)
        _ = text.initialize(from: bytes)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else { throw YAMLError(line: 1, "there is no memory to read it") }
        guard bytes.count <= Self.byteLimit else { throw YAMLError(line: 1, "it is larger than a megabyte") }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        text.deallocate()
    }

    func document() throws(YAMLError) -> YAMLNode {
        var root = YAMLNode(.mapping([]), line: 1)
        _ = try next()  // The stream's start.
        let start = try next()
        if case .end = start.event { return root }
        root = try node(try next(), depth: 0)
        _ = try next()  // The document's end.
        let last = try next()
        guard case .end = last.event else { throw YAMLError(line: last.line, "there is a second document") }
        return root
    }

    private func node(_ start: (event: Event, line: Int), depth: Int) throws(YAMLError) -> YAMLNode {
        nodes += 1
        guard depth < Self.depthLimit, nodes < Self.nodeLimit else {
            throw YAMLError(line: start.line, "it is nested too deeply, or too large")
        }
        switch start.event {
        case .scalar(let text): return YAMLNode(.scalar(text), line: start.line)
        case .sequence: return YAMLNode(.sequence(try items(depth)), line: start.line)
        case .mapping: return YAMLNode(.mapping(try members(depth)), line: start.line)
        case .end: throw YAMLError(line: start.line, "a value is missing")
        }
    }

    private func items(_ depth: Int) throws(YAMLError) -> [YAMLNode] {
        var items: [YAMLNode] = []
        while true {
            let event = try next()
            if case .end = event.event { return items }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private func members(_ depth: Int) throws(YAMLError) -> [(key: String, node: YAMLNode)] {
        var members: [(key: String, node: YAMLNode)] = []
        var keys: Set<String> = []
        while true {
            let event = try next()
            switch event.event {
            case .end: return members
            case .scalar(let key):
                guard keys.insert(key).inserted else { throw YAMLError(line: event.line, "'\(key)' stands here twice") }
                members.append((key, try node(try next(), depth: depth + 1)))
            default: throw YAMLError(line: event.line, "a key has to be a text")
            }
        }
    }

    /// What matters of libyaml's events; `end` is that of anything, and the start of a stream or document is one too.
    private enum Event {
        case scalar(String)
        case sequence
        case mapping
        case end
    }

    private func next() throws(YAMLError) -> (event: Event, line: Int) {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
            let mark = parser.pointee.problem_mark.line
            throw YAMLError(line: Int(clamping: mark) + 1, "no YAML: \(problem)")
        }
        defer { yaml_event_delete(&event) }
        let line = Int(clamping: event.start_mark.line) + 1
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            try refuse(scalar.anchor != nil || scalar.tag != nil, line)
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let isNull =
                scalar.style == YAML_PLAIN_SCALAR_STYLE
                && (bytes.elementsEqual("null".utf8) || bytes.elementsEqual("~".utf8))
            return (.scalar(isNull ? "" : String(decoding: bytes, as: UTF8.self)), line)
        case YAML_SEQUENCE_START_EVENT:
            try refuse(event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil, line)
            return (.sequence, line)
        case YAML_MAPPING_START_EVENT:
            try refuse(event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil, line)
            return (.mapping, line)
        case YAML_ALIAS_EVENT: throw YAMLError(line: line, "anchors and tags are not read here")
        case YAML_DOCUMENT_START_EVENT: return (.mapping, line)
        default: return (.end, line)
        }
    }

    private func refuse(_ isUsed: Bool, _ line: Int) throws(YAMLError) {
        if isUsed { throw YAMLError(line: line, "anchors and tags are not read here") }
    }
}

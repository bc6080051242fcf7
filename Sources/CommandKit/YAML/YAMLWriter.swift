internal import CYAML
internal import LooseJSON

/// Writes one YAML document through libyaml's emitter.
final class YAMLWriter {
    private let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
    private let canvas: Canvas
    private var failure: (any Error)?

    /// The emitter ran out of memory, or was given events in a wrong order.
    struct EmitterFailure: Error {}

    init(_ canvas: Canvas) throws {
        self.canvas = canvas
        emitter.initialize(to: yaml_emitter_t())
        guard yaml_emitter_initialize(emitter) == 1 else { throw EmitterFailure() }
        yaml_emitter_set_unicode(emitter, 1)
        yaml_emitter_set_width(emitter, -1)
        let this = Unmanaged.passUnretained(self).toOpaque()
        yaml_emitter_set_output(
            emitter,
            { context, bytes, count in
                guard let context, let bytes else { return 0 }
                let writer = Unmanaged<YAMLWriter>.fromOpaque(context).takeUnretainedValue()
                return writer.take(UnsafeBufferPointer(start: bytes, count: count))
            }, this)
        try send { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
        try send { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
    }

    deinit {
        yaml_emitter_delete(emitter)
        emitter.deinitialize(count: 1)
        emitter.deallocate()
    }

    private func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        do {
            try canvas.write(bytes)
            return 1
        } catch {
            failure = error
            return 0
        }
    }

    private func send(_ make: (UnsafeMutablePointer<yaml_event_t>) -> Int32) throws {
        var event = yaml_event_t()
        // The emitter owns the event from here on, whether it can write it or not.
        guard make(&event) == 1, yaml_emitter_emit(emitter, &event) == 1 else { throw failure ?? EmitterFailure() }
    }

    func beginMapping(isEmpty: Bool = false) throws {
        let style = isEmpty ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
        try send { yaml_mapping_start_event_initialize($0, nil, nil, 1, style) }
    }

    func endMapping() throws { try send { yaml_mapping_end_event_initialize($0) } }

    func beginSequence(isEmpty: Bool = false) throws {
        let style = isEmpty ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
        try send { yaml_sequence_start_event_initialize($0, nil, nil, 1, style) }
    }

    func endSequence() throws { try send { yaml_sequence_end_event_initialize($0) } }

    func finish() throws {
        try send { yaml_document_end_event_initialize($0, 1) }
        try send { yaml_stream_end_event_initialize($0) }
    }

    private func scalar(_ text: String, _ style: yaml_scalar_style_t) throws {
        // The zero at the end makes sure that there is a pointer even for an empty text.
        let bytes = Array(text.utf8) + [0]
        try send { yaml_scalar_event_initialize($0, nil, nil, bytes, Int32(bytes.count - 1), 1, 1, style) }
    }

    func write(_ value: JSON) throws {
        switch value {
        case .null: try scalar("null", YAML_PLAIN_SCALAR_STYLE)
        case .bool(let isTrue): try scalar(isTrue ? "true" : "false", YAML_PLAIN_SCALAR_STYLE)
        case .number(let digits): try scalar(digits, YAML_PLAIN_SCALAR_STYLE)
        case .string(let text): try scalar(text, text.yamlStyle)
        case .array(let items):
            try beginSequence(isEmpty: items.isEmpty)
            for item in items { try write(item) }
            try endSequence()
        case .object(let members):
            try beginMapping(isEmpty: members.isEmpty)
            try write(members)
            try endMapping()
        }
    }

    func write(_ members: [JSON.Member]) throws {
        for member in members {
            try write(member.key)
            try write(member.value)
        }
    }
}

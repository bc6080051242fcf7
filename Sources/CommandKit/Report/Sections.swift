/// A report of several parts, each a report of its own: `{"kind": …, "connections": {…}, "subscriptions": {…}}`.
///
/// ```swift
/// struct GroupReport: Sections {
///     var connections: Table<Connection>
///     var subscriptions: Table<Subscription>?
///     static let sections: [Section<Self>] = [
///         Section("connections") { $0.connections },
///         Section("subscriptions") { $0.subscriptions },
///     ]
/// }
/// ```
/// Text draws the parts one after the other; what stands between them belongs to their layouts. A table stands as its
/// list under its key, a record as an object.
public protocol Sections: Report {
    /// The parts, in order.
    static var sections: [Section<Self>] { get }
    /// What failed and belongs to no part.
    var failures: [Failure] { get }
}

extension Sections {
    /// None, unless a report says otherwise.
    public var failures: [Failure] { [] }

    public static var shape: Shape { .object(sections.map { Shape.Field($0.key, $0.shape) }) }

    public var content: Content {
        let parts = Self.sections.compactMap { section in
            section.part(self).map { Content.Part(key: section.key, content: $0) }
        }
        return .sections(parts, failures)
    }
}

/// One part of a report with several.
public struct Section<Whole>: Sendable {
    let key: String
    let shape: Shape
    let part: @Sendable (Whole) -> Content?

    /// A part that is always there.
    public init<Part: Report>(_ key: String, _ part: @escaping @Sendable (Whole) -> Part) {
        (self.key, shape) = (key, Part.partShape)
        self.part = { part($0).content }
    }

    /// A part that may be missing.
    public init<Part: Report>(_ key: String, _ part: @escaping @Sendable (Whole) -> Part?) {
        (self.key, shape) = (key, .optional(Part.partShape))
        self.part = { part($0)?.content }
    }
}

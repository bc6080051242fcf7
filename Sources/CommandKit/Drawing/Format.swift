/// The forms in which a report can be drawn.
public enum Format: String, CaseIterable, ArgumentValue {
    /// For people: what RocketMQ's tool prints.
    case text
    /// One JSON document.
    case json
    /// One JSON object a line, one for each item.
    case jsonl
    /// One YAML document.
    case yaml
    /// Comma-separated values as in RFC 4180, the keys in the first line.
    case csv
}

internal import AdminProtocol
internal import LooseJSON

extension JSON {
    /// With the members of every object in the order of a `HashMap`, which fastjson's `JSONObject` is.
    var inJavaHashOrder: JSON {
        switch self {
        case .array(let items): .array(items.map(\.inJavaHashOrder))
        case .object(let members):
            .object(
                JavaHash.mapOrder(members, buckets: 16) { $0.key.scalarText ?? "" }
                    .map { JSON.Member($0.key, $0.value.inJavaHashOrder) })
        case .null, .bool, .number, .string: self
        }
    }
}

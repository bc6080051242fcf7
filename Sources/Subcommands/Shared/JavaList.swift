/// A list as Java prints it: `[Pub, Sub]`, or `null` where there is none.
func javaList(_ items: [String]?) -> String {
    items.map { "[\($0.joined(separator: ", "))]" } ?? "null"
}

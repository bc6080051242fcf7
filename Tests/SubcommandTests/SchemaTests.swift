import CommandKit
import LooseJSON
import SchemaSupport
import Subcommands
import Testing

@Suite struct SchemaTests {
    private let good = """
        {
          "kind": "wait",
          "items": [
            {"condition":"c","state":"s"}
          ],
          "errors": [{"target":"t","code":null,"message":"m"}]
        }

        """

    private func problems(_ text: String, _ command: String = "wait") throws -> [String] {
        try schemaProblems(text, for: try catalog.entry(command))
    }

    @Test func `a document that is as declared has no problems`() throws {
        #expect(try problems(good) == [])
        #expect(try problems(good + good) == [], "one after the other")
    }

    @Test(arguments: [
        ("\"wait\"", "\"other\"", "$.kind"), ("\"c\"", "1", "$.items[0].condition is no string"),
        (",\"state\":\"s\"", "", "$.items[0] lacks state"), ("\"s\"}", "\"s\",\"x\":1}", "$.items[0] has"),
        ("null", "\"no\"", "$.errors[0].code"), ("\"items\"", "\"item\"", "$ lacks items"),
        ("\"errors\"", "\"failures\"", "$ has"), ("[\n", "{\n", ""),
    ]) func `a document that is not has`(_ part: String, _ other: String, _ problem: String) throws {
        let changed = good.replacing(part, with: other, maxReplacements: 1)
        guard !problem.isEmpty else {
            #expect(throws: JSONError.self) { try problems(changed) }
            return
        }
        let found = try problems(changed)
        #expect(found.contains { $0.hasPrefix(problem) }, "\(found)")
    }

    @Test func `a schema names the kinds of values`() throws {
        let schema = JSON.object(catalog.schema(of: try catalog.entry("clusterList")))
        let row = schema["properties"]?["items"]?["items"]
        #expect(row?["properties"]?["brokerId"]?["type"] == "integer")
        #expect(row?["additionalProperties"] == false && row?["required"]?.array?.contains("brokerName") == true)
        #expect(schema["properties"]?["kind"]?["const"] == "clusterList")
        let deletion = JSON.object(catalog.schema(of: try catalog.entry("deleteTopic")))
        #expect(deletion["anyOf"]?.array?.count == 2, "the report, and the plan of a dry run")
    }
}

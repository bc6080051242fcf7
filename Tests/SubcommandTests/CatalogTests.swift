import Foundation
import Subcommands
import Testing

@testable import CommandKit

@Suite struct CatalogTests {
    @Test func `the catalog has no flaws`() { #expect(catalog.flaws().isEmpty) }

    @Test func `every example of every command parses, in an edition that has its options`() throws {
        for entry in catalog.entries {
            #expect(entry.about.isHidden || !entry.about.examples.isEmpty, "\(entry.about.name)")
            for example in entry.about.examples {
                let invocation = try catalog.parse([entry.about.name] + example.words)
                #expect(invocation.entry?.about.name == entry.about.name)
                #expect(invocation.command != nil)
            }
        }
    }

    @Test func `every command has a summary of one line that starts like a sentence`() {
        for about in catalog.entries.map(\.about) {
            #expect(about.summary.first?.isUppercase == true, "\(about.name)")
            #expect(!about.summary.contains("\n") && about.summary.last != ".", "\(about.name)")
            #expect(about.summary.count <= 80, "\(about.name)")
            #expect(about.discussion.isEmpty || about.discussion.hasSuffix("."), "\(about.name)")
        }
    }

    @Test(arguments: [40, 80, 200])
    func `help of every command fits the width`(_ width: Int) {
        for edition in Edition.allCases {
            for entry in catalog.entries {
                let text = catalog.help(for: entry, in: edition, width: width)
                #expect(text.contains(entry.about.name))
                for option in catalog.declarations(of: entry, in: edition).flatMap(\.options) {
                    #expect(text.contains(option.displayedLong), "\(entry.about.name) \(option.long)")
                }
                // Examples stay whole, so that they can be copied.
                let tooWide = text.split(separator: "\n").filter { line in
                    line.count > width && !line.hasPrefix("  mqadmin ") && line.split(separator: " ").count > 1
                }
                #expect(width < 80 || tooWide.isEmpty, "\(entry.about.name): \(tooWide)")
            }
        }
        #expect(catalog.overview(width: width).contains("updateTopic"))
    }

    @Test func `every man page names its command, and there is one for each`() {
        let pages = catalog.manPages()
        for entry in catalog.entries where !entry.about.isHidden {
            let page = pages.first { $0.name.contains("mqadmin-\(entry.about.name).1") }
            #expect(page?.text.contains(entry.about.summary.replacing("-", with: "\\-")) == true, "\(entry.about.name)")
        }
    }

    @Test func `every command has RocketMQ's options, by both their names`() throws {
        var checked = 0
        for row in try Self.original() {
            guard let entry = try? catalog.entry(row.command) else { continue }
            if !row.alias.isEmpty { #expect((try? catalog.entry(row.alias)) != nil, "\(row.alias)") }
            guard !row.long.isEmpty else { continue }
            checked += 1
            for edition in row.editions {
                let options = catalog.declarations(of: entry, in: edition).flatMap(\.options)
                let what = "\(row.command) -\(row.short) --\(row.long) of \(edition)"
                if Self.otherwise.contains(what) { continue }
                guard
                    let option = options.first(where: { $0.displayedLong == row.name && ($0.short ?? "") == row.short })
                else {
                    Issue.record("there is no \(what)")
                    continue
                }
                #expect((option.kind != nil) == row.takesValue, "\(what)")
                #expect(!option.isExtra, "\(what)")
            }
        }
        #expect(checked >= 37)
    }

    @Test func `no command has an option of RocketMQ that RocketMQ does not have`() throws {
        let rows = try Self.original()
        let shared = Set(catalog.globalDeclarations(in: .v5).flatMap(\.options).map(\.long))
        for entry in catalog.entries {
            let known = rows.filter { entry.about.names.map { $0.lowercased() }.contains($0.command.lowercased()) }
            guard !known.isEmpty else { continue }
            for option in entry.declarations(in: .v5).flatMap(\.options) where !option.isExtra {
                let isKnown = known.contains { $0.name == option.displayedLong } || shared.contains(option.long)
                #expect(isKnown, "\(entry.about.name) \(option.usage): mark it as extra")
            }
        }
    }

    /// A line of Fixtures/options.tsv.
    private struct Original {
        var command, alias, short, long: String
        var takesValue: Bool
        var editions: [Edition]

        /// Some of RocketMQ's names end with a blank, which nobody types.
        var name: String { long.last == " " ? String(long.dropLast()) : long }
    }

    /// Options whose meaning changed within an edition, and those that every command has here.
    private static let otherwise: Set<String> = [
        "checkRocksdbCqWriteProgress -n --nameserverAddr of v5", "rocksDBConfigToJson -n --nameserverAddr of v5",
        "queryMsgByKey -c --maxNum of v5", "resetOffsetByTime -c --cplus of v5",
    ]

    private static func original() throws -> [Original] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/options.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(cells.count == 6)
            return Original(
                command: cells[0], alias: cells[1], short: cells[2], long: cells[3], takesValue: cells[4] == "value",
                editions: cells[5].split(separator: "+").map { $0 == "5" ? .v5 : .v4 })
        }
    }
}

import Testing

@testable import CommandKit

/// A line of a fixture: the command, its arguments, `==>`, and what commons-cli made of them.
struct RecordedLine {
    let command: String
    let arguments: [String]
    let outcome: Outcome

    init(_ fields: [String]) throws {
        let arrow = try #require(fields.firstIndex(of: "==>"))
        command = fields[0]
        arguments = Array(fields[1..<arrow])
        outcome = try Outcome(recorded: fields[(arrow + 1)...].joined(separator: "\t"))
    }
}

/// What a parser made of a command line, in the words both can be put in.
enum Outcome: Equatable {
    case values([String: String], words: String)
    case unrecognized(String)
    case ambiguous(String, Set<String>)
    case missingArgument(String)
    case missingOptions(count: Int)
    case alreadySelected(String, by: String)
    case other(String)

    init(_ parse: () throws(UsageError) -> ParsedLine) {
        do throws(UsageError) {
            let line = try parse()
            self = .values(line.values, words: (line.words + line.trailing).joined(separator: ", "))
        } catch {
            switch error.problem {
            case .unknownOption(let word, _): self = .unrecognized(word)
            case .ambiguousOption(let word, let candidates):
                self = .ambiguous(word, Set(candidates.map { String($0.dropFirst(2)) }))
            case .missingValue(let usage):
                let name = usage.prefix { $0 != "," && $0 != " " }
                self = .missingArgument(String(name.drop { $0 == "-" }))
            case .missing(let names): self = .missingOptions(count: names.count)
            case .excluded(let name, let other):
                self = .alreadySelected(String(name.dropFirst()), by: String(other.dropFirst()))
            default: self = .other(error.description)
            }
        }
    }

    init(recorded text: String) throws {
        if let match = text.wholeMatch(of: /OK parsed=.* get=\[(.*)\] args=\[(.*)\]/) {
            var values: [String: String] = [:]
            for pair in match.1.split(separator: /, (?=[A-Za-z]+->)/) {
                let arrow = try #require(pair.firstRange(of: "->"))
                let value = String(pair[arrow.upperBound...])
                values[String(pair[..<arrow.lowerBound])] = value == "null" ? "" : value
            }
            self = .values(values, words: String(match.2))
        } else if let match = text.wholeMatch(of: /UnrecognizedOptionException: Unrecognized option: (.*)/) {
            self = .unrecognized(String(match.1))
        } else if let match = text.wholeMatch(of: /AmbiguousOptionException: .* option: '(.*)'  \(could be: '(.*)'\)/) {
            let names = match.2.split(separator: "', '").map { String($0).trimmingBlanks() }
            self = .ambiguous(String(match.1), Set(names))
        } else if let match = text.wholeMatch(of: /MissingArgumentException: Missing argument for option: (.*)/) {
            self = .missingArgument(String(match.1))
        } else if let match = text.wholeMatch(of: /MissingOptionException: Missing required options?: (.*)/) {
            let groups = match.1.matches(of: /\[[^\]]*\]/).count
            let keys = match.1.replacing(/\[[^\]]*\]/, with: "").split(whereSeparator: { ", ".contains($0) }).count
            self = .missingOptions(count: groups + keys)
        } else if let match = text.wholeMatch(of: /.*The option '(.*)' was .*already been selected: '(.*)'/) {
            self = .alreadySelected(String(match.1), by: String(match.2))
        } else {
            self = .other(text)
        }
    }
}

public import CommandKit

extension Edition {
    /// What `MQADMIN_COMPAT` says, if anything; throws where that is no edition.
    public static func ofEnvironment() throws(UsageError) -> Edition? {
        guard let text = Environment["MQADMIN_COMPAT"], !text.isEmpty else { return nil }
        do throws(MalformedValue) { return try Edition(argument: text) } catch {
            throw UsageError("MQADMIN_COMPAT is '\(text)': it has to be \(Edition.kind.expectation)")
        }
    }
}

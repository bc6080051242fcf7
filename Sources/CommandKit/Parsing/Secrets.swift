extension Catalog {
    /// A command line in which `mark` stands for each secret.
    public func hidingSecrets(in arguments: [String], as mark: String = "***") -> [String] {
        let entry = arguments.lazy.compactMap { try? self.entry($0) }.first
        let own = entry.map { page($0).own } ?? []
        let options = (own + globalDeclarations(in: .v5)).flatMap(\.options)
        let names = options.filter(\.isSecret).flatMap(\.typed)
        var isNext = false
        return arguments.map { word in
            if isNext {
                isNext = false
                return mark
            }
            let (name, value) = word.splitAtEquals()
            guard names.contains(name) else { return word }
            isNext = value == nil
            return value == nil ? word : "\(name)=\(mark)"
        }
    }
}

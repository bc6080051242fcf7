import LooseJSON
import Testing

@testable import Subcommands

@Suite struct SharedStoreKeyTests {
    private let offset: [UInt8] = [1, 0, 1, 2, 0, 1, 0x47, 1, 0, 1, 0x54, 1, 0, 0, 0, 3]

    @Test func `a key tells its record`() {
        #expect(SharedStoreKey(offset, in: .consumerOffsets) == .offset("T@G", queue: 3))
        #expect(SharedStoreKey([1, 0, 3, 2, 0, 2, 0x41, 0x42], in: .topics) == .name("AB"))
        #expect(SharedStoreKey([1, 0, 4, 1, 0x64], in: .subscriptionGroups) == .dataVersion)
    }

    @Test func `a key of another store is passed over`() {
        #expect(SharedStoreKey(offset, in: .topics) == nil)
        #expect(SharedStoreKey([2, 0, 1, 2, 0, 0], in: .consumerOffsets) == nil)
    }

    @Test func `a key that is cut anywhere is passed over`() {
        for count in offset.indices { #expect(SharedStoreKey(Array(offset[..<count]), in: .consumerOffsets) == nil) }
        #expect(SharedStoreKey([1, 0, 3, 2, 0xff, 0xff, 0x41], in: .topics) == nil)
    }

    @Test func `a version has three numbers`() {
        let bytes: [UInt8] =
            [UInt8](repeating: 0, count: 7) + [1] + [0, 0, 1, 0xa1, 0xf8, 0xfe, 0x2f, 0x11] + [0, 0, 0, 0, 0, 0, 1, 0]
        let version = SharedStoreKey.version(bytes)
        #expect(version?["stateVersion"]?.int == 1)
        #expect(version?["counter"]?.int == 256)
        #expect(SharedStoreKey.version(Array(bytes.dropLast())) == nil)
    }
}

// Decodes the stored messages of a file again and again, and prints how many there were: `decode FILE ROUNDS`.
import AdminProtocol
import Glibc

guard CommandLine.arguments.count == 3, let rounds = Int(CommandLine.arguments[2]),
    let file = fopen(CommandLine.arguments[1], "re")
else {
    print("usage: decode FILE ROUNDS")
    exit(2)
}
var bytes = [UInt8](repeating: 0, count: 1 << 20)
bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))

var (count, size) = (0, 0)
for _ in 0..<rounds {
    var reader = MessageReader(bytes)
    while let message = try reader.next() {
        count += 1
        size += message.body.count
    }
}
print(count, size)

internal import CommandKit

let clusterCommands: [Entry<Session>] = [
    Entry(ClusterList.self),
    Entry(ClusterRT.self),
]

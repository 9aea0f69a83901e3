import EngineBenchmarks
import Testing
import VanThu

@Suite struct MachineTests {
    @Test func theMachineSaysWhatItIs() {
        let machine = Machine.current
        #expect(!machine.processor.isEmpty && machine.cores >= 1 && machine.memoryBytes > 100_000_000)
        #expect(machine.kernel.contains("Linux") && machine.swift.hasPrefix("6."))
    }

    @Test func timeTakenByTheHostIsAShare() {
        let before = MachineLoad(loadAverage: 0, ticks: (all: 1000, stolen: 10))
        let after = MachineLoad(loadAverage: 1, ticks: (all: 1200, stolen: 20))
        #expect(after.stolenShare(since: before) == 0.05 && before.stolenShare(since: before) == 0)
        #expect(MachineLoad.now.ticks.all > 0)
    }

    @Test func datesAreOfOneForm() {
        let date = currentDate()
        #expect(date.count == 20 && date.hasPrefix("20") && date.hasSuffix("Z"))
    }

    @Test func aTemporaryFolderGoesWithItsValue() throws {
        let path: String
        do {
            let folder = try TemporaryFolder()
            path = folder.path
            let inner = try TemporaryFolder(in: path)
            #expect(inner.path.hasPrefix(path + "/"))
        }
        #expect(throws: VanThuError.self) { _ = try TemporaryFolder(in: path) }
    }
}

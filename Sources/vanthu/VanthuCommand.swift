import ArgumentParser
import VietnameseText

@main
struct VanthuCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "vanthu")
    func run() throws {
        print(unicodeVersion)
    }
}

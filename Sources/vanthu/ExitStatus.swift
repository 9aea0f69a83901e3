import ArgumentParser
import VanThu

/// The exit codes of every command.
enum ExitStatus: Int32, Error {
    case done = 0
    case someInputLeftOut = 1
    case wrongUsage = 2
    case indexUnusable = 3
    case inputOrSystemError = 4

    init(_ error: VanThuError) {
        self =
            switch error {
            case .usage: .wrongUsage
            case .indexMissing, .indexLocked, .indexDamaged: .indexUnusable
            case .input, .system: .inputOrSystemError
            }
    }

    /// Parses and runs a command; says what went wrong in one line on standard error.
    static func running(_ parse: () throws -> any ParsableCommand) -> ExitStatus {
        do {
            var command = try parse()
            try command.run()
            return .done
        } catch let status as ExitStatus {
            return status
        } catch let error as VanThuError {
            StandardError.complain(error.description)
            return ExitStatus(error)
        } catch {
            return explaining(error)
        }
    }

    /// Help and version are errors to ArgumentParser, too; its own code for wrong usage is 64.
    private static func explaining(_ error: any Error) -> ExitStatus {
        if VanthuCommand.exitCode(for: error) == .success {
            do {
                try StandardOutput.write(VanthuCommand.fullMessage(for: error) + "\n")
            } catch {
                StandardError.complain(error.description)
                return .inputOrSystemError
            }
            return .done
        }
        StandardError.complain(oneLine(VanthuCommand.message(for: error)))
        return VanthuCommand.exitCode(for: error) == .validationFailure ? .wrongUsage : .inputOrSystemError
    }

    private static func oneLine(_ message: String) -> String {
        message.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }.joined(separator: " ")
    }
}

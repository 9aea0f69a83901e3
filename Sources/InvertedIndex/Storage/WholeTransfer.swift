import Glibc

/// Repeats a system call that may do less than asked until all is done.
///
/// The calls answer a number of bytes, or a negated `errno`. An interruption by a signal (`EINTR`) is no failure;
/// a call that moves nothing is one when writing, and the end of the file when reading.
enum WholeTransfer {
    /// Writes all bytes from `offset` on.
    ///
    /// - Returns: `nil` when all is written, else the `errno` of the call that failed.
    static func write(
        _ bytes: UnsafeRawBufferPointer, at offset: Int, with call: (UnsafeRawBufferPointer, Int) -> Int
    ) -> Int32? {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let moved = call(rest, offset + done)
            if moved == -Int(EINTR) { continue }
            if moved < 0 { return Int32(-moved) }
            // A device that takes nothing and gives no reason would hold us here for ever.
            if moved == 0 { return EIO }
            done += moved
        }
        return nil
    }

    /// Fills the buffer from `offset` on, or as far as the file goes.
    ///
    /// - Returns: the number of bytes read, or the negated `errno` of the call that failed.
    static func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int,
        with call: (UnsafeMutableRawBufferPointer, Int) -> Int
    ) -> Int {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let moved = call(rest, offset + done)
            if moved == -Int(EINTR) { continue }
            if moved < 0 { return moved }
            if moved == 0 { break }
            done += moved
        }
        return done
    }

    /// Repeats a call that answers -1 and `errno` until it is not interrupted.
    ///
    /// - Returns: its answer, 0 or above, or the negated `errno`.
    static func uninterrupted(_ call: () -> Int32) -> Int32 {
        while true {
            let answer = call()
            if answer >= 0 { return answer }
            let code = errno
            if code != EINTR { return -code }
        }
    }
}

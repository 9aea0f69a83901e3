#ifndef VANTHU_CRC32C_H
#define VANTHU_CRC32C_H
#include <stddef.h>
#include <stdint.h>

// CRC-32C (Castagnoli, polynomial 0x1EDC6F41 reflected; RFC 3720 appendix B.4). `crc` is the checksum of the bytes
// before (0 for none), so a long text may be summed in pieces.
uint32_t vanthu_crc32c(uint32_t crc, const void *bytes, size_t count);

// The two branches behind it, named so that tests can hold one to the other.
uint32_t vanthu_crc32c_portable(uint32_t crc, const void *bytes, size_t count);
// Falls back to the portable branch where the processor has no instruction for it.
uint32_t vanthu_crc32c_hardware(uint32_t crc, const void *bytes, size_t count);
int vanthu_crc32c_has_hardware(void);

#endif

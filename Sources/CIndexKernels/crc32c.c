#include "crc32c.h"

#include <pthread.h>
#include <string.h>

// ---------------------------------------------------------------------------------------------------------------
// Portable: eight bytes at a time by eight tables ("slicing by 8", Kounavis and Berry, 2005).

static uint32_t tables[8][256];
static pthread_once_t tables_once = PTHREAD_ONCE_INIT;

static void make_tables(void) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t crc = byte;
        for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0x82F63B78u & (0u - (crc & 1)));
        tables[0][byte] = crc;
    }
    for (uint32_t byte = 0; byte < 256; byte++)
        for (int slice = 1; slice < 8; slice++)
            tables[slice][byte] = (tables[slice - 1][byte] >> 8) ^ tables[0][tables[slice - 1][byte] & 0xFF];
}

uint32_t vanthu_crc32c_portable(uint32_t crc, const void *bytes, size_t count) {
    pthread_once(&tables_once, make_tables);
    const uint8_t *p = bytes;
    crc = ~crc;
    for (; count >= 8; count -= 8, p += 8) {
        // Read byte by byte, so that the result does not depend on the machine's byte order.
        uint32_t low = crc ^ ((uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24);
        crc = tables[7][low & 0xFF] ^ tables[6][(low >> 8) & 0xFF] ^ tables[5][(low >> 16) & 0xFF] ^
              tables[4][low >> 24] ^ tables[3][p[4]] ^ tables[2][p[5]] ^ tables[1][p[6]] ^ tables[0][p[7]];
    }
    for (; count > 0; count--, p++) crc = (crc >> 8) ^ tables[0][(crc ^ *p) & 0xFF];
    return ~crc;
}

// ---------------------------------------------------------------------------------------------------------------
// x86-64: the crc32 instruction takes eight bytes a cycle but answers after three, so three stretches of the text
// are summed side by side and joined. Joining needs "the sum as if n zero bytes followed", a multiplication by
// x^(8n) modulo the polynomial: one carry-less product with the constant x^(8n-33) (bit-reflected), reduced by
// the crc32 instruction itself, which contributes the missing x^33.

#if defined(__x86_64__)
#include <nmmintrin.h>
#include <wmmintrin.h>

#define STRETCH_LONG 4096
#define STRETCH_SHORT 256

__attribute__((target("sse4.2,pclmul"))) static inline uint64_t shifted(uint64_t crc, uint32_t constant) {
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)crc), _mm_cvtsi32_si128((int)constant), 0);
    return _mm_crc32_u64(0, (uint64_t)_mm_cvtsi128_si64(product));
}

static inline uint64_t word(const uint8_t *p) {
    uint64_t value;
    memcpy(&value, p, 8);
    return value;
}

// One round over three stretches: `twice` shifts by two stretches, `once` by one.
__attribute__((target("sse4.2,pclmul"))) static inline uint64_t
three_stretches(uint64_t crc, const uint8_t *p, size_t stretch, uint32_t twice, uint32_t once) {
    uint64_t second = 0, third = 0;
    for (size_t i = 0; i < stretch; i += 8) {
        crc = _mm_crc32_u64(crc, word(p + i));
        second = _mm_crc32_u64(second, word(p + stretch + i));
        third = _mm_crc32_u64(third, word(p + 2 * stretch + i));
    }
    return shifted(crc, twice) ^ shifted(second, once) ^ third;
}

__attribute__((target("sse4.2,pclmul"))) static uint32_t
crc32c_sse42(uint32_t previous, const void *bytes, size_t count) {
    const uint8_t *p = bytes;
    uint64_t crc = (uint32_t)~previous;
    for (; count >= 3 * STRETCH_LONG; count -= 3 * STRETCH_LONG, p += 3 * STRETCH_LONG)
        crc = three_stretches(crc, p, STRETCH_LONG, 0x54A86326u, 0x82F89C77u);
    for (; count >= 3 * STRETCH_SHORT; count -= 3 * STRETCH_SHORT, p += 3 * STRETCH_SHORT)
        crc = three_stretches(crc, p, STRETCH_SHORT, 0xDD7E3B0Cu, 0xB9E02B86u);
    for (; count >= 8; count -= 8, p += 8) crc = _mm_crc32_u64(crc, word(p));
    for (; count > 0; count--, p++) crc = _mm_crc32_u8((uint32_t)crc, *p);
    return ~(uint32_t)crc;
}

int vanthu_crc32c_has_hardware(void) {
    return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul");
}

uint32_t vanthu_crc32c_hardware(uint32_t crc, const void *bytes, size_t count) {
    return vanthu_crc32c_has_hardware() ? crc32c_sse42(crc, bytes, count) : vanthu_crc32c_portable(crc, bytes, count);
}

#else

int vanthu_crc32c_has_hardware(void) { return 0; }

uint32_t vanthu_crc32c_hardware(uint32_t crc, const void *bytes, size_t count) {
    return vanthu_crc32c_portable(crc, bytes, count);
}

#endif

uint32_t vanthu_crc32c(uint32_t crc, const void *bytes, size_t count) {
    return vanthu_crc32c_hardware(crc, bytes, count);
}
